import { html, svg } from 'lit';
import { classField } from '../../ui/marks.js';
import { Ticker } from '../../ui/ticker.js';
import './two-classes.css';
import en from './en.js';
import { decimal, percent } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { button, choice, figure, figures, numbersText, plot, slider, table } from '../parts.js';
import { PointEditor, coordinatesOf } from '../points.js';
import { rate } from '../rate.js';
import { restartButton, runButton, stepButton } from '../run.js';

const radius = 4;
const range = [-radius, radius];
const grid = { x0: -radius, x1: radius, y0: -radius, y1: radius, columns: 64, rows: 64 };
const start = { w1: -1, w2: 0.5, b: 0.5, steps: 0 };
const weight = { min: -1e6, max: 1e6 };

// prettier-ignore
const mixed = [[-2.5, -1, 0], [-1.5, -2.2, 0], [-3, 0.8, 0], [-0.4, -1.2, 0], [-1.2, 1.2, 0], [1, 0.6, 0],
  [2.2, 1.6, 1], [0.9, 2.6, 1], [3.1, 0.2, 1], [2, -1.4, 1], [-0.6, 0.3, 1], [0.6, -0.4, 1]].flat();
// prettier-ignore
const apart = [[-2.5, -1, 0], [-1.5, -2.2, 0], [-3, 0.8, 0], [-1, -0.8, 0],
  [2.2, 1.6, 1], [0.9, 2.6, 1], [3.1, 0.2, 1], [1.4, 0.5, 1]].flat();

