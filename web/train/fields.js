/**
 * Form fields that say by an event what the reader chose: `recipe` with the changed part of the
 * recipe in `detail`.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 */
import { html, nothing } from 'lit';
import { t } from '../app/text.js';
import { rate } from './format.js';
import { schema } from './recipe.js';

/** @param {EventTarget} target @param {Partial<Recipe>} changes */
export function emitRecipe(target, changes) {
  target.dispatchEvent(new CustomEvent('recipe', { detail: changes, bubbles: true }));
}

/**
 * The number typed; null when it is out of range. The field then goes back to the value before, and
 * the `rangeHint` beside it says what the range is.
 * @param {HTMLInputElement} input @param {{ min: number, max: number, integer?: boolean }} range
 * @param {unknown} before
 */
export function numberTyped(input, { min, max, integer = false }, before) {
  const value = input.valueAsNumber;
  const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
  if (!fits) input.value = String(before);
  const hint = /** @type {HTMLElement} */ (input.parentElement?.querySelector('.field-range'));
  hint.textContent = fits ? '' : `${bound(min)} … ${bound(max)}`;
  return fits ? value : null;
}

/** As it is typed: 4294967295 has more digits than `rate` gives. @param {number} value */
const bound = (value) => (Number.isInteger(value) ? String(value) : rate(value));

/** Empty until `numberTyped` refuses a number of the same parent. */
export const rangeHint = () => html`<span class="field-range" role="status"></span>`;

/**
 * A number of the recipe.
 * @param {Recipe} recipe @param {keyof Recipe} name @param {string} label @param {string} [hint]
 */
export function numberField(recipe, name, label, hint = '') {
  const range = /** @type {any} */ (schema[name]);
  const change = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const value = numberTyped(input, range, recipe[name]);
    if (value !== null) emitRecipe(input, { [name]: value });
  };
  return html`
    <label class="field">
      <span>${label}</span>
      <input
        class="input"
        type="number"
        name=${name}
        min=${range.min}
        max=${range.max}
        step=${range.integer ? 1 : 'any'}
        title=${hint}
        .value=${String(recipe[name])}
        @change=${change}
      />
      ${rangeHint()}
    </label>
  `;
}

/**
 * @param {Recipe} recipe @param {keyof Recipe} name @param {string} label
 * @param {readonly string[]} choices @param {(choice: string) => string} wording
 */
export function choiceField(recipe, name, label, choices, wording) {
  return html`
    <label class="field">
      <span>${label}</span>
      ${select(name, choices, String(recipe[name]), wording, (value, field) =>
        emitRecipe(field, { [name]: value }),
      )}
    </label>
  `;
}

/**
 * @param {string} name @param {readonly string[]} choices @param {string} chosen
 * @param {(choice: string) => string} wording
 * @param {(value: string, field: HTMLSelectElement) => void} set
 * @param {string} [label] for a field without a visible one
 */
export function select(name, choices, chosen, wording, set, label) {
  const change = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    set(field.value, field);
  };
  return html`
    <select class="select" name=${name} aria-label=${label ?? nothing} @change=${change}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice} .selected=${choice === chosen}>${wording(choice)}</option>`,
      )}
    </select>
  `;
}

/** @param {string} activation */
export const activationName = (activation) => t(`train.activation_${activation}`);
