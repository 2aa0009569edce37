import { html } from 'lit';
import '../../ui/number-field.js';
import { t } from '../../app/text.js';
import { whole } from '../../train/format.js';
import { sampleCounts, schema, sizes } from './settings.js';

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {(changes: Partial<Settings>) => void} Set
 */

/**
 * The title, whether it is computed anew while the training goes on, and whether the landscape is drawn as a map or as a surface.
 * @param {Settings} settings
 * @param {Set} set
 */
export function landscapeHead({ surface, auto }, set) {
  const choice = (/** @type {boolean} */ value, /** @type {string} */ name) => html`
    <button
      class="chip"
      type="button"
      data-testid="network-${name}"
      aria-pressed=${surface === value}
      @click=${() => set({ surface: value })}
    >
      ${t(`descend-network.${name}`)}
    </button>
  `;
  return html`
    <div class="net-head">
      <h2>${t('descend-network.landscape')}</h2>
      <label class="check net-auto" title=${t('descend-network.autoHint')}>
        <input
          type="checkbox"
          data-testid="network-auto"
          .checked=${auto}
          @change=${(/** @type {Event} */ event) =>
            set({ auto: /** @type {HTMLInputElement} */ (event.target).checked })}
        />
        ${t('descend-network.auto')}
      </label>
      <div class="button-row" role="group" aria-label=${t('descend-network.drawnAs')}>
        ${choice(false, 'contours')} ${choice(true, 'surface')}
      </div>
    </div>
  `;
}

/**
 * Along which directions, how far and how finely.
 * @param {Settings} settings
 * @param {Set} set
 */
export function landscapeFields(settings, set) {
  const { directions, seed, radius } = settings;
  return html`
    <div class="net-fields">
      <label class="field">
        <span>${t('descend-network.directions')}</span>
        <select
          class="select"
          data-testid="network-directions"
          .value=${directions}
          @change=${(/** @type {Event} */ event) =>
            set({ directions: /** @type {any} */ (event.target).value })}
        >
          ${schema.directions.choices.map(
            (choice) =>
              html`<option value=${choice} ?selected=${choice === directions}>
                ${t(`descend-network.directions_${choice}`)}
              </option>`,
          )}
        </select>
      </label>
      <dd-number-field
        label=${t('descend-network.radius')}
        testid="network-radius"
        .value=${radius}
        .check=${(/** @type {number} */ value, /** @type {string} */ typed) =>
          value >= schema.radius.min && value <= schema.radius.max
            ? ''
            : t('descend-network.badRadius', { ...schema.radius, typed })}
        @number=${(/** @type {CustomEvent} */ { detail }) => set({ radius: detail })}
      ></dd-number-field>
      ${choiceOf('size', sizes, settings, (value) => `${value} × ${value}`, set)}
      ${choiceOf('samples', sampleCounts, settings, whole, set)}
      ${
        directions === 'random'
          ? html`<dd-number-field
              label=${t('descend-network.seed')}
              testid="network-seed"
              .value=${seed}
              .check=${(/** @type {number} */ value, /** @type {string} */ typed) =>
                Number.isInteger(value) && value >= 0 && value <= schema.seed.max
                  ? ''
                  : t('descend-network.badSeed', { max: schema.seed.max, typed })}
              @number=${(/** @type {CustomEvent} */ { detail }) => set({ seed: detail })}
            ></dd-number-field>`
          : ''
      }
    </div>
    <p class="muted small">${t(`descend-network.about_${directions}`)}</p>
  `;
}

/**
 * A choice of numbers; one that a link brought is among them.
 * @param {'size' | 'samples'} name
 * @param {readonly number[]} offered
 * @param {Settings} settings
 * @param {(value: number) => string} wording
 * @param {Set} set
 */
function choiceOf(name, offered, settings, wording, set) {
  const current = settings[name];
  const choices = [...new Set([...offered, current])].sort((a, b) => a - b);
  return html`
    <label class="field">
      <span>${t(`descend-network.${name}`)}</span>
      <select
        class="select"
        data-testid="network-${name}"
        .value=${String(current)}
        @change=${(/** @type {Event} */ event) =>
          set({ [name]: Number(/** @type {HTMLSelectElement} */ (event.target).value) })}
      >
        ${choices.map(
          (choice) =>
            html`<option value=${choice} ?selected=${choice === current}>${wording(choice)}</option>`,
        )}
      </select>
    </label>
  `;
}
