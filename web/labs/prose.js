import { html } from 'lit';
import '../ui/formula.js';

/** Marks that must not begin a line, and those that must not end one. */
const marksAround = /^([，。；：、？！）”,.;:?!)]*)([^]*)$/;
const opening = /[（“(]+$/;

/**
 * A text as paragraphs (an empty line between them) with formulas between dollar signs.
 * @param {string} text @param {'p' | 'span'} [tag]
 */
export function prose(text, tag = 'p') {
  const inline = (/** @type {string} */ paragraph) => {
    const parts = paragraph.split('$');
    return parts.map((part, i) => {
      const [, closing, rest] = /** @type {string[]} */ (part.match(marksAround));
      if (i % 2 === 0) {
        // What touches a formula stands on its line: the formula brings these marks along.
        const words = i === 0 ? closing + rest : rest;
        return i < parts.length - 1 ? words.replace(opening, '') : words;
      }
      const before = parts[i - 1].match(opening)?.[0] ?? '';
      const after = parts[i + 1]?.match(marksAround)?.[1] ?? '';
      const formula = html`<dd-formula .tex=${part}></dd-formula>`;
      return before || after
        ? html`<span class="unbroken">${before}${formula}${after}</span>`
        : formula;
    });
  };
  return text
    .split('\n\n')
    .map((part) =>
      tag === 'p' ? html`<p>${inline(part)}</p>` : html`<span>${inline(part)}</span>`,
    );
}
