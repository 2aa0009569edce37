import { html } from 'lit';
import { numberField, selectField } from '../../ui/fields.js';
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
      ${selectField(
        t('descend-network.directions'),
        'network-directions',
        directions,
        schema.directions.choices.map((name) => [name, t(`descend-network.directions_${name}`)]),
        (chosen) => set({ directions: /** @type {any} */ (chosen) }),
      )}
      ${numberField(t('descend-network.radius'), 'network-radius', radius, checkRadius, (value) => set({ radius: value }))}
      ${choiceOf('size', sizes, settings, (value) => `${value} × ${value}`, set)}
      ${choiceOf('samples', sampleCounts, settings, whole, set)}
      ${
        directions === 'random'
          ? numberField(t('descend-network.seed'), 'network-seed', seed, checkSeed, (value) =>
              set({ seed: value }),
            )
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
  return selectField(
    t(`descend-network.${name}`),
    `network-${name}`,
    current,
    choices.map((choice) => [choice, wording(choice)]),
    (value) => set({ [name]: Number(value) }),
  );
}

/** @param {number} radius @param {string} typed */
const checkRadius = (radius, typed) =>
  radius >= schema.radius.min && radius <= schema.radius.max
    ? ''
    : t('descend-network.badRadius', { ...schema.radius, typed });

/** @param {number} seed @param {string} typed */
const checkSeed = (seed, typed) =>
  Number.isInteger(seed) && seed >= 0 && seed <= schema.seed.max
    ? ''
    : t('descend-network.badSeed', { max: schema.seed.max, typed });
