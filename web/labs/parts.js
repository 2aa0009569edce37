/** The small pieces of which labs are made. */
import { html, nothing } from 'lit';
import '../ui/formula.js';
import '../ui/slider.js';
import { formatNumber, t } from '../app/text.js';
import { decimal } from '../app/numbers.js';

/** Marks that must not begin a line, and those that must not end one. */
const marksAround = /^([，。；：、？！）”,.;:?!)]*)([^]*)$/;
const opening = /[（“(]+$/;

/**
 * A text as paragraphs (an empty line between them) with formulas between dollar signs.
 * @param {string} text
 * @param {'p' | 'span'} [tag]
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

/**
 * A number that the module computed, as text and, in full precision, in `data-value`.
 * @param {string} name  of the figure within its lab: `data-figure`
 * @param {number} value
 * @param {number} [digits]  significant ones
 */
export const figure = (name, value, digits = 5) =>
  html`<output class="value" data-figure=${name} data-value=${value}
    >${decimal(value, digits)}</output
  >`;

/**
 * Named figures in a row.
 * @param {readonly (readonly [label: unknown, name: string, value: number, digits?: number])[]} list
 */
export const figures = (list) => html`
  <dl class="lab-figures">
    ${list.map(
      ([label, name, value, digits]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${figure(name, value, digits)}</dd>
        </div>`,
    )}
  </dl>
`;

/**
 * A table of figures.
 * @param {readonly unknown[]} heads  of the columns
 * @param {unknown} rows  such as `row`s
 * @param {{ kind?: string, testid?: string, caption?: string }} [options]  `kind`: a class of its
 *   own; `caption`: for those who do not see it
 */
export const table = (heads, rows, { kind = '', testid, caption } = {}) => html`
  <table class="lab-table ${kind}" data-testid=${testid ?? nothing}>
    ${caption ? html`<caption class="visually-hidden">${caption}</caption>` : ''}
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>
`;

/** @param {readonly unknown[]} cells @param {string} [kind]  a class of the row */
export const row = (cells, kind = '') =>
  html`<tr class=${kind} data-kind=${kind}>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;

/**
 * A number of a lab's state on a slider.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} label
 * @param {{ min: number, max: number, step: number }} range
 */
export const slider = (lab, name, label, { min, max, step }) => html`
  <dd-slider
    label=${label}
    testid="lab-${name}"
    .value=${Number(lab.state[name])}
    .min=${min}
    .max=${max}
    .step=${step}
    .problem=${(/** @type {string} */ typed) => rangeSentence(typed, min, max, step)}
    @number=${(/** @type {CustomEvent} */ { detail }) => lab.set({ [name]: detail })}
  ></dd-slider>
`;

/** @param {string} typed @param {number} min @param {number} max @param {number} step */
export function rangeSentence(typed, min, max, step = 0.1) {
  const [low, high] = [min, max].map((value) => formatNumber(value).replace('-', '−'));
  if (typed === '') return t('learn.badEmpty', { low, high });
  return t(Number.isInteger(step) ? 'learn.badWhole' : 'learn.badNumber', { typed, low, high });
}

/**
 * One of a few values of a lab's state, as a row of buttons.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} label
 * @param {readonly string[]} values  each has the text `<lab>.<name>_<value>`
 */
export const choice = (lab, name, label, values) =>
  radios(
    name,
    label,
    values,
    lab.state[name],
    (value) => t(`${lab.type.lab}.${name}_${value}`),
    (value) => lab.set({ [name]: value }),
  );

/**
 * One of a few, as a row of buttons.
 * @template Value
 * @param {string} name
 * @param {string} label
 * @param {readonly Value[]} values
 * @param {unknown} chosen
 * @param {(value: Value) => unknown} wording
 * @param {(value: Value) => void} choose
 */
export const radios = (name, label, values, chosen, wording, choose) => html`
  <fieldset class="choice">
    <legend>${label}</legend>
    ${values.map(
      (value) => html`
        <label>
          <input
            type="radio"
            name="lab-${name}"
            value=${value}
            data-testid="lab-${name}-${value}"
            .checked=${chosen === value}
            @change=${() => choose(value)}
          /><span>${wording(value)}</span>
        </label>
      `,
    )}
  </fieldset>
`;

/**
 * A flag of a lab's state.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name
 * @param {string} label
 */
export const flag = (lab, name, label) => html`
  <label class="flag">
    <input
      type="checkbox"
      data-testid="lab-${name}"
      .checked=${lab.state[name] === true}
      @change=${(/** @type {Event} */ { target }) =>
        lab.set({ [name]: /** @type {HTMLInputElement} */ (target).checked })}
    />
    <span>${label}</span>
  </label>
`;

/**
 * A button of a lab.
 * @param {string} testid @param {string} label @param {() => void} act
 * @param {{ primary?: boolean }} [options]
 */
export const button = (testid, label, act, { primary = false } = {}) => html`
  <button
    class="button ${primary ? 'button--primary' : ''}"
    type="button"
    data-testid="lab-${testid}"
    @click=${act}
  >
    ${label}
  </button>
`;

/**
 * Numbers as a value of the address, and back: "1,2,-3.5". What is no such list gives null.
 * @param {ArrayLike<number>} numbers
 */
export const numbersText = (numbers) => Array.from(numbers).join(',');

/** @param {string} text @returns {number[] | null} */
export function numbersOf(text) {
  if (text === '') return [];
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  return numbers.every(Number.isFinite) ? numbers : null;
}
