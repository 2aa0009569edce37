import { html, svg } from 'lit';
import { classField } from '../../ui/marks.js';
import '../../ui/plot.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './two-classes.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import {
  button,
  choice,
  figure,
  figures,
  numbersOf,
  numbersText,
  slider,
  table,
} from '../parts.js';
import { rate } from '../rate.js';
import { restartButton, runButton, stepButton } from '../run.js';

addTexts('two-classes', { en, zh });

/**
 * @typedef {import('./types.js').TwoClassesLab} Module
 * @typedef {import('./types.js').LogisticNeuron} LogisticNeuron
 * @typedef {{ points: string, w1: number, w2: number, b: number, steps: number, rate: number,
 *   adding: string }} State
 * @typedef {{ points: number[][], neuron: LogisticNeuron,
 *   drawing: ReturnType<Module['logisticDrawing']> }} Result
 */

const radius = 4;
const range = [-radius, radius];
const maxPoints = 60;
const grid = { x0: -radius, x1: radius, y0: -radius, y1: radius, columns: 64, rows: 64 };
const start = { w1: -1, w2: 0.5, b: 0.5, steps: 0 };

// prettier-ignore
const mixed = [[-2.5, -1, 0], [-1.5, -2.2, 0], [-3, 0.8, 0], [-0.4, -1.2, 0], [-1.2, 1.2, 0], [1, 0.6, 0],
  [2.2, 1.6, 1], [0.9, 2.6, 1], [3.1, 0.2, 1], [2, -1.4, 1], [-0.6, 0.3, 1], [0.6, -0.4, 1]].flat();
// prettier-ignore
const apart = [[-2.5, -1, 0], [-1.5, -2.2, 0], [-3, 0.8, 0], [-1, -0.8, 0],
  [2.2, 1.6, 1], [0.9, 2.6, 1], [3.1, 0.2, 1], [1.4, 0.5, 1]].flat();

/** x₁, x₂, y of each point; the default's where the text is no such list. @param {string} text */
function pointsOf(text) {
  const numbers = numbersOf(text);
  const inside = (/** @type {number} */ value) => Math.abs(value) <= radius;
  const fits =
    numbers !== null &&
    numbers.length % 3 === 0 &&
    numbers.length <= 3 * maxPoints &&
    numbers.every((number, i) => (i % 3 === 2 ? number === 0 || number === 1 : inside(number)));
  const list = fits ? numbers : mixed;
  return Array.from({ length: list.length / 3 }, (_, i) => list.slice(3 * i, 3 * i + 3));
}

/** One logistic neuron between two classes of points. */
class TwoClassesLab extends Lab {
  static lab = 'two-classes';
  static schema = {
    points: { default: numbersText(mixed) },
    w1: { default: start.w1, min: -1e6, max: 1e6 },
    w2: { default: start.w2, min: -1e6, max: 1e6 },
    b: { default: start.b, min: -1e6, max: 1e6 },
    steps: { default: 0, min: 0, integer: true },
    rate: { default: 0.3, min: 1e-3, max: 100 },
    adding: { default: '1', choices: ['1', '0'] },
  };
  static formula = String.raw`\begin{gathered}A=\sigma(XW+b)\\ J=-\tfrac1m\textstyle\sum\bigl[y\ln a+(1-y)\ln(1-a)\bigr]\\ \nabla_{\!W}J=\tfrac1m\,X^{\mathsf T}(A-Y)\end{gathered}`;
  static challenges = {
    apart: { points: numbersText(apart), ...start, rate: 3 },
    one: { points: '-2,-1,1,-1,-2,1,0,0.5,1,1,-1,1,2,1.5,1', ...start, rate: 0.3 },
    same: { points: '-2,-1,0,1,1,0,1,1,1,2,2,1,-1,0.5,0', ...start, rate: 0.3 },
    fast: { points: numbersText(mixed), ...start, rate: 100 },
  };
  static same = '#/train';

