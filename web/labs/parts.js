/** The small pieces of which labs are made. */
import { html, nothing } from 'lit';
import { button as pageButton } from '../ui/button.js';
import '../ui/plot.js';
import '../ui/slider.js';
import { formatNumber, t } from '../app/text.js';
import { decimal } from '../app/numbers.js';

/**
 * A number that the module computed, as text and, in full precision, in `data-value`.
 * @param {string} name  of the figure within its lab: `data-figure`
 * @param {number} value
 * @param {number | string} [written]  significant digits, or the text where it is no decimal number
 */
export const figure = (name, value, written = 5) =>
  html`<output class="value" data-figure=${name} data-value=${value}
    >${typeof written === 'string' ? written : decimal(value, written)}</output
  >`;

/**
 * Named figures in a row.
 * @param {readonly (false | readonly [label: unknown, name: string, value: number, written?: number | string])[]} list
 * @param {string} [kind]  the class of another arrangement
 */
export const figures = (list, kind = 'lab-figures') => html`
  <dl class=${kind}>
    ${list
      .filter((entry) => entry !== false)
      .map(
        ([label, name, value, written]) =>
          html`<div>
            <dt class="muted small">${label}</dt>
            <dd>${figure(name, value, written)}</dd>
          </div>`,
      )}
  </dl>
`;

/**
 * A plot (ui/plot.js) in a frame that says how high it is. Unless another one is given, its label is
 * the text `<lab>.plot`.
 * @typedef {import('../ui/plot.js').Plot} Plot
 * @typedef {{ index: number, x: number, y: number }} Place
 * @param {import('./lab.js').Lab} lab
 * @param {Partial<Pick<Plot, 'lines' | 'points' | 'field' | 'underlay' | 'overlay' | 'bare' |
 *   'addable'>> & {
 *     x: readonly [name: string, range: readonly number[]],
 *     y: readonly [name: string, range: readonly number[]],
 *     label?: string, testid?: string, frame?: string, main?: boolean,
 *     move?: (place: Place) => void, tap?: (place: Place) => void,
 *     remove?: (place: Place) => void, add?: (place: Place) => void,
 *   }} options  `main`: it is what the lab is first of all moved by; the last four hear of points
 */
export function plot(lab, options) {
  const { label = lab.text('plot'), testid = 'lab-plot', frame = 'lab-plot' } = options;
  const { lines = [], points = [], field = null, bare = false, addable = false } = options;
  const { underlay = () => '', overlay = () => '' } = options;
  const [[xName, xRange], [yName, yRange]] = [options.x, options.y];
  const heard = (/** @type {((place: Place) => void) | undefined} */ act) =>
    act && ((/** @type {CustomEvent} */ { detail }) => act(detail));
  return html`
    <div class=${frame} ?data-main=${options.main ?? false}>
      <dd-plot
        testid=${testid}
        label=${label}
        xName=${xName}
        yName=${yName}
        ?bare=${bare}
        ?addable=${addable}
        .xRange=${xRange}
        .yRange=${yRange}
        .lines=${lines}
        .points=${points}
        .field=${field}
        .underlay=${underlay}
        .overlay=${overlay}
        @point-move=${heard(options.move)}
        @point-tap=${heard(options.tap)}
        @point-remove=${heard(options.remove)}
        @point-add=${heard(options.add)}
      ></dd-plot>
    </div>
  `;
}

/**
 * A table of figures.
 * @param {readonly unknown[]} heads  of the columns
 * @param {unknown} rows  such as `row`s
 * @param {{ kind?: string, testid?: string, caption?: string, foot?: unknown }} [options]  `kind`: a
 *   class of its own; `caption`: for those who do not see it; `foot`: rows below
 */
export const table = (heads, rows, { kind = '', testid, caption, foot } = {}) => html`
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
    ${foot ? html`<tfoot>${foot}</tfoot>` : ''}
  </table>
`;

/** A wide table that scrolls on its own. @param {string} label @param {unknown} content */
export const scrolling = (label, content) => html`
  <div class="lab-scroll" tabindex="0" role="region" aria-label=${label}>${content}</div>
`;

