/**
 * Form fields that set what the reader chose in the recipe of the run.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 */
import { html, nothing } from 'lit';
import { t } from '../app/text.js';
import { selectField } from '../ui/fields.js';
import { rate } from './format.js';
import { schema } from './recipe.js';
import { sharedRun } from './shared-run.js';

/** @param {Partial<Recipe>} changes */
export const setRecipe = (changes) => sharedRun().run.set(changes);

/**
 * A number that is typed. Where it is out of range, the field goes back to the value before, and the
 * `rangeHint` beside it says what the range is.
 * @param {{ min: number, max: number, integer?: boolean }} range @param {number} value
 * @param {(typed: number) => void} set
 * @param {{ name?: string, testid?: string, label?: string, title?: string }} attributes  `label`: where
 *   there is no visible one
 */
export function numberInput({ min, max, integer = false }, value, set, attributes) {
  const change = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const typed = input.valueAsNumber;
    const fits = typed >= min && typed <= max && (!integer || Number.isInteger(typed));
    const hint = /** @type {HTMLElement} */ (input.parentElement?.querySelector('.field-range'));
    hint.textContent = fits ? '' : `${bound(min)} … ${bound(max)}`;
    if (fits) set(typed);
    else input.value = String(value);
  };
  return html`
    <input
      class="input"
      type="number"
      name=${attributes.name ?? nothing}
      min=${min}
      max=${max}
      step=${integer ? 1 : 'any'}
      title=${attributes.title ?? nothing}
      aria-label=${attributes.label ?? nothing}
      data-testid=${attributes.testid ?? nothing}
      .value=${String(value)}
      @change=${change}
    />
  `;
}

/** As it is typed: 4294967295 has more digits than `rate` gives. @param {number} value */
const bound = (value) => (Number.isInteger(value) ? String(value) : rate(value));

/** Empty until `numberInput` refuses a number of the same parent. */
export const rangeHint = () => html`<span class="field-range" role="status"></span>`;

/** What the form calls a setting of the recipe. @param {string} name */
export const settingName = (name) => t(`train.${name === 'loss' ? 'lossFunction' : name}`);

/** A number of the recipe. @param {Recipe} recipe @param {string} name @param {string} [title] */
export function numberField(recipe, name, title) {
  const range = /** @type {any} */ (schema)[name];
  const value = /** @type {any} */ (recipe)[name];
  const set = (/** @type {number} */ typed) => setRecipe({ [name]: typed });
  return html`
    <label class="field">
      <span>${settingName(name)}</span>
      ${numberInput(range, value, set, { name, title })}
      ${rangeHint()}
    </label>
  `;
}

/**
 * One of the choices of the recipe.
 * @param {Recipe} recipe @param {'optimizer' | 'loss' | 'initializer'} name
 * @param {(choice: string) => string} wording
 */
export const choiceField = (recipe, name, wording) =>
  selectField(
    settingName(name),
    undefined,
    recipe[name],
    schema[name].choices.map((choice) => [choice, wording(choice)]),
    (value) => setRecipe({ [name]: value }),
    name,
  );
