import { html, nothing } from 'lit';
import { formatNumber, t } from '../app/text.js';
import { component } from '../ui/component.js';
import '../ui/cell-grid.js';

/**
 * @typedef {import('../ui/cell-grid.js').CellGrid} CellGrid
 * @typedef {{ layer: number, unit: number }} UnitRef
 */

/** Activations whose size has a bound of 1; others are coloured by the largest in their layer. */
const bounded = ['sigmoid', 'tanh', 'softmax', 'step'];

/**
 * Every layer of a network as a strip of cells, and the incoming weights of one unit. Fires `pick`
 * (detail: UnitRef) when a unit is chosen.
 */
export class LayerStack extends component({
  architecture: /** @type {import('../engine/types.js').Architecture | null} */ (null),
  /** Whose weights are shown. */
  picked: /** @type {UnitRef} */ ({ layer: 0, unit: 0 }),
}) {
  /** @type {Float32Array | null} */
  activations = null;
  /** @type {Float32Array | null} */
  weights = null;

  updated() {
    this.show(this.activations);
    this.showWeights(this.weights);
  }

  /** @param {Float32Array | null} activations of all layers in order; null: nothing is drawn */
  show(activations) {
    this.activations = activations;
    this.architecture?.layers.forEach(({ activation }, layer) => {
      const values = this.valuesOf(layer);
      const scale = bounded.includes(activation) || !values ? 1 : largest(values);
      this.strip(layer)?.show(values, scale);
    });
  }

  /** @param {number} layer  of the activations */
  valuesOf(layer) {
    const units = this.architecture?.layers.map(({ units }) => units) ?? [];
    const begin = units.slice(0, layer).reduce((sum, count) => sum + count, 0);
    return this.activations?.subarray(begin, begin + units[layer]) ?? null;
  }

  /** @param {Float32Array | null} weights into the picked unit */
  showWeights(weights) {
    this.weights = weights;
    const grid = /** @type {CellGrid | null} */ (this.querySelector('.unit-weights dd-cell-grid'));
    grid?.show(weights, weights ? largest(weights) : 1);
    if (grid && weights) {
      grid.notes = t('draw.weightsRange', { largest: decimal(largest(weights)) });
    }
  }

  /** @param {number} layer @returns {CellGrid | null} */
  strip(layer) {
    return this.querySelector(`.stack-layer dd-cell-grid[data-layer="${layer}"]`);
  }

  /** @param {number} layer  −1: the image */
  nameOf(layer) {
    if (layer === (this.architecture?.layers.length ?? 0) - 1) return t('draw.outputLayer');
    return t('draw.hiddenLayer', { number: layer + 1 });
  }

  /** @param {number} layer @param {number} unit */
  describeUnit(layer, unit) {
    const value = this.valuesOf(layer)?.[unit];
    const name = t('draw.unit', { unit });
    return value === undefined ? name : t('draw.unitValue', { unit, value: decimal(value) });
  }

  /** @param {number} index  of a weight into the picked unit */
  describeWeight(index) {
    const value = decimal(this.weights?.[index] ?? 0);
    if (this.picked.layer > 0) return t('draw.weightFromUnit', { unit: index, value });
    return t('draw.weightFromPixel', { row: Math.floor(index / 28), column: index % 28, value });
  }

  render() {
    const { architecture } = this;
    if (!architecture) return nothing;
    const { layer, unit } = this.picked;
    const previous = layer === 0 ? architecture.inputs : architecture.layers[layer - 1].units;
    return html`
      <ol class="stack">
        ${architecture.layers.map(
          ({ units, activation }, i) => html`
            <li class="stack-layer">
              <h3>
                ${this.nameOf(i)}
                <span class="muted small">${formatNumber(units)} · ${t(`draw.${activation}`)}</span>
              </h3>
              <dd-cell-grid
                data-layer=${i}
                .label=${t('draw.layerLabel', { name: this.nameOf(i), units })}
                .count=${units}
                .pickable=${true}
                .picked=${i === layer ? unit : -1}
                .describe=${(/** @type {number} */ index) => this.describeUnit(i, index)}
                @pick=${(/** @type {CustomEvent<number>} */ event) =>
                  this.pick({ layer: i, unit: event.detail }, event)}
              ></dd-cell-grid>
            </li>
          `,
        )}
      </ol>
      <div class="unit-weights" data-layer=${layer} data-unit=${unit}>
        <h3>${t('draw.weightsTitle', { name: this.nameOf(layer), unit })}</h3>
        <dd-cell-grid
          class=${layer === 0 ? 'image-cells' : ''}
          .label=${t('draw.weightsLabel', { name: this.nameOf(layer), unit })}
          .count=${previous}
          .columns=${layer === 0 ? 28 : 0}
          .describe=${(/** @type {number} */ index) => this.describeWeight(index)}
        ></dd-cell-grid>
      </div>
    `;
  }

  /** @param {UnitRef} unit @param {Event} event  of the strip, which stays inside */
  pick(unit, event) {
    event.stopPropagation();
    this.emit('pick', unit);
  }
}

/** @param {Float32Array} values */
const largest = (values) => values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);

/** @param {number} value */
const decimal = (value) => value.toFixed(2);

customElements.define('dd-layer-stack', LayerStack);
