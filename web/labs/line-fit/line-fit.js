import { html } from 'lit';
import { numberField } from '../../ui/fields.js';
import '../../ui/plot.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './line-fit.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { coordinatesOf, farthest, frameOf, placesOf, textOf } from './points.js';
import { forms, table } from './tables.js';
import { map, sections } from './valley.js';
import { button, choice, figures, flag, radios, rangeSentence, slider } from '../parts.js';
import { rate } from '../rate.js';
import { restartButton, runButton, stepButton } from '../run.js';

addTexts('line-fit', { en, zh });

/**
 * @typedef {import('./types.js').LineFitLab} Module
 * @typedef {import('./types.js').LineRun} LineRun
 * @typedef {import('./types.js').LineValley} LineValley
 * @typedef {import('./types.js').BestLine} BestLine
 * @typedef {'points' | 'servers'} DataName
 * @typedef {{ data: DataName, points: string, standardised: boolean, rate: number, w: number,
 *   b: number, steps: number, batch: number, seed: number, asked: number, picture: string }} State
 * @typedef {{ name: 'best' | 'descent' | 'neuron', kind: string, line: ArrayLike<number>,
 *   value: number, run: LineRun | null, answer: number, ends: number[] }} Method
 * @typedef {{ points: Float64Array, places: import('./points.js').Place[],
 *   frame: { x: number[], y: number[] }, best: BestLine | null, valley: LineValley | null,
 *   descent: LineRun | null, neuron: LineRun | null, methods: Method[],
 *   slices: import('./valley.js').Slice[] }} Result
 */

const valleySide = 61;
const sliceCount = 61;
/** Where a run ends by itself. */
const lastStep = 5000;
const kinds = { best: 'best', descent: 'negative', neuron: 'positive dashed' };

/** A line through points: by formula, by descent, by a neuron. */
class LineFitLab extends Lab {
  static lab = 'line-fit';
  static schema = {
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
  };
  static formula = String.raw`J(w,b)=\frac{1}{2m}\sum_{i=1}^{m}\bigl(w\,x_i+b-y_i\bigr)^2`;
  /** @type {readonly import('../lab.js').Challenge[]} */
  static challenges = [
    { id: 'alike', state: { data: 'points', points: '10,3,10,5,10,8,10,13', standardised: false } },
    {
      id: 'diverge',
      state: { data: 'points', points: 'default', rate: 0.015, steps: 40, standardised: false },
    },
    {
      id: 'servers',
      state: { data: 'servers', points: 'default', rate: 0.01, steps: 3, standardised: false },
    },
    {
      id: 'far',
      state: {
        data: 'points',
        points: '100000001,2,100000002,4,100000003,7,100000004,8,100000005,11',
        standardised: true,
        steps: lastStep,
      },
    },
  ];
  static same = '#/descend?tab=noise';

