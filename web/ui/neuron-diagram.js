import { html, svg } from 'lit';
import { decimal } from '../app/numbers.js';
import { component } from './component.js';

/**
 * @typedef {object} Edge  an input and its weight
 * @property {string} name
 * @property {string} value      of the input, as text
 * @property {number} weight
 * @property {number} product    w·x: the width and the colour of the edge
 */

const width = 400;
const height = 252;
const place = { input: 62, sum: 240, output: 330, middle: 122, top: 30 };
const radius = { input: 21, sum: 29 };
const thickest = 14;
/** About the width of a figure. */
const letter = 6.4;
/** So many characters stand between an input and the sum. */
const room = 18;

const short = (/** @type {number} */ number) => decimal(number, 3);

/** How wide an edge is drawn for w·x. @param {number} product */
const thickness = (product) => Math.min(thickest, 1 + 1.6 * Math.abs(product));
/** @param {number} product */
const sign = (product) => (product > 0 ? 'positive' : product < 0 ? 'negative' : 'idle');

/**
 * A neuron with the values on its edges: inputs, weights, bias, sum z, activation, answer. With
 * `tappable`, inputs are buttons: `input-tap` says which in `detail`.
 */
export class NeuronDiagram extends component({
  label: '',
  edges: /** @type {readonly Edge[]} */ ([]),
  bias: 0,
  z: 0,
  /** Of the activation. */
  symbol: 'σ',
  output: '',
  /** What the answer means. */
  word: '',
  /** A colour that the inputs describe, as SVG has it; '': none. */
  swatch: '',
  tappable: false,
}) {
  render() {
    const { middle, sum, output } = place;
    const top = middle - radius.sum;
    return html`
      <svg
        class="neuron"
        viewBox="0 0 ${width} ${height}"
        role="group"
        aria-label=${this.label}
      >
        ${
          this.swatch &&
          svg`<rect class="neuron-swatch" x="1" y=${place.top} width="26" height=${2 * (middle - place.top)} rx="4" fill=${this.swatch} />`
        }
        ${this.edges.map((edge, i) => this.#line(edge, i))}
        <line
          class="neuron-edge ${sign(this.bias)}"
          x1=${sum} x2=${sum} y1="24" y2=${top}
          stroke-width=${thickness(this.bias)}
        ></line>
        <text class="neuron-text" x=${sum} y="16" text-anchor="middle">
          b = ${short(this.bias)}
        </text>
        <line class="neuron-wire" x1=${sum} x2=${width - 4} y1=${middle} y2=${middle}></line>
        <circle class="neuron-body" cx=${sum} cy=${middle} r=${radius.sum}></circle>
        <text class="neuron-text" x=${sum} y=${middle - 7} text-anchor="middle">Σ</text>
        <text class="neuron-value" x=${sum} y=${middle + 11} text-anchor="middle">${short(this.z)}</text>
        <text class="neuron-text muted" x=${sum} y=${middle + 46} text-anchor="middle">z</text>
        <rect
          class="neuron-body"
          x=${output - 46} y=${middle - 20} width="40" height="40" rx="6"
        ></rect>
        <text class="neuron-symbol" x=${output - 26} y=${middle + 6} text-anchor="middle">
          ${this.symbol}
        </text>
        <circle class="neuron-body strong" cx=${output + 32} cy=${middle} r="27"></circle>
        <text class="neuron-value" x=${output + 32} y=${middle + 5} text-anchor="middle">
          ${this.output}
        </text>
        <text class="neuron-text strong" x=${output + 32} y=${middle + 46} text-anchor="middle">
          ${this.word}
        </text>
        ${this.edges.map((edge, i) => this.#input(edge, i))}
        ${this.edges.map((edge, i) => this.#product(edge, i))}
      </svg>
    `;
  }

  /** @param {number} i */
  #y(i) {
    const step = this.edges.length > 2 ? place.middle - place.top : 104;
    return place.middle + step * (i - (this.edges.length - 1) / 2);
  }

  /** @param {Edge} edge @param {number} i */
  #line({ product }, i) {
    return svg`<line
      class="neuron-edge ${sign(product)}"
      x1=${place.input} y1=${this.#y(i)} x2=${place.sum} y2=${place.middle}
      stroke-width=${thickness(product)}
    />`;
  }

  /** @param {Edge} edge @param {number} i */
  #product({ product }, i) {
    const share = 0.48;
    const x = place.input + share * (place.sum - place.input);
    const y = this.#y(i) + share * (place.middle - this.#y(i));
    const text = this.#equations()[i];
    const wide = text.length * letter + 6;
    return svg`
      <rect class="neuron-ground" x=${x - wide / 2} y=${y - 9} width=${wide} height="18" />
      <text class="neuron-text small ${sign(product)}" data-part="product" x=${x} y=${y + 4} text-anchor="middle">${text}</text>
    `;
  }

  /** w·x of each edge, without spaces where one of them would cover its input. */
  #equations() {
    const spaced = this.edges.map(
      ({ weight, value, product }) => `${short(weight)} · ${value} = ${short(product)}`,
    );
    const fits = spaced.every(({ length }) => length <= room);
    return fits ? spaced : spaced.map((text) => text.replaceAll(' ', ''));
  }

  /** @param {Edge} edge @param {number} i */
  #input({ name, value }, i) {
    const y = this.#y(i);
    const content = svg`
      <circle class="neuron-body" data-part="input" cx=${place.input} cy=${y} r=${radius.input} />
      <text class="neuron-value" data-part="value" x=${place.input} y=${y + 5} text-anchor="middle">${value}</text>
      <text class="neuron-text muted" x=${place.input} y=${y + radius.input + 15} text-anchor="middle">${name}</text>
    `;
    if (!this.tappable) return content;
    return svg`
      <g
        class="neuron-input"
        role="switch"
        tabindex="0"
        aria-checked=${value === '1'}
        aria-label=${name}
        data-testid="neuron-input-${i}"
        @click=${() => this.#tap(i)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          this.#tap(i);
        }}
      >
        <circle class="grip" fill="transparent" cx=${place.input} cy=${y} r="30" />
        ${content}
      </g>
    `;
  }

  /** @param {number} i */
  #tap(i) {
    this.emit('input-tap', i);
  }
}

customElements.define('dd-neuron-diagram', NeuronDiagram);
