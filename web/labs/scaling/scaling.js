import { html, svg } from 'lit';
import '../../ui/plot.js';
import { pathOf, valleyMap } from '../../ui/valley.js';
import { labs } from '../../engine/labs.js';
import './scaling.css';
import en from './en.js';
import { formatNumber, addTexts, t } from '../../app/text.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { choice, figure, flag, slider } from '../parts.js';

addTexts('scaling', { en, zh });

/**
 * @typedef {import('./types.js').ScalingLab} Module
 * @typedef {import('./types.js').ScalingValley} Valley
 * @typedef {import('./types.js').ScalingDescent} Descent
 * @typedef {import('./types.js').Treatment} Treatment
 * @typedef {{ offset: number, spread: number, treatment: Treatment, times: number,
 *   shared: boolean, w: number, b: number }} State
 * @typedef {{ name: 'raw' | 'treated', valley: Valley, descent: Descent }} Side
 */

const treatments = ['centred', 'scaled', 'standardised'];
const reach = { offset: 6, spread: 4 };
const half = 1;
const side = 61;
const xRange = [-10.5, 10.5];
/** Heights of the mean, the deviation and the inputs on their axis. */
const heights = { mean: 0.6, deviation: 0, inputs: -0.65 };

/** One input, raw and scaled: the valley of J and the way down it. */
class ScalingLab extends Lab {
  static lab = 'scaling';
  static schema = {
    offset: { default: 2, min: -reach.offset, max: reach.offset },
    spread: { default: 1, min: 0, max: reach.spread },
    treatment: { default: 'standardised', choices: treatments },
    times: { default: 1, min: 0.05, max: 2.5 },
    shared: { default: false },
    /** The start, as distances from the best w and b. */
    w: { default: -0.8, min: -half, max: half },
    b: { default: 0.6, min: -half, max: half },
  };
  static formula = String.raw`\begin{gathered}z=\frac{x-\bar x}{s},\qquad \kappa=\frac{\lambda_{\max}}{\lambda_{\min}}\\[4pt] \eta_{\text{best}}=\frac{2}{\lambda_{\max}+\lambda_{\min}}\end{gathered}`;
  /** @type {readonly import('../lab.js').Challenge[]} */
  static challenges = [
    { id: 'far', state: { offset: 6, spread: 0.5, treatment: 'standardised', times: 1, shared: false } }, // prettier-ignore
    { id: 'shared', state: { offset: 2, spread: 1, treatment: 'standardised', shared: true, times: 1 } }, // prettier-ignore
    { id: 'edge', state: { offset: 2, spread: 1, times: 1.04, shared: false } },
    { id: 'constant', state: { offset: 3, spread: 0, times: 1, shared: false } },
  ];
  static same = '#/descend?tab=noise';

  /** @param {State} state @returns {Side[]} */
  compute({ offset, spread, treatment, times, shared, w, b }) {
    const module = /** @type {Module} */ (labs());
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
    const sides = /** @type {Side[]} */ (this.result);
    const constant = Number(this.state.spread) === 0;
    return html`
      ${this.#inputs(sides[0].valley.inputs)}
      <p class="notice" role="status" data-testid="lab-say" ?hidden=${!constant}>
        ${t('scaling.sayConstant')}
      </p>
      <div class="scaling-pair">${sides.map((one) => this.#side(one))}</div>
    `;
  }

  /** The inputs on their axis, with their mean and their deviation to drag. @param {Float64Array} inputs */
  #inputs(inputs) {
    const { offset, spread } = /** @type {State} */ (this.state);
    return html`
      <div class="scaling-inputs" data-main>
        <dd-plot
          testid="lab-inputs"
          label=${t('scaling.inputs')}
          yName=""
          .xRange=${xRange}
          .yRange=${[-1, 1]}
          .underlay=${(/** @type {import('../../ui/plot-geometry.js').Frame} */ { x, y }) =>
            Array.from(
              inputs,
              (at) =>
                svg`<circle class="scaling-input" cx=${x(at)} cy=${y(heights.inputs)} r="4" />`,
            )}
          .lines=${[
            {
              x: [offset, offset + spread],
              y: [heights.deviation, heights.deviation],
              kind: 'negative',
            },
            {
              x: [offset, offset],
              y: [heights.mean, heights.inputs],
              kind: 'positive thin dashed',
            },
          ]}
          .points=${[
            {
              x: offset,
              y: heights.mean,
              label: t('scaling.offset'),
              kind: 'positive',
              fixed: 'y',
            },
            {
              x: offset + spread,
              y: heights.deviation,
              label: t('scaling.spread'),
              kind: 'negative',
              fixed: 'y',
            },
          ]}
          @point-move=${(/** @type {CustomEvent} */ { detail: { index, x } }) => {
            if (index === 0) this.set({ offset: within(x, -reach.offset, reach.offset) });
            else this.set({ spread: within(x - offset, 0, reach.spread) });
          }}
        ></dd-plot>
      </div>
    `;
  }

  /** @param {Side} side */
  #side({ name, valley, descent }) {
    const { treatment, w, b } = /** @type {State} */ (this.state);
    const title = name === 'raw' ? t('scaling.raw') : t(`scaling.treated_${treatment}`);
    return html`
      <section class="scaling-side" data-testid="lab-${name}" data-state=${descent.state}>
        <h2>${title}</h2>
        ${valleyMap(valley, {
          testid: `lab-map-${name}`,
          label: t('scaling.map', { title }),
          startLabel: t('scaling.start'),
          start: [w, b],
          minimum: [0, 0],
          names: ['Δw', 'Δb'],
          paths: [pathOf('negative', descent.path, descent.state)],
          set: ([nextW, nextB]) => this.set({ w: nextW, b: nextB }),
        })}
        <dl class="scaling-figures">
          <dt>${t('scaling.condition')}</dt>
          <dd>${figure(`${name}-condition`, valley.condition, 4)}</dd>
          <dt>${t('scaling.rate')}</dt>
          <dd>${figure(`${name}-rate`, descent.learningRate, 4)}</dd>
          <dt>${t('scaling.largestRate')}</dt>
          <dd>${figure(`${name}-largest`, valley.largestRate, 4)}</dd>
          <dt>${t('scaling.steps')}</dt>
          <dd>
            <output
              class="value scaling-steps"
              data-figure="${name}-steps"
              data-state=${descent.state}
              data-value=${descent.state === 'arrived' ? descent.steps : Infinity}
              >${t(`scaling.steps_${descent.state}`, { steps: formatNumber(descent.steps) })}</output
            >
          </dd>
        </dl>
      </section>
    `;
  }

  controls() {
    const share = { min: 0.05, max: 2.5, step: 0.01 };
    return html`
      ${choice(this, 'treatment', t('scaling.treatment'), treatments)}
      ${slider(this, 'offset', t('scaling.offset'), { min: -reach.offset, max: reach.offset, step: 0.1 })}
      ${slider(this, 'spread', t('scaling.spread'), { min: 0, max: reach.spread, step: 0.1 })}
      ${slider(this, 'times', t('scaling.times'), share)}
      ${flag(this, 'shared', t('scaling.shared'))}
    `;
  }
}

/** What a finger can hit: two digits after the point. @param {number} value @param {number} low @param {number} high */
const within = (value, low, high) => Number(Math.min(high, Math.max(low, value)).toFixed(2)) + 0; // + 0: no −0

customElements.define('dd-lab-scaling', ScalingLab);
