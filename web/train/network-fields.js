import { html } from 'lit';
import { component } from '../ui/component.js';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';
import { hiddenActivations, outputsOf } from '../engine/catalog.js';
import {
  activationName,
  choiceField,
  emitRecipe,
  numberField,
  numberTyped,
  rangeHint,
  select,
} from './fields.js';
import { whole } from './format.js';
import {
  architectureOf,
  defaultRecipe,
  formatHidden,
  maxHiddenLayers,
  maxUnits,
  parseHidden,
  presets,
  schema,
  withFittingOutput,
} from './recipe.js';

/** The form of the network: its layers, loss, initial weights. Emits `recipe`. */
export class NetworkFields extends component({
  recipe: defaultRecipe(),
}) {
  render() {
    const { recipe } = this;
    const layers = parseHidden(recipe.hidden);
    const allowed = outputsOf(recipe.loss);
    return html`
      <label class="field">
        <span>${t('train.preset')}</span>
        ${select(
          'preset',
          ['', ...Object.keys(presets)],
          this.#preset(),
          (name) => t(name ? `train.preset_${name}` : 'train.presetNone'),
          this.#onPreset,
        )}
      </label>
      <ol class="layers">
        <li class="layer">
          <span class="layer-name">${t('train.layerInput')}</span><span>784</span>
        </li>
        ${layers.map((layer, i) => this.#layer(layer, i))}
        <li class="layer">
          <span class="layer-name">${t('train.layerOutput')}</span>
          <span class="layer-units">10</span>
          ${
            allowed.length > 1
              ? select(
                  'output',
                  allowed,
                  recipe.output,
                  activationName,
                  this.#onOutput,
                  t('train.outputActivation'),
                )
              : html`<span class="layer-fixed" data-testid="output-activation">${activationName(recipe.output)}</span>`
          }
        </li>
      </ol>
      <div class="layer-foot">
        <button
          class="button button--small"
          type="button"
          data-testid="add-layer"
          ?disabled=${layers.length >= maxHiddenLayers}
          @click=${() => this.#setLayers([...layers, { units: 16, activation: 'relu' }])}
        >
          ${t('train.addLayer')}
        </button>
        <span class="muted small"
          >${t('train.parameters', { count: whole(parameterCount(recipe)) })}</span
        >
      </div>
      ${choiceField(recipe, 'loss', t('train.lossFunction'), schema.loss.choices, (loss) =>
        t(`train.${loss}`),
      )}
      <div class="field-pair">
        ${choiceField(
          recipe,
          'initializer',
          t('train.initializer'),
          schema.initializer.choices,
          (name) => t(`train.initializer_${name}`),
        )}
        ${numberField(recipe, 'seed', t('train.seed'))}
      </div>
    `;
  }

  /**
   * @param {import('./recipe.js').HiddenLayer} layer
   * @param {number} i
   */
  #layer({ units, activation }, i) {
    const layers = parseHidden(this.recipe.hidden);
    const number = i + 1;
    const replace = (/** @type {Partial<import('./recipe.js').HiddenLayer>} */ change) =>
      this.#setLayers(layers.map((layer, k) => (k === i ? { ...layer, ...change } : layer)));
    const onUnits = (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      const value = numberTyped(input, { min: 1, max: maxUnits, integer: true }, units);
      if (value !== null) replace({ units: value });
    };
    return html`
      <li class="layer">
        <span class="layer-name">${t('train.layerHidden', { number })}</span>
        <input
          class="input layer-units"
          type="number"
          min="1"
          max=${maxUnits}
          aria-label=${t('train.layerUnits', { number })}
          .value=${String(units)}
          @change=${onUnits}
        />
        ${select(
          `activation-${number}`,
          hiddenActivations,
          activation,
          activationName,
          (event) =>
            replace({
              activation: /** @type {any} */ (
                /** @type {HTMLSelectElement} */ (event.target).value
              ),
            }),
          t('train.layerActivation', { number }),
        )}
        <button
          class="button button--quiet layer-remove"
          type="button"
          aria-label=${t('train.removeLayer', { number })}
          title=${t('train.removeLayer', { number })}
          @click=${() => this.#setLayers(layers.filter((_, k) => k !== i))}
        >
          ${icon('clear')}
        </button>
        ${rangeHint()}
      </li>
    `;
  }

  /** The preset that the recipe equals; "" for none. */
  #preset() {
    const matches = Object.entries(presets).find(([, preset]) =>
      Object.entries(preset).every(
        ([name, value]) => this.recipe[/** @type {keyof typeof preset} */ (name)] === value,
      ),
    );
    return matches?.[0] ?? '';
  }

  /** @param {import('./recipe.js').HiddenLayer[]} layers */
  #setLayers(layers) {
    emitRecipe(this, { hidden: formatHidden(layers) });
  }

  #onPreset = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    if (value) emitRecipe(this, withFittingOutput({ ...this.recipe, ...presets[value] }));
  };

  #onOutput = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    emitRecipe(this, { output: /** @type {any} */ (value) });
  };
}

/** @param {import('./recipe.js').Recipe} recipe */
function parameterCount(recipe) {
  let fanIn = 784;
  let count = 0;
  for (const { units } of architectureOf(recipe).layers) {
    count += (fanIn + 1) * units;
    fanIn = units;
  }
  return count;
}

customElements.define('dd-network-fields', NetworkFields);