/** @param {readonly unknown[]} cells @param {string} [kind]  a class of the row */
export const row = (cells, kind = '') =>
  html`<tr class=${kind} data-kind=${kind}>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;

/**
 * A number of a lab's state on a slider. Unless others are given, the label is the text
 * `<lab>.<name>` and the range that of the schema.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} [label] @param {{ min: number, max: number, step: number }} [range]
 * @param {{ value?: number, set?: (value: number) => void }} [instead]  of the value in the state
 */
export function slider(
  lab,
  name,
  label = lab.text(name),
  range = rangeOf(lab, name),
  instead = {},
) {
  const { min, max, step } = range;
  const { value = Number(lab.state[name]), set = (number) => lab.set({ [name]: number }) } =
    instead;
  return html`
    <dd-slider
      label=${label}
      testid="lab-${name}"
      .value=${value}
      .min=${min}
      .max=${max}
      .step=${step}
      .problem=${(/** @type {string} */ typed) => rangeSentence(typed, min, max, step)}
      @number=${(/** @type {CustomEvent} */ { detail }) => set(detail)}
    ></dd-slider>
  `;
}

/**
 * What a number of a lab's state may be, by its schema.
 * @param {import('./lab.js').Lab} lab @param {string} name
 */
export function rangeOf(lab, name) {
  const {
    min = 0,
    max = 1,
    step = 1,
  } = /** @type {import('../app/router.js').NumberParameter} */ (lab.type.schema[name]);
  return { min, max, step };
}

/** @param {string} typed @param {number} min @param {number} max @param {number} step */
export function rangeSentence(typed, min, max, step = 0.1) {
  const [low, high] = [min, max].map((value) => formatNumber(value).replace('-', '−'));
  if (typed === '') return t('learn.badEmpty', { low, high });
  return t(Number.isInteger(step) ? 'learn.badWhole' : 'learn.badNumber', { typed, low, high });
}

/**
 * One of a few values of a lab's state, as a row of buttons. Unless others are given, the label is
 * the text `<lab>.<name>` and the values are those of the schema.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the value in the state
 * @param {string} [label]
 * @param {readonly string[]} [values]  each has the text `<name>_<value>`, or stands for itself
 */
export function choice(lab, name, label = lab.text(name), values = undefined) {
  const { choices = [] } = /** @type {import('../app/router.js').TextParameter} */ (
    lab.type.schema[name]
  );
  return radios(
    name,
    label,
    values ?? choices,
    lab.state[name],
    (value) => lab.text(`${name}_${value}`, {}, value),
    (value) => lab.set({ [name]: value }),
  );
}

/**
 * One of a few, as a row of buttons.
 * @template Value
 * @param {string} name @param {string} label @param {readonly Value[]} values
 * @param {unknown} chosen @param {(value: Value) => unknown} wording
 * @param {(value: Value) => void} choose
 * @param {unknown} [more]  what stands in the same row
 */
export const radios = (name, label, values, chosen, wording, choose, more = '') => html`
  <fieldset class="choice">
    <legend class="muted small">${label}</legend>
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
    ${more}
  </fieldset>
`;

/**
 * A flag of a lab's state. Unless another one is given, the label is the text `<lab>.<name>`.
 * @param {import('./lab.js').Lab} lab @param {string} name @param {string} [label]
 */
export const flag = (lab, name, label = lab.text(name)) => html`
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
export const button = (testid, label, act, { primary = false } = {}) =>
  pageButton(label, act, `lab-${testid}`, { kind: `button ${primary ? 'button--primary' : ''}` });

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

/** So many numbers at equal distances from `from` to `to`. @param {number} from @param {number} to @param {number} count */
export const evenly = (from, to, count) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** A sentence about what is unusual here; nothing is shown for ''. @param {string} sentence @param {string} [testid] */
export const notice = (sentence, testid = 'lab-say') => html`
  <p class="notice" role="status" data-testid=${testid} ?hidden=${!sentence}>${sentence}</p>
`;
