import { html } from 'lit';
import { numberField } from '../../ui/fields.js';
import './line-fit.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { frameOf } from './frame.js';
import { forms, methodsTable } from './tables.js';
import { valleyFigure } from './valley.js';
import { choice, evenly, flag, notice, plot, rangeSentence, slider } from '../parts.js';
import { PointEditor, coordinatesOf, placesOf } from '../points.js';
import { rate } from '../rate.js';
import { countedRun, restartButton, runButton, stepButton } from '../run.js';

/**
 * @typedef {import('./types.js').BestLine} BestLine
 */

const valleySide = 61;
const sliceCount = 61;
/** Where a run ends by itself. */
const lastStep = 5000;
const farthest = 1e9;
const kinds = { best: 'best', descent: 'negative', neuron: 'positive dashed' };

/** A line through points: by formula, by descent, by a neuron. */
export default class LineFitLab extends labOf('line-fit', en, zh, {
  data: { default: 'points', choices: ['points', 'servers'] },
  /** Of the set that is chosen; `default`: as the module has it; `none`: no points. */
  points: { default: 'default' },
  standardised: { default: false },
  rate: { default: 0.01, min: 1e-6, max: 10 },
  w: { default: 1, min: -1e10, max: 1e10 },
  b: { default: 1, min: -1e10, max: 1e10 },
  steps: { default: lastStep, min: 0, max: lastStep, integer: true },
  batch: { default: 4, min: 1, max: 200, integer: true },
  seed: { default: 1, min: 1, max: 1e6, integer: true },
  asked: { default: 346, min: 0, max: 600 },
  picture: { default: 'map', choices: ['map', 'surface'] },
}) {
  static formula = String.raw`J(w,b)=\frac{1}{2m}\sum_{i=1}^{m}\bigl(w\,x_i+b-y_i\bigr)^2`;
  static challenges = {
    alike: { data: 'points', points: '10,3,10,5,10,8,10,13', standardised: false },
    diverge: { data: 'points', points: 'default', rate: 0.015, steps: 40, standardised: false },
    servers: { data: 'servers', points: 'default', rate: 0.01, steps: 3, standardised: false },
    far: {
      data: 'points',
      points: '100000001,2,100000002,4,100000003,7,100000004,8,100000005,11',
      standardised: true,
      steps: lastStep,
    },
  };
  static same = '#/descend?tab=noise';

  /** A run begins step by step and goes ever faster. */
  ticker = countedRun(this, 'steps', lastStep, 30, {
    stride: (steps) => 1 + Math.floor(steps / 16),
  });
  editor = new PointEditor(this, { max: 200, farthest: [farthest, farthest] });
  /**
   * The valley and the best line of some points, kept while a run goes on.
   * @type {{ key: string, valley: import('./types.js').LineValley | null, best: BestLine | null }}
   */
  cached = { key: '', valley: null, best: null };

  compute() {
    const { module, state } = this;
    const { data, standardised, asked } = state;
    const places =
      this.editor.read(state.points) ??
      placesOf(data === 'servers' ? module.lineServers() : module.lineFitPoints());
    const points = coordinatesOf(places);
    const frame = frameOf(data, places);
    const { best, valley } = this.#still(points);
    if (!valley) return { places, frame, best, valley, methods: [] };
    const options = { ...state, learningRate: state.rate, batchSize: state.batch };
    const descent = module.lineDescent(points, options);
    const neuron = module.lineNeuron(points, options);
    const methods = [
      ...(best ? [{ name: 'best', line: best.covariance, value: best.value, run: null }] : []),
      { name: 'descent', line: descent.line, value: descent.value, run: descent },
      { name: 'neuron', line: neuron.line, value: neuron.value, run: neuron },
    ].map((method) => ({
      ...method,
      kind: kinds[/** @type {keyof typeof kinds} */ (method.name)],
      answer: module.lineValue(method.line, asked),
      ends: frame.x.map((x) => module.lineValue(method.line, x)),
    }));
    const through = descent.theta.map((value) => Math.min(1e150, Math.max(-1e150, value)));
    const slices = /** @type {const} */ ([0, 1]).map((component) => {
      const [from, to] = valley.range.slice(2 * component, 2 * component + 2);
      return {
        at: evenly(from, to, sliceCount),
        values: module.lineSlice(points, standardised, through, component, from, to, sliceCount),
      };
    });
    return { places, frame, best, valley, methods, descent, neuron, slices };
  }

  /** What does not change while a run goes on. @param {number[]} points */
  #still(points) {
    const { module } = this;
    const { data, points: text, standardised } = this.state;
    const key = `${data} ${text} ${standardised}`;
    if (this.cached.key !== key) {
      const valley = points.length > 0 ? module.lineValley(points, standardised, valleySide) : null;
      this.cached = { key, best: module.lineBest(points), valley };
    }
    return this.cached;
  }

  /** Another set begins with its own points. @type {import('../lab.js').Lab['set']} */
  set(changes, options) {
    const other = 'data' in changes && !('points' in changes);
    if (other) this.editor.chosen = -1;
    super.set(other ? { ...changes, points: 'default' } : changes, options);
  }

  /** What there is to say of these points. */
  #say() {
    const { places, best, valley } = this.result;
    if (!valley) return this.text('sayNone');
    if (places.length === 1) return this.text('sayOne');
    if (!best) return this.text('sayAlike', { x: decimal(places[0].x) });
    return best.agree ? '' : this.text('sayDisagree');
  }

  figure() {
    const { frame, methods } = this.result;
    const { data, asked } = this.state;
    const servers = data === 'servers';
    return html`
      ${plot(this, {
        main: true,
        label: this.text(`plot_${data}`),
        x: [servers ? this.text('axisServers') : 'x', frame.x],
        y: [servers ? this.text('axisPower') : 'y', frame.y],
        addable: true,
        lines: [
          ...(servers ? [{ x: [asked, asked], y: frame.y, kind: 'muted dashed' }] : []),
          ...methods.map(({ ends, kind }) => ({ x: frame.x, y: ends, kind })),
        ],
        points: this.editor.marks(),
      })}
      ${this.#chosenPoint()} ${notice(this.#say())} ${methodsTable(this)}
      <div class="lab-row">
        ${runButton(this)} ${stepButton(this)} ${restartButton(this)}
        ${flag(this, 'standardised')}
      </div>
      ${valleyFigure(this)} ${forms(this.result.best)}
    `;
  }

  /** The point that was touched last, to be placed exactly or taken away. */
  #chosenPoint() {
    const { editor } = this;
    const place = this.result.places[editor.chosen];
    if (!place) return html`<p class="muted small">${this.text('hint')}</p>`;
    const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
      Math.abs(number) <= farthest ? '' : rangeSentence(typed, -farthest, farthest);
    const field = (/** @type {'x' | 'y'} */ name) =>
      numberField(name, `lab-point-${name}`, place[name], check, (value) =>
        editor.change(editor.chosen, { [name]: value }),
      );
    return html`
      <div class="fit-point">
        <span>${this.text('point', { number: editor.chosen + 1 })}</span>
        ${field('x')} ${field('y')} ${editor.removeButton(this.text('remove'))}
      </div>
    `;
  }

  controls() {
    const samples = Math.max(1, this.result.places.length);
    return html`
      ${choice(this, 'data')}
      ${
        this.state.data === 'servers'
          ? html`<p class="muted small">${this.text('aboutServers')}</p>
              ${slider(this, 'asked')}`
          : ''
      }
      ${rate(this)}
      <div class="lab-pair">
        ${slider(this, 'steps')}
        ${slider(this, 'batch', this.text('batch'), { min: 1, max: samples, step: 1 })}
      </div>
    `;
  }
}