  constructor() {
    super();
    this.ticker = new Ticker(this, (ticks) => this.#advance(ticks), 30);
    /** The point whose coordinates are shown, or −1. */
    this.chosen = -1;
    /** The valley and the best line of some points, kept while a run goes on. */
    this.kept = { key: '', valley: /** @type {LineValley | null} */ (null), best: /** @type {BestLine | null} */ (null) }; // prettier-ignore
  }

  /** @param {State} state @returns {Result} */
  compute(state) {
    const module = /** @type {Module} */ (labs());
    const points =
      coordinatesOf(state.points) ??
      (state.data === 'servers' ? module.lineServers() : module.lineFitPoints());
    const places = placesOf(points);
    const frame = frameOf(state.data, places);
    const { best, valley } = this.#still(module, points, state);
    if (!valley) {
      const none = { descent: null, neuron: null, methods: [], slices: [] };
      return { points, places, frame, best, valley, ...none };
    }
    const options = { ...state, learningRate: state.rate, batchSize: state.batch };
    const descent = module.lineDescent(points, options);
    const neuron = module.lineNeuron(points, options);
    /** @type {(name: Method['name'], line: ArrayLike<number>, value: number, run?: LineRun) => Method} */
    const method = (name, line, value, run) => ({
      name,
      kind: kinds[name],
      line,
      value,
      run: run ?? null,
      answer: module.lineValue(line, state.asked),
      ends: frame.x.map((x) => module.lineValue(line, x)),
    });
    const methods = [
      ...(best ? [method('best', best.covariance, best.value)] : []),
      method('descent', descent.line, descent.value, descent),
      method('neuron', neuron.line, neuron.value, neuron),
    ];
    const slices = /** @type {const} */ ([0, 1]).map((component) => {
      const [from, to] = valley.range.slice(2 * component, 2 * component + 2);
      const at = Array.from(
        { length: sliceCount },
        (_, i) => from + ((to - from) * i) / (sliceCount - 1),
      );
      const through = descent.theta.map((value) => Math.min(1e150, Math.max(-1e150, value)));
      return {
        at,
        values: module.lineSlice(points, state.standardised, through, component, from, to, sliceCount), // prettier-ignore
      };
    });
    return { points, places, frame, best, valley, descent, neuron, methods, slices };
  }

  /** What does not change while a run goes on. @param {Module} module @param {Float64Array} points @param {State} state */
  #still(module, points, { data, points: text, standardised }) {
    const key = `${data} ${text} ${standardised}`;
    if (this.kept.key !== key) {
      const valley = points.length > 0 ? module.lineValley(points, standardised, valleySide) : null;
      this.kept = { key, best: module.lineBest(points), valley };
    }
    return this.kept;
  }

