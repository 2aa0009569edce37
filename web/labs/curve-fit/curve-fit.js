import { html, svg } from 'lit';
import '../../ui/plot.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './curve-fit.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import zh from './zh.js';
import { Follower } from './run.js';
import { Lab } from '../lab.js';
import {
  button,
  choice,
  figures,
  flag,
  numbersOf,
  numbersText,
  rangeSentence,
  slider,
} from '../parts.js';
import { rate } from '../rate.js';
import { restartButton, runButton, stepButton } from '../run.js';

addTexts('curve-fit', { en, zh });

/**
 * @typedef {import('./types.js').CurveFitLab} Module
 * @typedef {import('./types.js').TargetCurve} TargetCurve
 * @typedef {ReturnType<import('./types.js').CurveFit['curves']>} Curves
 * @typedef {{ target: TargetCurve | 'own', points: string, count: number, noise: number,
 *   units: number, activation: string, optimizer: string, rate: number, seed: number,
 *   steps: number, shown: number, heldOut: boolean }} State
 * @typedef {{ x: number, y: number }} Place
 * @typedef {{ places: Place[], others: Place[], target: Float64Array | null, curves: Curves,
 *   steps: number, diverged: boolean, loss: number, heldOutLoss: number,
 *   dead: number }} Result
 */

const targets = ['sine', 'step', 'bump', 'fold', 'own'];
const activations = ['tanh', 'sigmoid', 'relu', 'leakyRelu'];
const maxUnits = 12;
const maxPoints = 60;
const maxSteps = 20000;
const xRange = [-1.1, 1.1];
const yRange = [-1.9, 1.9];
const across = Array.from(
  { length: 241 },
  (_, i) => xRange[0] + ((xRange[1] - xRange[0]) * i) / 240,
);

/** From where the challenges depart. */
const plain = {
  target: 'sine',
  count: 24,
  noise: 0.15,
  activation: 'tanh',
  optimizer: 'adam',
  rate: 0.03,
  seed: 1,
  shown: maxUnits,
};

/** @param {ArrayLike<number>} points @returns {Place[]} */
const placesOf = (points) =>
  Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] }));

/** @param {readonly Place[]} places */
const textOf = (places) =>
  places.length === 0 ? 'none' : numbersText(places.flatMap(({ x, y }) => [x, y]));

/** The reader's own points; null where the text is no list of points of the picture. @param {string} text */
function ownPoints(text) {
  const numbers = text === 'none' ? [] : text === '' ? null : numbersOf(text);
  const fits =
    numbers !== null &&
    numbers.length % 2 === 0 &&
    numbers.length <= 2 * maxPoints &&
    numbers.every((number, i) => Math.abs(number) <= (i % 2 === 0 ? xRange[1] : yRange[1]));
  return fits ? numbers : null;
}

/** A network with one hidden layer on a noisy curve. */
class CurveFitLab extends Lab {
  static lab = 'curve-fit';
  static schema = {
    target: { default: 'sine', choices: targets },
    /** x, y, … of the reader's own points; `none`: no points. */
    points: { default: '' },
    count: { default: 24, min: 4, max: maxPoints, integer: true },
    noise: { default: 0.15, min: 0, max: 0.6 },
    units: { default: 4, min: 1, max: maxUnits, integer: true },
    activation: { default: 'tanh', choices: activations },
    optimizer: { default: 'adam', choices: ['adam', 'sgd'] },
    rate: { default: 0.03, min: 1e-4, max: 10 },
    seed: { default: 1, min: 1, max: 9999, integer: true },
    steps: { default: 1000, min: 0, max: maxSteps, integer: true },
    shown: { default: maxUnits, min: 0, max: maxUnits, integer: true },
    heldOut: { default: true },
  };
  static formula = String.raw`\begin{gathered}\hat y(x)=c+\sum_{j=1}^{n} v_j\,f(w_j x+b_j)\\ J=\frac{1}{2m}\sum_i\bigl(\hat y(x_i)-y_i\bigr)^2\end{gathered}`;
  static challenges = {
    under: { ...plain, units: 1, steps: 3000 },
    over: { ...plain, count: 14, noise: 0.4, units: 12, seed: 2, steps: 5000, heldOut: true },
    fold: {
      ...plain,
      target: 'fold',
      noise: 0,
      units: 2,
      activation: 'relu',
      seed: 3,
      steps: 3000,
    },
    dead: { ...plain, units: 12, activation: 'relu', optimizer: 'sgd', rate: 1, steps: 1000 },
  };

