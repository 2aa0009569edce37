import { html } from 'lit';
import { Ticker } from '../../ui/ticker.js';
import '../plane.css';
import './playground.css';
import en from './en.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { settingsPanels } from './controls.js';
import { plane } from './plane.js';
import { sidePanel, statusBar } from './panels.js';
import { Session } from './session.js';
import { beginsAnew, hiddenOf, maxReplayed, schema, speeds } from './settings.js';
import { waysPanel } from './ways.js';

/** Of a frame of 16 ms; the rest is for drawing. */
const trainingMilliseconds = 7;

/** From where the challenges depart. */
const plain = Object.fromEntries(
  'view shape classes noise own hidden activation optimizer rate batch l2 unit'
    .split(' ')
    .map((name) => [name, schema[/** @type {keyof typeof schema} */ (name)].default]),
);

/** Any small network on any small plane. */
export default class PlaygroundLab extends labOf('playground', en, zh, schema) {
  static challenges = {
    line: { ...plain, shape: 'xor', hidden: '' },
    rings: { ...plain, shape: 'circles', hidden: '3', activation: 'relu' },
    fast: { ...plain, rate: 10, optimizer: 'sgd', activation: 'relu' },
    heart: { ...plain, shape: 'circles', noise: 1, hidden: '8,8,8', rate: 0.01, batch: '256' },
    deep: { ...plain, activation: 'sigmoid', optimizer: 'sgd', rate: 0.1, hidden: '8,8,8,8' },
    ways: { ...plain, view: 'ways', shape: 'blobs', classes: 3, noise: 0.8, hidden: '' },
  };

  constructor() {
    super();
    this.session = new Session(this.module);
    const ticker = new Ticker(this, (steps) => this.#advance(steps));
    this.ticker = Object.assign(ticker, {
      begin: () => {
        this.replaying = 0;
        this.set({});
        this.#setPace();
      },
      step: () => {
        this.replaying = 0;
        this.#train(1, Infinity, true);
      },
      restart: () => {
        this.replaying = 0;
        this.session.release();
        this.set({ steps: 0 });
      },
    });
    /** Steps that a link asks for and that are still to be made. */
    this.replaying = 0;
    /** The unit under the pointer. @type {string | null} */
    this.hovered = null;
    /** Steps a second, and from when and where on they are counted. */
    this.pace = { value: 0, since: 0, steps: 0 };
    this.wasRunning = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaying = Math.min(maxReplayed, this.state.steps);
    if (this.replaying === 0 || this.state.view !== 'network') return;
    this.#setPace();
    this.ticker.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.session.release();
  }

  compute() {
    const { session, ticker, state } = this;
    session.follow(state);
    const ways = state.view === 'ways';
    const shown = this.hovered ?? state.unit;
    const index = unitIndex(shown, hiddenOf(state.hidden));
    return {
      progress: session.progress(),
      ways: ways ? session.classify(ticker.running) : null,
      drawing: ways ? null : session.drawing(ticker.running),
      at: session.playground?.at(state.probeX, state.probeY) ?? null,
      large: index < 0 || ways ? null : { unit: shown, field: session.largeUnit(index) },
    };
  }

  /** How fast the run is to be. */
  #setSpeed() {
    const { speed } = /** @type {{ speed: keyof typeof speeds }} */ (this.state);
    this.ticker.speed = speeds[this.replaying > 0 ? 'fast' : speed];
  }

  #setPace() {
    this.#setSpeed();
    this.pace = { value: 0, since: performance.now(), steps: 0 };
  }

  /** @type {import('../lab.js').Lab['set']} */
  set(changes, options) {
    const anew = beginsAnew.some((name) => name in changes && changes[name] !== this.state[name]);
    if (anew) this.replaying = 0;
    super.set(anew ? { ...changes, steps: 0 } : changes, options);
  }

  /** What a run has learnt is not undone: the network goes on from where it is. */
  undo() {
    super.undo();
    this.set({ steps: this.session.progress().step }, { undoable: false });
  }

  reset() {
    this.replaying = 0;
    this.ticker.stop();
    this.session.release();
    super.reset();
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    super.updated(changed);
    // The last drawing of a run was a coarse one.
    const { running } = this.ticker;
    if (this.wasRunning && !running && this.isConnected) queueMicrotask(() => this.refresh());
    this.wasRunning = running;
  }

  /** @param {number} steps */
  #advance(steps) {
    this.#setSpeed();
    if (this.replaying === 0) return this.#train(steps, trainingMilliseconds, false);
    const before = this.session.progress().step;
    const going = this.#train(Math.min(steps, this.replaying), trainingMilliseconds, false);
    this.replaying = Math.max(0, this.replaying - (this.session.progress().step - before));
    return going && this.replaying > 0;
  }

  /** @param {number} steps @param {number} milliseconds @param {boolean} undoable */
  #train(steps, milliseconds, undoable) {
    const { session, pace } = this;
    const made = () => (session.comparison ? session.waySteps : session.progress().step);
    const before = made();
    const going = session.train(steps, milliseconds);
    pace.steps += made() - before;
    const elapsed = performance.now() - pace.since;
    if (elapsed > 500)
      this.pace = { value: (1000 * pace.steps) / elapsed, since: performance.now(), steps: 0 };
    this.set({ steps: session.progress().step }, { undoable });
    return going;
  }

  figure() {
    const ways = this.state.view === 'ways';
    return html`
      <div class="playground ${ways ? 'playground--ways' : ''}">
        ${statusBar(this)}
        ${ways ? waysPanel(this) : html`${plane(this)} ${sidePanel(this)}`}
      </div>
    `;
  }

  controls() {
    return settingsPanels(this);
  }
}

/** The place of a unit "layer-number" among all hidden units; −1 when there is none. @param {string} name @param {number[]} layers */
function unitIndex(name, layers) {
  const [layer, unit] = name.split('-').map(Number);
  if (!name || layer > layers.length || unit > layers[layer - 1]) return -1;
  return layers.slice(0, layer - 1).reduce((sum, units) => sum + units, 0) + unit - 1;
}