  /** A run begins step by step and goes ever faster. @param {number} ticks */
  #advance(ticks) {
    const { steps } = /** @type {State} */ (this.state);
    let next = steps;
    for (let i = 0; i < ticks; i++) next += 1 + Math.floor(next / 16);
    next = Math.min(lastStep, next);
    this.set({ steps: next }, { undoable: false });
    return next < lastStep;
  }

  #begin() {
    this.set({ steps: Number(this.state.steps) >= lastStep ? 0 : Number(this.state.steps) });
  }

  /** @param {import('./points.js').Place[]} places @param {number} chosen */
  #place(places, chosen) {
    this.chosen = chosen;
    this.set({ points: textOf(places) });
  }

  /** One of its own to undo, however soon after another. @param {import('./points.js').Place} place */
  #add(place) {
    const { places } = /** @type {Result} */ (this.result);
    this.lastChange = { time: 0, names: '' };
    this.#place([...places, place], places.length);
  }

  /** @param {number} index */
  #remove(index) {
    const { places } = /** @type {Result} */ (this.result);
    this.lastChange = { time: 0, names: '' };
    this.#place(places.filter((_, i) => i !== index), -1); // prettier-ignore
  }

  /** @param {number} index @param {Partial<import('./points.js').Place>} place */
  #move(index, place) {
    const { places } = /** @type {Result} */ (this.result);
    this.#place(places.map((old, i) => (i === index ? { ...old, ...place } : old)), index); // prettier-ignore
  }

  /** What there is to say of these points. */
  #say() {
    const { places, best, valley } = /** @type {Result} */ (this.result);
    if (!valley) return t('line-fit.sayNone');
    if (places.length === 1) return t('line-fit.sayOne');
    if (!best) return t('line-fit.sayAlike', { x: decimal(places[0].x) });
    return best.agree ? '' : t('line-fit.sayDisagree');
  }

  figure() {
    const result = /** @type {Result} */ (this.result);
    const { places, frame, methods, valley, descent, neuron, slices } = result;
    const { data, asked } = /** @type {State} */ (this.state);
    const servers = data === 'servers';
    const sentence = this.#say();
    return html`
      <div class="lab-plot" data-main>
        <dd-plot
          testid="lab-plot"
          label=${t(`line-fit.plot_${data}`)}
          xName=${servers ? t('line-fit.axisServers') : 'x'}
          yName=${servers ? t('line-fit.axisPower') : 'y'}
          addable
          .xRange=${frame.x}
          .yRange=${frame.y}
          .lines=${[
            ...(servers ? [{ x: [asked, asked], y: frame.y, kind: 'muted dashed' }] : []),
            ...methods.map(({ ends, kind }) => ({ x: frame.x, y: ends, kind })),
          ]}
          .points=${places.map((place, i) => ({
            ...place,
            label: t('line-fit.point', { number: i + 1 }),
            kind: i === this.chosen ? 'open' : '',
          }))}
          @point-move=${(/** @type {CustomEvent} */ { detail: { index, x, y } }) =>
            this.#move(index, { x, y })}
          @point-tap=${(/** @type {CustomEvent} */ { detail }) => {
            this.chosen = detail.index === this.chosen ? -1 : detail.index;
            this.requestUpdate();
          }}
          @point-add=${(/** @type {CustomEvent} */ { detail }) => this.#add(detail)}
          @point-remove=${(/** @type {CustomEvent} */ { detail }) => this.#remove(detail.index)}
        ></dd-plot>
      </div>
      ${this.#chosenPoint(places)}
      <p class="notice" role="status" data-testid="lab-say" ?hidden=${sentence === ''}>${sentence}</p>
      ${table(this, methods)}
      <div class="lab-row">
        ${runButton(this, () => this.#begin())}
        ${stepButton(this, () => this.set({ steps: Math.min(lastStep, Number(this.state.steps) + 1) }))}
        ${restartButton(this, { steps: 0 })}
        ${flag(this, 'standardised', t('line-fit.standardised'))}
      </div>
      ${
        valley && descent && neuron
          ? html`
              <div class="fit-valley">
                <div class="fit-map">${map(this, { valley, descent, neuron })}</div>
                ${sections(slices, valley, descent)}
              </div>
              <p class="muted small">
                ${t(this.state.standardised ? 'line-fit.overZ' : 'line-fit.overX')}
              </p>
              ${choice(this, 'picture', t('line-fit.picture'), ['map', 'surface'])}
              ${figures([
                [t('line-fit.condition'), 'condition', valley.condition],
                [t('line-fit.largestRate'), 'largest-rate', valley.largestRate],
                ['∂J/∂w', 'gradient-w', descent.gradient[0], 3],
                ['∂J/∂b', 'gradient-b', descent.gradient[1], 3],
              ])}
            `
          : ''
      }
      ${forms(result.best)}
    `;
  }

  /** The point that was touched last, to be placed exactly or taken away. @param {import('./points.js').Place[]} places */
  #chosenPoint(places) {
    const place = places[this.chosen];
    if (!place) return html`<p class="muted small">${t('line-fit.hint')}</p>`;
    const check = (/** @type {number} */ number, /** @type {string} */ typed) =>
      Math.abs(number) <= farthest ? '' : rangeSentence(typed, -farthest, farthest);
    const field = (/** @type {'x' | 'y'} */ name) =>
      numberField(name, `lab-point-${name}`, place[name], check, (value) =>
        this.#move(this.chosen, { [name]: value }),
      );
    return html`
      <div class="fit-point">
        <span>${t('line-fit.point', { number: this.chosen + 1 })}</span>
        ${field('x')} ${field('y')}
        ${button('remove', t('line-fit.remove'), () => this.#remove(this.chosen))}
      </div>
    `;
  }

  controls() {
    const { data } = /** @type {State} */ (this.state);
    const { places } = /** @type {Result} */ (this.result);
    return html`
      ${radios(
        'data',
        t('line-fit.data'),
        ['points', 'servers'],
        data,
        (name) => t(`line-fit.data_${name}`),
        (name) => {
          this.chosen = -1;
          this.set({ data: name, points: 'default' });
        },
      )}
      ${
        data === 'servers'
          ? html`<p class="muted small">${t('line-fit.aboutServers')}</p>
              ${slider(this, 'asked', t('line-fit.asked'), { min: 0, max: 600, step: 1 })}`
          : ''
      }
      ${rate(this, 'rate', t('line-fit.rate'), { min: -6, max: 1 })}
      <div class="fit-pair">
        ${slider(this, 'steps', t('line-fit.steps'), { min: 0, max: lastStep, step: 1 })}
        ${slider(this, 'batch', t('line-fit.batch'), { min: 1, max: Math.max(1, places.length), step: 1 })}
      </div>
    `;
  }
}

customElements.define('dd-lab-line-fit', LineFitLab);
