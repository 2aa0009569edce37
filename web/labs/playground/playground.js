import { html } from 'lit';
import { Ticker } from '../../ui/ticker.js';
import '../plane.css';
import './playground.css';
import en from './en.js';
import { addTexts } from '../../app/text.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { settingsPanels } from './controls.js';
import { plane } from './plane.js';
import { sidePanel, statusBar } from './panels.js';
import { Session } from './session.js';
import { maxReplayed, schema, speeds } from './settings.js';
import { waysPanel } from './ways.js';

addTexts('playground', { en, zh });

/**
 * @typedef {import('./settings.js').State} State
 * @typedef {ReturnType<PlaygroundLab['compute']>} Result
 */

/** What makes another network, or other data altogether. */
const beginsAnew = ['shape', 'classes', 'hidden', 'activation', 'seed'];
/** Of a frame of 16 ms; the rest is for drawing. */
const trainingMilliseconds = 7;

/** From where the challenges depart. */
const plain = Object.fromEntries(
  [
    'view',
    'shape',
    'classes',
    'noise',
    'own',
    'hidden',
    'activation',
    'optimizer',
    'rate',
    'batch',
    'l2',
    'unit',
  ].map((name) => [name, schema[/** @type {keyof typeof schema} */ (name)].default]),
);

/** Any small network on any small plane. */
export class PlaygroundLab extends Lab {
  static lab = 'playground';
  static schema = schema;
  static formula = '';
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
    this.session = new Session();
    this.ticker = new Ticker(this, (steps) => this.#advance(steps));
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
    this.replaying = Math.min(maxReplayed, Number(this.state.steps));
    if (this.replaying > 0 && this.state.view === 'network') this.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.session.release();
  }

  /** @param {State} state */
  compute(state) {
    const { session, ticker } = this;
    session.follow(state);
    const ways = state.view === 'ways';
    const units = session.playground;
    const shown = this.hovered ?? state.unit;
    const index = unitIndex(shown, state.hidden);
    return {
      progress: session.progress(),
      ways: ways ? session.classify(ticker.running) : null,
      drawing: ways ? null : session.drawing(state, ticker.running),
      at: units?.at(state.probeX, state.probeY) ?? null,
      large: index < 0 || ways ? null : { unit: shown, field: session.largeUnit(index) },
    };
  }

  start() {
    this.ticker.speed =
      this.replaying > 0
        ? speeds.fast
        : speeds[/** @type {keyof typeof speeds} */ (this.state.speed)];
    this.pace = { value: 0, since: performance.now(), steps: 0 };
    this.ticker.start();
  }

  stop() {
    this.replaying = 0;
    this.ticker.stop();
  }

  /** One step, or begins or ends the run. @param {'run' | 'step' | 'restart'} command */
  command(command) {
    const { running } = this.ticker;
    if (command === 'run' && !running) {
      this.set({});
      this.start();
      return;
    }
    this.stop();
    if (command === 'step') this.#train(1, Infinity, true);
    if (command === 'restart') {
      this.session.restart(/** @type {State} */ (this.state));
      this.set({ steps: 0 });
    }
  }

  /**
   * @param {import('../../app/router.js').Values} changes
   * @param {{ undoable?: boolean }} [options]
   */
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
    this.stop();
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
    if (this.replaying > 0) {
      const before = this.session.progress().step;
      const going = this.#train(Math.min(steps, this.replaying), trainingMilliseconds, false);
      this.replaying = Math.max(0, this.replaying - (this.session.progress().step - before));
      return going && this.replaying > 0;
    }
    this.ticker.speed = speeds[/** @type {keyof typeof speeds} */ (this.state.speed)];
    return this.#train(steps, trainingMilliseconds, false);
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
      this.pace = {
        value: (1000 * pace.steps) / elapsed,
        since: performance.now(),
        steps: 0,
      };
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

/** The place of a unit "layer-number" among all hidden units; −1 when there is none. @param {string} name @param {string} hidden */
function unitIndex(name, hidden) {
  const [layer, unit] = name.split('-').map(Number);
  const layers = hidden === '' ? [] : hidden.split(',').map(Number);
  if (!name || layer > layers.length || unit > layers[layer - 1]) return -1;
  return layers.slice(0, layer - 1).reduce((sum, units) => sum + units, 0) + unit - 1;
}

customElements.define('dd-lab-playground', PlaygroundLab);
