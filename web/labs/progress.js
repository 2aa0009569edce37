/** Which labs the reader has worked with, kept in the browser. */
const storageKey = 'digit-descent.labs';

/** @type {Set<string>} */
const tried = new Set(read());

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return []; // forbidden or unreadable: the reader begins anew
  }
}

/** @param {string} lab */
export const hasTried = (lab) => tried.has(lab);

/** @param {string} lab */
export function markTried(lab) {
  if (tried.has(lab)) return;
  tried.add(lab);
  keep();
}

export function forgetProgress() {
  tried.clear();
  keep();
}

function keep() {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...tried]));
  } catch {
    // The marks then last as long as the page.
  }
}