  constructor() {
    super();
    const proceed = () => {
      if (!this.isConnected) return;
      if (this.closest('[hidden]')) setTimeout(proceed, 500);
      else this.refresh();
    };
    this.follower = new Follower(proceed);
    this.ticker = new Ticker(this, (ticks) => this.#advance(ticks), 30);
    this.chosen = -1;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.follower.release();
  }

  /** @param {State} state @returns {Result} */
  compute(state) {
    const module = /** @type {Module} */ (labs());
    const { target, count, noise, seed, units, activation, optimizer, steps } = state;
    const own = target === 'own';
    const curve = own ? 'sine' : target;
    const points =
      (own && ownPoints(state.points)) || module.curvePoints(curve, count, noise, seed);
    const others = own ? [] : module.curveHeldOut(curve, noise, seed);
    const options = { units, activation, optimizer, seed };
    const fit = this.follower.follow(
      JSON.stringify([options, state.rate, Array.from(points), Array.from(others)]),
      () => module.curveFit(options, points, others),
      steps,
      state.rate,
    );
    return {
      places: placesOf(points),
      others: placesOf(others),
      target: own ? null : module.curveTarget(curve, across),
      curves: fit.curves(across, Math.min(state.shown, units)),
      steps: fit.steps(),
      diverged: fit.diverged(),
      loss: fit.loss(),
      heldOutLoss: fit.heldOutLoss(),
      dead: fit.deadUnits(),
    };
  }

  /** Who wants points of their own begins with those that are there. @type {Lab['set']} */
  set(changes, options) {
    const { places } = /** @type {Result} */ (this.result);
    const taken = changes.target === 'own' && !('points' in changes);
    super.set(taken ? { ...changes, points: textOf(places) } : changes, options);
  }

  /** A run begins step by step and goes ever faster. @param {number} ticks */
  #advance(ticks) {
    const { steps } = /** @type {State} */ (this.state);
    const result = /** @type {Result} */ (this.result);
    // What was asked for before is to be done first.
    if (result.steps < steps && !result.diverged) return true;
    let next = steps;
    for (let i = 0; i < ticks; i++) next += 1 + Math.min(150, Math.floor(next / 20));
    next = Math.min(maxSteps, next);
    this.set({ steps: next }, { undoable: false });
    return next < maxSteps && !result.diverged && result.places.length > 0;
  }

