import { html, svg } from 'lit';
import './curve-fit.css';
import en from './en.js';
import zh from './zh.js';
import { Follower } from './follower.js';
import { labOf } from '../lab.js';
import { button, choice, evenly, figures, flag, notice, plot, slider } from '../parts.js';
import { PointEditor, coordinatesOf, placesOf } from '../points.js';
import { rate } from '../rate.js';
import { countedRun, restartButton, runButton, stepButton } from '../run.js';

const maxUnits = 12;
const maxPoints = 60;
const maxSteps = 20000;
const xRange = [-1.1, 1.1];
const yRange = [-1.9, 1.9];
const across = evenly(xRange[0], xRange[1], 241);

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

/** A network with one hidden layer on a noisy curve. */
export default class CurveFitLab extends labOf('curve-fit', en, zh, {
  target: { default: 'sine', choices: ['sine', 'step', 'bump', 'fold', 'own'] },
  /** x, y, … of the reader's own points; `none`: no points. */
  points: { default: '' },
  count: { default: 24, min: 4, max: maxPoints, integer: true },
  noise: { default: 0.15, min: 0, max: 0.6, step: 0.01 },
  units: { default: 4, min: 1, max: maxUnits, integer: true },
  activation: { default: 'tanh', choices: ['tanh', 'sigmoid', 'relu', 'leakyRelu'] },
  optimizer: { default: 'adam', choices: ['adam', 'sgd'] },
  rate: { default: 0.03, min: 1e-4, max: 10 },
  seed: { default: 1, min: 1, max: 9999, integer: true },
  steps: { default: 1000, min: 0, max: maxSteps, integer: true },
  shown: { default: maxUnits, min: 0, max: maxUnits, integer: true },
  heldOut: { default: true },
}) {
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

  follower = new Follower(() => this.#proceed());
  editor = new PointEditor(this, {
    max: maxPoints,
    farthest: [xRange[1], yRange[1]],
    also: { target: 'own' },
  });
  ticker = countedRun(this, 'steps', maxSteps, 30, {
    // Step by step and ever faster; but what was asked for before is to be done first.
    stride: (steps) =>
      this.result.steps < this.state.steps ? 0 : 1 + Math.min(150, Math.floor(steps / 20)),
    over: () => this.result.diverged || this.result.places.length === 0,
  });

  #proceed() {
    if (!this.isConnected) return;
    if (this.closest('[hidden]')) setTimeout(() => this.#proceed(), 500);
    else this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.follower.release();
  }

  compute() {
    const { module, state } = this;
    const { target, count, noise, seed, units, activation, optimizer, steps } = state;
    const own = target === 'own';
    const curve = own ? 'sine' : target;
    const places =
      (own && this.editor.read(state.points)) ||
      placesOf(module.curvePoints(curve, count, noise, seed));
    const points = coordinatesOf(places);
    const others = own ? [] : module.curveHeldOut(curve, noise, seed);
    const options = { units, activation, optimizer, seed };
    const fit = this.follower.follow(
      JSON.stringify([options, state.rate, points, Array.from(others)]),
      () => module.curveFit(options, points, others),
      steps,
      state.rate,
    );
    return {
      places,
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

  /** Who wants points of their own begins with those that are there. @type {import('../lab.js').Lab['set']} */
  set(changes, options) {
    const taken = changes.target === 'own' && !('points' in changes);
    const points = this.editor.text(this.result.places);
    super.set(taken ? { ...changes, points } : changes, options);
  }

  /** What there is to say of the network and its points. */
  #say() {
    const { places, diverged, steps, dead } = this.result;
    if (places.length === 0) return this.text('sayNone');
    if (diverged) return this.text('sayDiverged', { steps });
    if (places.length > 1 && places.every(({ x }) => x === places[0].x))
      return this.text('sayAlike');
    if (dead === this.state.units) return this.text('sayDead');
    return places.length === 1 ? this.text('sayOne') : '';
  }

  figure() {
    const { places, loss, heldOutLoss, steps, dead } = this.result;
    const { target, seed, activation, heldOut } = this.state;
    return html`
      ${this.#plot()}
      <p class="curve-key muted small" aria-hidden="true">
        <span class="curve-sum">${this.text('keySum')}</span>
        <span class="curve-unit">${this.text('keyUnit')}</span>
        ${target === 'own' ? '' : html`<span class="curve-target">${this.text('keyTarget')}</span>`}
      </p>
      ${notice(this.#say())}
      ${figures([
        places.length > 0 && [this.text('loss'), 'loss', loss, 4],
        heldOut &&
          Number.isFinite(heldOutLoss) && [
            this.text('heldOutLoss'),
            'held-out-loss',
            heldOutLoss,
            4,
          ],
        [this.text('made'), 'steps', steps, 6],
        activation === 'relu' && [this.text('dead'), 'dead', dead],
      ])}
      <div class="lab-row">
        ${runButton(this)} ${stepButton(this)} ${restartButton(this)}
        ${button('seed', this.text('otherSeed'), () => this.set({ seed: (seed % 9999) + 1 }))}
        ${this.editor.removeButton()}
      </div>
    `;
  }

  #plot() {
    const { others, target, curves } = this.result;
    const { units, shown, heldOut } = this.state;
    const parts = Array.from({ length: units }, (_, unit) => ({
      x: across,
      y: curves.parts.subarray(unit * across.length, (unit + 1) * across.length),
      kind: unit < shown ? 'curve-part' : 'curve-part curve-part--left',
    }));
    return plot(this, {
      x: ['x', xRange],
      y: ['y', yRange],
      addable: true,
      lines: [
        ...(target ? [{ x: across, y: target, kind: 'muted dashed' }] : []),
        ...parts,
        ...(shown >= units ? [] : [{ x: across, y: curves.sum, kind: 'positive thin dashed' }]),
        { x: across, y: curves.partial, kind: 'positive curve-sum-line' },
      ],
      underlay: ({ x, y, bottom }) => [
        heldOut
          ? others.map((at) => svg`<circle class="curve-held" cx=${x(at.x)} cy=${y(at.y)} r="3" />`)
          : '',
        Array.from(curves.bends)
          .filter((at) => at >= xRange[0] && at <= xRange[1])
          .map((at) => svg`<path class="curve-bend" d="M${x(at)} ${bottom}v-9" />`),
      ],
      points: this.editor.marks(),
    });
  }

  controls() {
    const { target, units, shown } = this.state;
    return html`
      <div data-main>${slider(this, 'units')}</div>
      ${slider(
        this,
        'shown',
        this.text('shown', { units }),
        { min: 0, max: units, step: 1 },
        {
          value: Math.min(shown, units),
          // All of them is kept as such when their number changes.
          set: (count) => this.set({ shown: count === units ? maxUnits : count }),
        },
      )}
      ${choice(this, 'target')} ${choice(this, 'activation')}
      <div class="lab-pair">
        ${target === 'own' ? '' : html`${slider(this, 'count')} ${slider(this, 'noise')}`}
        ${choice(this, 'optimizer')} ${slider(this, 'steps')}
      </div>
      ${rate(this)} ${flag(this, 'heldOut')}
    `;
  }
}