  constructor() {
    super();
    this.ticker = new Ticker(this, (steps) => this.#descend(Math.min(steps, 30), false), 60);
    /** The point that was touched last, whose row is marked. */
    this.touched = -1;
  }

  /** @param {State} state @returns {Result} */
  compute({ points, w1, w2, b }) {
    const module = /** @type {Module} */ (labs());
    const list = pointsOf(points);
    const theta = [w1, w2, b];
    return {
      points: list,
      neuron: module.logisticNeuron(list.flat(), theta),
      drawing: module.logisticDrawing(theta, grid),
    };
  }

  /** @param {number} steps @param {boolean} undoable */
  #descend(steps, undoable) {
    const { w1, w2, b, rate: eta, steps: before } = /** @type {State} */ (this.state);
    const { points } = /** @type {Result} */ (this.result);
    const module = /** @type {Module} */ (labs());
    const theta = module.logisticDescent(points.flat(), [w1, w2, b], eta, steps);
    this.set({ w1: theta[0], w2: theta[1], b: theta[2], steps: before + steps }, { undoable });
    return points.length > 0;
  }

  /** @param {number[][]} points @param {number} [touched] */
  #place(points, touched = -1) {
    this.touched = touched;
    this.set({ points: numbersText(points.flat()) });
  }

  /** @param {number} index @param {(point: number[]) => number[]} change */
  #change(index, change) {
    const { points } = /** @type {Result} */ (this.result);
    this.#place(
      points.map((point, i) => (i === index ? change(point) : point)),
      index,
    );
  }

  /** What there is to say of these points. */
  #say() {
    const { points, neuron } = /** @type {Result} */ (this.result);
    if (points.length === 0) return t('two-classes.sayNone');
    if (points.every(([, , label]) => label === points[0][2])) return t('two-classes.sayOneClass');
    if (neuron.contradictions > 0)
      return t('two-classes.saySame', { count: neuron.contradictions });
    return t(neuron.separable ? 'two-classes.sayApart' : 'two-classes.sayMixed');
  }

  reset() {
    this.touched = -1;
    super.reset();
  }

  figure() {
    const { points, neuron, drawing } = /** @type {Result} */ (this.result);
    const line = (/** @type {Float64Array | null} */ ends, /** @type {string} */ kind) =>
      ends ? [{ x: [ends[0], ends[2]], y: [ends[1], ends[3]], kind }] : [];
    return html`
      <div class="points-stage">
        <div>
        <div class="points-plot" data-main>
          <dd-plot
            testid="lab-plot"
            label=${t('two-classes.plot')}
            xName="x₁"
            yName="x₂"
            .xRange=${range}
            .yRange=${range}
            addable
            .field=${classField(drawing.field, 2, grid.columns, grid.rows)}
            .lines=${[
              ...line(drawing.sure, 'positive dashed thin'),
              ...line(drawing.sureNot, 'negative dashed thin'),
              ...line(drawing.border, ''),
            ]}
            .points=${points.map(([x, y, label], i) => ({
              x,
              y,
              label: t('two-classes.point', { number: i + 1, label }),
              kind: label === 1 ? 'positive' : 'negative',
              shape: label === 1 ? 'circle' : 'square',
            }))}
            .overlay=${(/** @type {import('../../ui/plot-geometry.js').Frame} */ f) =>
              drawing.border
                ? ''
                : svg`<text class="plot-label" x=${(f.left + f.right) / 2} y=${f.top + 20} text-anchor="middle">${t('two-classes.noLine')}</text>`}
            @point-move=${(/** @type {CustomEvent} */ { detail: { index, x, y } }) =>
              this.#change(index, ([, , label]) => [x, y, label])}
            @point-tap=${(/** @type {CustomEvent} */ { detail: { index } }) =>
              this.#change(index, ([x, y, label]) => [x, y, 1 - label])}
            @point-remove=${(/** @type {CustomEvent} */ { detail: { index } }) =>
              this.#remove(index)}
            @point-add=${(/** @type {CustomEvent} */ { detail: { x, y } }) => this.#add(x, y)}
          ></dd-plot>
        </div>
        <div class="lab-row">
          ${runButton(this, () => this.set({}))} ${stepButton(this, () => this.#descend(1, true))}
          ${restartButton(this, start)}
        </div>
        </div>
        <div class="points-side">
          ${figures([
            [t('two-classes.loss'), 'loss', neuron.loss],
            [t('two-classes.norm'), 'norm', neuron.norm],
            [t('two-classes.steps'), 'steps', Number(this.state.steps), 9],
          ])}
          <p class="points-say" role="status" data-testid="lab-say">${this.#say()}</p>
          ${this.#gradientTable()}
        </div>
      </div>
    `;
  }

  /** @param {number} x @param {number} y */
  #add(x, y) {
    const { points } = /** @type {Result} */ (this.result);
    if (points.length >= maxPoints) {
      this.problem = t('two-classes.full', { most: maxPoints });
      this.requestUpdate();
      return;
    }
    this.lastChange = { time: 0, names: '' }; // one of its own to undo
    this.#place([...points, [x, y, Number(this.state.adding)]], points.length);
  }

  /** @param {number} index */
  #remove(index) {
    const { points } = /** @type {Result} */ (this.result);
    this.lastChange = { time: 0, names: '' };
    this.#place(points.filter((_, i) => i !== index));
  }

  /** For those who cannot click: a point near the middle, not on the one added before. */
  #addInTheMiddle() {
    const { points } = /** @type {Result} */ (this.result);
    this.#add(0, ((points.length % 8) - 4) / 2);
  }

  /** The points as the matrix X, with Y, A and their difference, and what these add up to. */
  #gradientTable() {
    const { points, neuron } = /** @type {Result} */ (this.result);
    const { gradient, accuracy } = neuron;
    return html`
      <div class="two-classes-gradient">
        <span>∂J/∂w₁ ${figure('dw1', gradient[0], 4)}</span>
        <span>∂J/∂w₂ ${figure('dw2', gradient[1], 4)}</span>
        <span>∂J/∂b ${figure('db', gradient[2], 4)}</span>
        <span>
          ${t('two-classes.right')}
          <output class="value" data-figure="accuracy" data-value=${accuracy}
            >${Number.isNaN(accuracy) ? '–' : percent(accuracy)}</output
          >
        </span>
      </div>
      <div class="two-classes-rows" tabindex="0" role="region" aria-label=${t('two-classes.table')}>
        ${table(
          ['#', 'x₁', 'x₂', 'y', 'a', 'a − y'],
          points.map(
            ([x, y, label], i) => html`
              <tr class=${i === this.touched ? 'touched' : ''}>
                <td>${i + 1}</td>
                <td>${decimal(x, 3)}</td>
                <td>${decimal(y, 3)}</td>
                <td class=${label === 1 ? 'one' : 'zero'}>${label}</td>
                <td>${figure(`a${i}`, neuron.a[i], 3)}</td>
                <td>${figure(`d${i}`, neuron.difference[i], 3)}</td>
              </tr>
            `,
          ),
        )}
      </div>
    `;
  }

  controls() {
    const { points } = /** @type {Result} */ (this.result);
    const weights = { min: -10, max: 10, step: 0.05 };
    return html`
      ${rate(this, 'rate', t('two-classes.rate'), { min: -3, max: 2 })}
      <div class="lab-row">
        ${choice(this, 'adding', t('two-classes.adding'), ['1', '0'])}
        ${button('add', t('two-classes.add'), () => this.#addInTheMiddle())}
        ${
          points[this.touched]
            ? button('remove', t('two-classes.remove', { number: this.touched + 1 }), () =>
                this.#remove(this.touched),
              )
            : ''
        }
      </div>
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'w1', t('two-classes.w1'), weights)}
        ${slider(this, 'w2', t('two-classes.w2'), weights)}
        ${slider(this, 'b', t('two-classes.b'), weights)}
      </div>
    `;
  }
}

customElements.define('dd-lab-two-classes', TwoClassesLab);