  #begin() {
    const { diverged } = /** @type {Result} */ (this.result);
    if (diverged || Number(this.state.steps) >= maxSteps) this.set({ steps: 0 });
  }

  /** @param {Place[]} places @param {number} chosen */
  #place(places, chosen) {
    this.chosen = chosen;
    this.set({ target: 'own', points: textOf(places) });
  }

  /** What there is to say of the network and its points. */
  #say() {
    const { places, diverged, steps, dead } = /** @type {Result} */ (this.result);
    if (places.length === 0) return t('curve-fit.sayNone');
    if (diverged) return t('curve-fit.sayDiverged', { steps });
    if (places.length > 1 && places.every(({ x }) => x === places[0].x))
      return t('curve-fit.sayAlike');
    if (dead === this.state.units) return t('curve-fit.sayDead');
    return places.length === 1 ? t('curve-fit.sayOne') : '';
  }

  figure() {
    const result = /** @type {Result} */ (this.result);
    const { places, loss, heldOutLoss, steps, dead } = result;
    const sentence = this.#say();
    const some = places.length > 0;
    return html`
      <div class="lab-plot">${this.#plot(result)}</div>
      <p class="curve-key small" aria-hidden="true">
        <span class="curve-sum">${t('curve-fit.keySum')}</span>
        <span class="curve-unit">${t('curve-fit.keyUnit')}</span>
        ${this.state.target === 'own' ? '' : html`<span class="curve-target">${t('curve-fit.keyTarget')}</span>`}
      </p>
      <p class="notice" role="status" data-testid="lab-say" ?hidden=${sentence === ''}>${sentence}</p>
      ${figures([
        ...(some ? [/** @type {const} */ ([t('curve-fit.loss'), 'loss', loss, 4])] : []),
        ...(Number.isFinite(heldOutLoss) && this.state.heldOut
          ? [/** @type {const} */ ([t('curve-fit.heldOutLoss'), 'held-out-loss', heldOutLoss, 4])]
          : []),
        [t('curve-fit.made'), 'steps', steps, 6],
        ...(this.state.activation === 'relu'
          ? [/** @type {const} */ ([t('curve-fit.dead'), 'dead', dead])]
          : []),
      ])}
      <div class="lab-row">
        ${runButton(this, () => this.#begin())}
        ${stepButton(this, () => this.set({ steps: Math.min(maxSteps, Number(this.state.steps) + 1) }))}
        ${restartButton(this, { steps: 0 })}
        ${button('seed', t('curve-fit.otherSeed'), () =>
          this.set({ seed: (Number(this.state.seed) % 9999) + 1 }),
        )}
        ${
          places[this.chosen]
            ? button('remove', t('curve-fit.remove', { number: this.chosen + 1 }), () =>
                this.#remove(this.chosen),
              )
            : ''
        }
      </div>
    `;
  }

  /** @param {Result} result */
  #plot({ places, others, target, curves }) {
    const { units, shown, heldOut } = /** @type {State} */ (this.state);
    const part = (/** @type {number} */ unit) => ({
      x: across,
      y: curves.parts.subarray(unit * across.length, (unit + 1) * across.length),
      kind: unit < shown ? 'curve-part' : 'curve-part curve-part--left',
    });
    const all = shown >= units;
    return html`
      <dd-plot
        testid="lab-plot"
        label=${t('curve-fit.plot')}
        addable
        .xRange=${xRange}
        .yRange=${yRange}
        .lines=${[
          ...(target ? [{ x: across, y: target, kind: 'muted dashed' }] : []),
          ...Array.from({ length: units }, (_, unit) => part(unit)),
          ...(all ? [] : [{ x: across, y: curves.sum, kind: 'positive thin dashed' }]),
          { x: across, y: curves.partial, kind: 'positive curve-sum-line' },
        ]}
        .underlay=${(/** @type {import('../../ui/plot-geometry.js').Frame} */ { x, y, bottom }) => [
          heldOut
            ? others.map(
                (at) => svg`<circle class="curve-held" cx=${x(at.x)} cy=${y(at.y)} r="3" />`,
              )
            : '',
          Array.from(curves.bends)
            .filter((at) => at >= xRange[0] && at <= xRange[1])
            .map((at) => svg`<path class="curve-bend" d="M${x(at)} ${bottom}v-9" />`),
        ]}
        .points=${places.map((place, i) => ({
          ...place,
          label: t('curve-fit.point', { number: i + 1 }),
          kind: i === this.chosen ? 'open' : '',
        }))}
        @point-move=${(/** @type {CustomEvent} */ { detail: { index, x, y } }) =>
          this.#place(
            places.map((old, i) => (i === index ? { x, y } : old)),
            index,
          )}
        @point-tap=${(/** @type {CustomEvent} */ { detail }) => {
          this.chosen = detail.index === this.chosen ? -1 : detail.index;
          this.requestUpdate();
        }}
        @point-add=${(/** @type {CustomEvent} */ { detail }) => {
          this.lastChange = { time: 0, names: '' }; // one of its own to undo
          if (places.length < maxPoints) this.#place([...places, detail], places.length);
        }}
        @point-remove=${(/** @type {CustomEvent} */ { detail }) => this.#remove(detail.index)}
      ></dd-plot>
    `;
  }

  /** @param {number} index */
  #remove(index) {
    const { places } = /** @type {Result} */ (this.result);
    this.lastChange = { time: 0, names: '' };
    this.#place(places.filter((_, i) => i !== index), -1); // prettier-ignore
  }

  /** How many units are added up; all of them is kept as such when their number changes. */
  #shownSlider() {
    const { units, shown } = /** @type {State} */ (this.state);
    return html`
      <dd-slider
        label=${t('curve-fit.shown', { units })}
        testid="lab-shown"
        .value=${Math.min(shown, units)}
        .min=${0}
        .max=${units}
        .step=${1}
        .problem=${(/** @type {string} */ typed) => rangeSentence(typed, 0, units, 1)}
        @number=${(/** @type {CustomEvent} */ { detail }) =>
          this.set({ shown: detail === units ? maxUnits : detail })}
      ></dd-slider>
    `;
  }

  controls() {
    const { target } = /** @type {State} */ (this.state);
    const whole = (/** @type {number} */ min, /** @type {number} */ max) => ({ min, max, step: 1 });
    return html`
      <div data-main>${slider(this, 'units', t('curve-fit.units'), whole(1, maxUnits))}</div>
      ${this.#shownSlider()}
      ${choice(this, 'target', t('curve-fit.target'), targets)}
      ${choice(this, 'activation', t('curve-fit.activation'), activations)}
      <div class="curve-pair">
        ${
          target === 'own'
            ? ''
            : html`${slider(this, 'count', t('curve-fit.count'), whole(4, maxPoints))}
              ${slider(this, 'noise', t('curve-fit.noise'), { min: 0, max: 0.6, step: 0.01 })}`
        }
        ${choice(this, 'optimizer', t('curve-fit.optimizer'), ['adam', 'sgd'])}
        ${slider(this, 'steps', t('curve-fit.steps'), whole(0, maxSteps))}
      </div>
      ${rate(this, 'rate')}
      ${flag(this, 'heldOut', t('curve-fit.heldOut'))}
    `;
  }
}

customElements.define('dd-lab-curve-fit', CurveFitLab);
