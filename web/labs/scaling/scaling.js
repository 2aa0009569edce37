import { html, svg } from 'lit';
import { pathOf, valleyMap } from '../../ui/valley.js';
import './scaling.css';
import en from './en.js';
import { formatNumber } from '../../app/text.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { choice, figures, flag, notice, plot, slider } from '../parts.js';

const treatments = /** @type {const} */ (['centred', 'scaled', 'standardised']);
const reach = { offset: 6, spread: 4 };
const half = 1;
const side = 61;
const xRange = [-10.5, 10.5];
/** Heights of the mean, the deviation and the inputs on their axis. */
const heights = { mean: 0.6, deviation: 0, inputs: -0.65 };

/** One input, raw and scaled: the valley of J and the way down it. */
export default class ScalingLab extends labOf('scaling', en, zh, {
  offset: { default: 2, min: -reach.offset, max: reach.offset, step: 0.1 },
  spread: { default: 1, min: 0, max: reach.spread, step: 0.1 },
  treatment: { default: 'standardised', choices: treatments },
  times: { default: 1, min: 0.05, max: 2.5, step: 0.01 },
  shared: { default: false },
  /** The start, as distances from the best w and b. */
  w: { default: -0.8, min: -half, max: half },
  b: { default: 0.6, min: -half, max: half },
}) {
  static formula = String.raw`\begin{gathered}z=\frac{x-\bar x}{s},\qquad \kappa=\frac{\lambda_{\max}}{\lambda_{\min}}\\[4pt] \eta_{\text{best}}=\frac{2}{\lambda_{\max}+\lambda_{\min}}\end{gathered}`;
  static challenges = {
    far: { offset: 6, spread: 0.5, treatment: 'standardised', times: 1, shared: false },
    shared: { offset: 2, spread: 1, treatment: 'standardised', shared: true, times: 1 },
    edge: { offset: 2, spread: 1, times: 1.04, shared: false },
    constant: { offset: 3, spread: 0, times: 1, shared: false },
  };
  static same = '#/descend?tab=noise';

  compute() {
    const { module, state } = this;
    const { offset, spread, treatment, times, shared, w, b } = state;
    const input = { offset, spread };
    return /** @type {const} */ (['raw', 'treated']).map((name) => {
      const own = name === 'raw' ? 'none' : treatment;
      return {
        name,
        valley: module.scalingValley(input, own, half, side),
        descent: module.scalingDescent(input, own, shared ? treatment : own, times, w, b),
      };
    });
  }

  figure() {
    return html`
      ${this.#inputs()} ${notice(this.state.spread === 0 ? this.text('sayConstant') : '')}
      <div class="scaling-pair">${this.result.map((one) => this.#side(one))}</div>
    `;
  }

  /** The inputs on their axis, with their mean and their deviation to drag. */
  #inputs() {
    const { offset, spread } = this.state;
    const { inputs } = this.result[0].valley;
    const { mean, deviation } = heights;
    const label = this.text('offset');
    const spreadLabel = this.text('spread');
    return plot(this, {
      frame: 'scaling-inputs',
      main: true,
      testid: 'lab-inputs',
      label: this.text('inputs'),
      x: ['x', xRange],
      y: ['', [-1, 1]],
      underlay: ({ x, y }) =>
        Array.from(
          inputs,
          (at) => svg`<circle class="scaling-input" cx=${x(at)} cy=${y(heights.inputs)} r="4" />`,
        ),
      lines: [
        { x: [offset, offset + spread], y: [deviation, deviation], kind: 'negative' },
        { x: [offset, offset], y: [mean, heights.inputs], kind: 'positive thin dashed' },
      ],
      points: [
        { x: offset, y: mean, label, kind: 'positive', fixed: 'y' },
        { x: offset + spread, y: deviation, label: spreadLabel, kind: 'negative', fixed: 'y' },
      ],
      move: ({ index, x }) =>
        this.set(
          index === 0
            ? { offset: within(x, -reach.offset, reach.offset) }
            : { spread: within(x - offset, 0, reach.spread) },
        ),
    });
  }

  /** @param {ScalingLab['result'][0]} side */
  #side({ name, valley, descent }) {
    const { w, b, treatment } = this.state;
    const title = this.text(name === 'raw' ? name : `treated_${treatment}`);
    const { state, steps } = descent;
    return html`
      <section class="scaling-side" data-testid="lab-${name}" data-state=${state}>
        <h2>${title}</h2>
        ${valleyMap(valley, {
          testid: `lab-map-${name}`,
          label: this.text('map', { title }),
          startLabel: this.text('start'),
          start: [w, b],
          minimum: [0, 0],
          names: ['Δw', 'Δb'],
          paths: [pathOf('negative', descent.path, state)],
          set: ([nextW, nextB]) => this.set({ w: nextW, b: nextB }),
        })}
        ${figures(
          [
            [this.text('condition'), `${name}-condition`, valley.condition, 4],
            [this.text('rateUsed'), `${name}-rate`, descent.learningRate, 4],
            [this.text('largestRate'), `${name}-largest`, valley.largestRate, 4],
            [
              this.text('steps'),
              `${name}-steps`,
              state === 'arrived' ? steps : Infinity,
              this.text(`steps_${state}`, { steps: formatNumber(steps) }),
            ],
          ],
          'scaling-figures',
        )}
      </section>
    `;
  }

  controls() {
    return html`
      ${choice(this, 'treatment')} ${slider(this, 'offset')} ${slider(this, 'spread')}
      ${slider(this, 'times')} ${flag(this, 'shared')}
    `;
  }
}

/** What a finger can hit: two digits after the point. @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Number(Math.min(high, Math.max(low, value)).toFixed(2)) + 0; // + 0: no −0
