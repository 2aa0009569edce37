import { html } from 'lit';
import { t } from '../../app/text.js';
import { button, choice, radios, slider } from '../parts.js';
import { rate } from '../rate.js';
import { activations, batches, hiddenOf, optimizers, penalties, shapes } from './settings.js';

/** @typedef {import('./playground.js').PlaygroundLab} PlaygroundLab */

const next = (/** @type {unknown} */ seed) => (Number(seed) % 999) + 1;

/** The settings: the data, the network, the training. @param {PlaygroundLab} lab */
export function settingsPanels(lab) {
  const { state } = lab;
  return html`
    <div class="playground-settings">
      <section>
        <h2>${t('playground.data')}</h2>
        ${choice(lab, 'shape', t('playground.shape'), shapes)}
        ${slider(lab, 'classes', t('playground.classes'), { min: 2, max: 5, step: 1 })}
        ${slider(lab, 'noise', t('playground.noise'), { min: 0, max: 1, step: 0.01 })}
        <div class="lab-row">
          ${button('data-seed', t('playground.otherPoints'), () =>
            lab.set({ dataSeed: next(state.dataSeed) }),
          )}
        </div>
      </section>
      <section>
        <h2>${t('playground.net')}</h2>
        ${layerCount(lab)} ${layerUnits(lab)}
        ${choice(lab, 'activation', t('playground.activation'), activations)}
        <div class="lab-row">
          ${button('seed', t('playground.otherWeights'), () => lab.set({ seed: next(state.seed) }))}
        </div>
      </section>
      <section>
        <h2>${t('playground.training')}</h2>
        ${rate(lab, 'rate')}
        ${choice(lab, 'optimizer', t('playground.optimizer'), optimizers)}
        ${choice(lab, 'batch', t('playground.batch'), batches)}
        ${choice(lab, 'l2', t('playground.l2'), penalties)}
      </section>
    </div>
  `;
}

/** @param {PlaygroundLab} lab */
function layerCount(lab) {
  const layers = hiddenOf(String(lab.state.hidden));
  const become = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, i) => layers[i] ?? layers.at(-1) ?? 8).join(',');
  return radios('layers', t('playground.layers'), [0, 1, 2, 3, 4], layers.length, String, (count) =>
    lab.set({ hidden: become(count), unit: '' }),
  );
}

/** @param {PlaygroundLab} lab */
function layerUnits(lab) {
  const layers = hiddenOf(String(lab.state.hidden));
  return layers.map(
    (units, layer) => html`
      <div class="playground-units">
        <span id="playground-layer-${layer}">${t('playground.unitsOf', { layer: layer + 1 })}</span>
        <input
          class="slider-range"
          type="range"
          min="1"
          max="8"
          step="1"
          data-testid="lab-units-${layer + 1}"
          aria-labelledby="playground-layer-${layer}"
          .value=${String(units)}
          @input=${(/** @type {Event} */ { target }) =>
            lab.set({
              hidden: layers
                .map((before, i) =>
                  i === layer ? Number(/** @type {HTMLInputElement} */ (target).value) : before,
                )
                .join(','),
              unit: '',
            })}
        />
        <output class="value">${units}</output>
      </div>
    `,
  );
}
