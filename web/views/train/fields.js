/**
 * Form fields that say by an event what the reader chose: `recipe` with the changed part of the
 * recipe in `detail`.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 */
import { html, nothing } from 'lit';
import { t } from '../../text/index.js';
import { schema } from './recipe.js';

/**
 * @param {EventTarget} target
 * @param {Partial<Recipe>} changes
 */
export function emitRecipe(target, changes) {
  target.dispatchEvent(new CustomEvent('recipe', { detail: changes, bubbles: true }));
}

/**
 * A number of the recipe. What is out of range goes back to the value before.
 * @param {Recipe} recipe
 * @param {keyof Recipe} name
 * @param {string} label
 * @param {string} [hint]
 */
export function numberField(recipe, name, label, hint = '') {
  const { min, max, integer } = /** @type {any} */ (schema[name]);
  const change = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const value = input.valueAsNumber;
    const fits = value >= min && value <= max && (!integer || Number.isInteger(value));
    if (fits) emitRecipe(input, { [name]: value });
    else input.value = String(recipe[name]);
  };
  return html`
    <label class="field">
      <span>${label}</span>
      <input
        class="input"
        type="number"
        name=${name}
        min=${min}
        max=${max}
        step=${integer ? 1 : 'any'}
        title=${hint}
        .value=${String(recipe[name])}
        @change=${change}
      />
    </label>
  `;
}

/**
 * @param {Recipe} recipe
 * @param {keyof Recipe} name
 * @param {string} label
 * @param {readonly string[]} choices
 * @param {(choice: string) => string} wording
 */
export function choiceField(recipe, name, label, choices, wording) {
  const change = (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    emitRecipe(select, { [name]: select.value });
  };
  return html`
    <label class="field">
      <span>${label}</span>
      ${select(name, choices, String(recipe[name]), wording, change)}
    </label>
  `;
}

/**
 * @param {string} name
 * @param {readonly string[]} choices
 * @param {string} chosen
 * @param {(choice: string) => string} wording
 * @param {(event: Event) => void} change
 * @param {string} [label] for a field without a visible one
 */
export function select(name, choices, chosen, wording, change, label) {
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
