import { html } from 'lit';
import { button, smallButton } from '../ui/button.js';
import { component } from '../ui/component.js';
import { select, selectField } from '../ui/fields.js';
import { icon } from '../ui/icons.js';
import { t } from '../app/text.js';
import { hiddenActivations, outputsOf } from '../engine/catalog.js';
import { choiceField, numberField, numberInput, rangeHint, setRecipe } from './fields.js';
import { whole } from './format.js';
import {
  architectureOf,
  defaultRecipe,
  formatHidden,
  maxHiddenLayers,
  maxUnits,
  parseHidden,
  presets,
  withFittingOutput,
} from './recipe.js';

/** @param {string} activation */
const activationName = (activation) => t(`train.activation_${activation}`);

/** @param {string} activation @returns {[string, string]} as an option of a list */
const namedActivation = (activation) => [activation, activationName(activation)];

/** The form of the network: its layers, loss, initial weights. */
export class NetworkFields extends component({
  recipe: defaultRecipe(),
}) {
  render() {
    const { recipe } = this;
    const layers = parseHidden(recipe.hidden);
    const allowed = outputsOf(recipe.loss);
    const addLayer = () => this.#setLayers([...layers, { units: 16, activation: 'relu' }]);
    return html`
      ${selectField(
        t('train.preset'),
        undefined,
        this.#preset(),
        ['', ...Object.keys(presets)].map((name) => [
          name,
          t(name ? `train.preset_${name}` : 'train.presetNone'),
        ]),
        (name) => this.#setPreset(name),
        'preset',
      )}
      <ol class="layers">
        <li class="layer">
          <span class="layer-name muted">${t('train.layerInput')}</span><span>784</span>
        </li>
        ${layers.map((layer, i) => this.#layer(layer, i))}
        <li class="layer">
          <span class="layer-name muted">${t('train.layerOutput')}</span>
          <span>10</span>
          ${
            allowed.length > 1
              ? select(
                  recipe.output,
                  allowed.map(namedActivation),
                  (output) => setRecipe({ output: /** @type {any} */ (output) }),
                  { name: 'output', label: t('train.outputActivation') },
                )
              : html`<span class="layer-fixed" data-testid="output-activation">${activationName(recipe.output)}</span>`
          }
        </li>
      </ol>
      <div class="layer-foot">
        ${smallButton(t('train.addLayer'), addLayer, 'add-layer', layers.length >= maxHiddenLayers)}
        <span class="muted small"
          >${t('train.parameters', { count: whole(parameterCount(recipe)) })}</span
        >
      </div>
      ${choiceField(recipe, 'loss', (loss) => t(`train.${loss}`))}
      <div class="field-pair">
        ${choiceField(recipe, 'initializer', (name) => t(`train.initializer_${name}`))}
        ${numberField(recipe, 'seed')}
      </div>
    `;
  }

  /** @param {import('./recipe.js').HiddenLayer} layer @param {number} i */
  #layer({ units, activation }, i) {
    const layers = parseHidden(this.recipe.hidden);
    const number = i + 1;
    const replace = (/** @type {Partial<import('./recipe.js').HiddenLayer>} */ change) =>
      this.#setLayers(layers.map((layer, k) => (k === i ? { ...layer, ...change } : layer)));
    const remove = () => this.#setLayers(layers.filter((_, k) => k !== i));
    const range = { min: 1, max: maxUnits, integer: true };
    return html`
      <li class="layer">
        <span class="layer-name muted">${t('train.layerHidden', { number })}</span>
        ${numberInput(range, units, (typed) => replace({ units: typed }), {
          label: t('train.layerUnits', { number }),
        })}
        ${select(
          activation,
          hiddenActivations.map(namedActivation),
          (value) => replace({ activation: /** @type {any} */ (value) }),
          { name: `activation-${number}`, label: t('train.layerActivation', { number }) },
        )}
        ${button(icon('clear'), remove, undefined, {
          kind: 'button button--quiet layer-remove',
          label: t('train.removeLayer', { number }),
          title: t('train.removeLayer', { number }),
        })}
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
    setRecipe({ hidden: formatHidden(layers) });
  }

  /** @param {string} name  of a preset; "" for none */
  #setPreset(name) {
    if (name) setRecipe(withFittingOutput({ ...this.recipe, ...presets[name] }));
  }
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