/** One logistic neuron between two classes of points. */
export default class TwoClassesLab extends labOf('two-classes', en, zh, {
  /** x₁, x₂, y of each point. */
  points: { default: numbersText(mixed) },
  w1: { default: start.w1, ...weight },
  w2: { default: start.w2, ...weight },
  b: { default: start.b, ...weight },
  steps: { default: 0, min: 0, integer: true },
  rate: { default: 0.3, min: 1e-3, max: 100 },
  adding: { default: '1', choices: ['1', '0'] },
}) {
  static formula = String.raw`\begin{gathered}A=\sigma(XW+b)\\ J=-\tfrac1m\textstyle\sum\bigl[y\ln a+(1-y)\ln(1-a)\bigr]\\ \nabla_{\!W}J=\tfrac1m\,X^{\mathsf T}(A-Y)\end{gathered}`;
  static challenges = {
    apart: { points: numbersText(apart), ...start, rate: 3 },
    one: { points: '-2,-1,1,-1,-2,1,0,0.5,1,1,-1,1,2,1.5,1', ...start, rate: 0.3 },
    same: { points: '-2,-1,0,1,1,0,1,1,1,2,2,1,-1,0.5,0', ...start, rate: 0.3 },
    fast: { points: numbersText(mixed), ...start, rate: 100 },
  };

  ticker = Object.assign(new Ticker(this, (steps) => this.#descend(steps, false), 60), {
    begin: () => this.set({}),
    step: () => void this.#descend(1, true),
    restart: () => this.set(start),
  });
  editor = new PointEditor(this, {
    max: 60,
    farthest: [radius, radius],
    none: '',
    label: () => Number(this.state.adding),
  });

  compute() {
    const { module, state } = this;
    const { points, w1, w2, b } = state;
    const theta = [w1, w2, b];
    const places = this.editor.read(points) ?? this.editor.read(numbersText(mixed)) ?? [];
    return {
      places,
      neuron: module.logisticNeuron(coordinatesOf(places), theta),
      drawing: module.logisticDrawing(theta, grid),
    };
  }

  /** @param {number} steps @param {boolean} undoable */
  #descend(steps, undoable) {
    const { w1, w2, b, rate: eta, steps: before } = this.state;
    const points = coordinatesOf(this.result.places);
    const theta = this.module.logisticDescent(points, [w1, w2, b], eta, steps);
    this.set({ w1: theta[0], w2: theta[1], b: theta[2], steps: before + steps }, { undoable });
    return points.length > 0;
  }

  /** What there is to say of these points. */
  #say() {
    const { places, neuron } = this.result;
    if (places.length === 0) return this.text('sayNone');
    if (places.every(({ label }) => label === places[0].label)) return this.text('sayOneClass');
    if (neuron.contradictions > 0) return this.text('saySame', { count: neuron.contradictions });
    return this.text(neuron.separable ? 'sayApart' : 'sayMixed');
  }

  reset() {
    this.editor.chosen = -1;
    super.reset();
  }

  figure() {
    const { places, neuron, drawing } = this.result;
    const line = (/** @type {Float64Array | null} */ ends, /** @type {string} */ kind) =>
      ends ? [{ x: [ends[0], ends[2]], y: [ends[1], ends[3]], kind }] : [];
    return html`
      <div class="points-stage">
        <div>
          ${plot(this, {
            frame: 'points-plot',
            main: true,
            x: ['x₁', range],
            y: ['x₂', range],
            addable: true,
            field: classField(drawing.field, 2, grid.columns, grid.rows),
            lines: [
              ...line(drawing.sure, 'positive dashed thin'),
              ...line(drawing.sureNot, 'negative dashed thin'),
              ...line(drawing.border, ''),
            ],
            points: places.map(({ x, y, label }, i) => ({
              x,
              y,
              label: this.text('point', { number: i + 1, label: Number(label) }),
              kind: label ? 'positive' : 'negative',
              shape: label ? 'circle' : 'square',
            })),
            overlay: (f) =>
              drawing.border
                ? ''
                : svg`<text class="plot-label" x=${(f.left + f.right) / 2} y=${f.top + 20} text-anchor="middle">${this.text('noLine')}</text>`,
          })}
          <div class="lab-row">${runButton(this)} ${stepButton(this)} ${restartButton(this)}</div>
        </div>
        <div class="flow">
          ${figures([
            [this.text('loss'), 'loss', neuron.loss],
            [this.text('norm'), 'norm', neuron.norm],
            [this.text('stepCount'), 'steps', this.state.steps, 9],
          ])}
          <p class="points-say" role="status" data-testid="lab-say">${this.#say()}</p>
          ${this.#gradientTable()}
        </div>
      </div>
    `;
  }

  /** The points as the matrix X, with Y, A and their difference, and what these add up to. */
  #gradientTable() {
    const { places, neuron } = this.result;
    const { gradient, accuracy } = neuron;
    return html`
      <div class="two-classes-gradient muted small">
        <span>∂J/∂w₁ ${figure('dw1', gradient[0], 4)}</span>
        <span>∂J/∂w₂ ${figure('dw2', gradient[1], 4)}</span>
        <span>∂J/∂b ${figure('db', gradient[2], 4)}</span>
        <span>
          ${this.text('right')}
          ${figure('accuracy', accuracy, Number.isNaN(accuracy) ? '–' : percent(accuracy))}
        </span>
      </div>
      <div class="two-classes-rows" tabindex="0" role="region" aria-label=${this.text('table')}>
        ${table(
          ['#', 'x₁', 'x₂', 'y', 'a', 'a − y'],
          places.map(
            ({ x, y, label }, i) => html`
              <tr class=${i === this.editor.chosen ? 'touched' : ''}>
                <td>${i + 1}</td>
                <td>${decimal(x, 3)}</td>
                <td>${decimal(y, 3)}</td>
                <td class=${label ? 'text-positive' : 'text-negative'}>${label}</td>
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
    const weights = { min: -10, max: 10, step: 0.05 };
    const middle = ((this.result.places.length % 8) - 4) / 2;
    return html`
      ${rate(this)}
      <div class="lab-row">
        ${choice(this, 'adding')}
        ${
          /* For those who cannot click: near the middle, not on the one added before. */
          button('add', this.text('add'), () => this.editor.add(0, middle))
        }
        ${this.editor.removeButton()}
      </div>
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'w1', 'w₁', weights)} ${slider(this, 'w2', 'w₂', weights)}
        ${slider(this, 'b', 'b', weights)}
      </div>
    `;
  }
}
