/**
 * The few texts that the browser keeps from visit to visit in localStorage, each under
 * `digit-descent.<name>`.
 */

/** @param {string} name */
const keyOf = (name) => `digit-descent.${name}`;

/**
 * @template T
 * @param {string} name
 * @param {(text: string) => T} read  throws, or gives null, for a text that is not acceptable
 * @returns {T | null} null: nothing acceptable is stored, or the browser forbids storage
 */
export function readStored(name, read) {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? null : read(text);
  } catch {
    return null;
  }
}

/** Where storage is forbidden or full, the visit goes on without it. @param {string} name @param {string} text */
export function store(name, text) {
  try {
    localStorage.setItem(keyOf(name), text);
  } catch {
    // What was chosen then lasts as long as the page.
  }
}
