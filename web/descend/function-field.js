import { html } from 'lit';
import { engine } from '../engine/descent.js';
import { t } from '../app/text.js';
import { hashFor } from '../app/router.js';

/**
 * Asked for once: they never change, and the answer is long.
 * @type {import('../engine/descent-types.js').FunctionFacts[] | null}
 */
let known = null;

/** The functions of a dimension, in the order of the module. @param {1 | 2} dimension */
export function functionsOf(dimension) {
  known ??= engine().descentFunctions();
  return known.filter((facts) => facts.dimension === dimension);
}

/**
 * The one list of all functions there are, and an expression of one's own for each dimension
 * (`expression`). A function of the other dimension is shown by the tab of that one.
 * @param {string} chosen  name of a function of `dimension`, or `expression`
 * @param {1 | 2} dimension @param {(name: string) => void} choose
 */
export function functionField(chosen, dimension, choose) {
  const change = (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const option = select.selectedOptions[0];
    const asked = Number(option.dataset.dimension);
    const name = option.value.replace(/^own-[12]$/, 'expression');
    if (asked === dimension) {
      choose(name);
      return;
    }
    const tab = asked === 1 ? 'line' : 'plane';
    const detail = hashFor(
      'descend',
      { tab: { default: '' }, function: { default: '' } },
      { tab, function: name },
    );
    select.dispatchEvent(new CustomEvent('descend-go', { detail, bubbles: true }));
  };
  const group = (/** @type {1 | 2} */ size, /** @type {string} */ label) =>
    html`
      <optgroup label=${label}>
        ${[...functionsOf(size).map(({ name }) => name), 'expression'].map((name) => {
          const own = name === 'expression';
          return html`<option
            value=${own ? `own-${size}` : name}
            data-dimension=${size}
            .selected=${size === dimension && name === chosen}
          >
            ${own ? t(size === 1 ? 'descend.ownOfOne' : 'descend.ownOfTwo') : t(`descend.function_${name}`)}
          </option>`;
        })}
      </optgroup>
    `;
  return html`
    <label class="function-field">
      <span class="muted small">${t('descend.function')}</span>
      <select class="select" data-testid="descend-function" @change=${change}>
        ${group(1, t('descend.tabLine'))} ${group(2, t('descend.tabPlane'))}
      </select>
    </label>
  `;
}
