import { html } from 'lit';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './linear-backprop.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { graph } from './graph.js';
import { button, choice, figure, row, slider, table } from '../parts.js';
import { restartButton, runButton } from '../run.js';

addTexts('linear-backprop', { en, zh });

/**
 * @typedef {import('./types.js').LinearBackpropLab} Module
 * @typedef {import('./types.js').LinearRound} Round
 * @typedef {{ w: number, b: number, target: number, blamed: 'w' | 'b' | 'both',
 *   newFactors: 'new' | 'old', rounds: number }} State
 */

const maxRounds = 40;
const input = { min: -5, max: 10, step: 0.1 };
const wanted = { min: -50, max: 300, step: 1 };

/** The state in which every challenge begins. */
const begin = { w: 3, b: 4, target: 150, blamed: 'b', newFactors: 'new' };

/** An error handed back through z = x·y, x = 2w + 3b, y = 2b + 1, round by round. */
class LinearBackpropLab extends Lab {
  static lab = 'linear-backprop';
  static schema = {
    w: { default: 3, min: input.min, max: input.max },
    b: { default: 4, min: input.min, max: input.max },
    target: { default: 150, min: wanted.min, max: wanted.max },
    blamed: { default: 'b', choices: ['b', 'w', 'both'] },
    newFactors: { default: 'new', choices: ['new', 'old'] },
    rounds: { default: 0, min: 0, max: maxRounds, integer: true },
  };
  static formula = String.raw`\begin{gathered}\frac{\partial z}{\partial b}=\frac{\partial z}{\partial x}\,\frac{\partial x}{\partial b}+\frac{\partial z}{\partial y}\,\frac{\partial y}{\partial b}\\[4pt]Δb=\frac{z-t}{\partial z/\partial b}\qquad b\leftarrow b-Δb\end{gathered}`;
  static challenges = {
    both: { ...begin, blamed: 'both', rounds: 0 },
    old: { ...begin, b: 0, newFactors: 'old', rounds: 4 },
    swing: { ...begin, b: 1, newFactors: 'old', rounds: 8 },
    impossible: { ...begin, target: -10, rounds: 12 },
    stuck: { ...begin, b: -0.5, blamed: 'w', rounds: 0 },
  };
  static same = '#/train';

  constructor() {
    super();
    this.ticker = new Ticker(this, (steps) => this.#advance(steps, { undoable: false }), 1.5);
  }

  /** @param {State} state */
  compute({ newFactors, ...state }) {
    const module = /** @type {Module} */ (labs());
    return module.linearRounds({
      ...state,
      changed: state.blamed,
      newFactors: newFactors === 'new',
    });
  }

  get #over() {
    return this.result.state !== 'running' || this.result.rows.length > maxRounds;
  }

  /** @param {number} steps @param {{ undoable: boolean }} [options] */
  #advance(steps, options) {
    if (this.#over) return false;
    const made = this.result.rows.length - 1;
    this.set({ rounds: Math.min(maxRounds, made + steps) }, options);
    return !this.#over;
  }

  figure() {
    const { rows, state } = this.result;
    const last = /** @type {Round} */ (rows.at(-1));
    const { blamed, target } = /** @type {State} */ (/** @type {unknown} */ (this.state));
    return html`
      <output class="graph-answer" data-figure="error" data-value=${last.error} data-state=${state}>
        ${verdict(last, state, rows.length - 1)}
      </output>
      ${graph(last, blamed, target)}
      <p class="notice" role="status" ?hidden=${!this.#over || state === 'arrived'}>
        ${state === 'running' ? t('linear-backprop.endless', { rounds: rows.length - 1 }) : ''}
        ${state === 'stuck' || state === 'diverged' ? t(`linear-backprop.${state}`) : ''}
      </p>
    `;
  }

  controls() {
    return html`
      <div class="lab-row">
        ${button('step', t('learn.step'), () => this.#advance(1))}
        ${runButton(this, () => this.set({ rounds: this.#over ? 0 : this.result.rows.length - 1 }))}
        ${restartButton(this, { rounds: 0 })}
      </div>
      ${this.#table()}
      ${choice(this, 'blamed', t('linear-backprop.blamed'), ['b', 'w', 'both'])}
      ${choice(this, 'newFactors', t('linear-backprop.factors'), ['new', 'old'])}
      <div data-main>${slider(this, 'target', t('linear-backprop.target'), wanted)}</div>
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'w', t('linear-backprop.start_w'), input)}
        ${slider(this, 'b', t('linear-backprop.start_b'), input)}
      </div>
    `;
  }

  /** A row a round, with the columns of those who change. */
  #table() {
    const { rows } = this.result;
    const blamed = String(this.state.blamed);
    const columns = [
      ...(blamed === 'b' ? [] : [['w', 'w']]),
      ...(blamed === 'w' ? [] : [['b', 'b']]),
      ['z', 'z'],
      ['error', t('linear-backprop.error')],
      ...(blamed === 'b'
        ? []
        : [
            ['factorW', '∂z/∂w'],
            ['deltaW', 'Δw'],
          ]),
      ...(blamed === 'w'
        ? []
        : [
            ['factorB', '∂z/∂b'],
            ['deltaB', 'Δb'],
          ]),
    ];
    return html`
      <div class="lab-scroll" tabindex="0" role="region" aria-label=${t('linear-backprop.table')}>
        ${table(
          [t('linear-backprop.round'), ...columns.map(([, name]) => name)],
          rows.map((/** @type {any} */ round, /** @type {number} */ i) =>
            row([i, ...columns.map(([id]) => figure(`${id}-${i}`, round[id], 6))]),
          ),
          { testid: 'lab-table' },
        )}
      </div>
    `;
  }
}

/** @param {Round} round @param {string} state @param {number} rounds */
function verdict({ z, error }, state, rounds) {
  const words = { z: decimal(z, 7), by: decimal(Math.abs(error), 4), rounds };
  if (state === 'arrived') return t('linear-backprop.arrived', words);
  return t(error > 0 ? 'linear-backprop.tooLarge' : 'linear-backprop.tooSmall', words);
}

customElements.define('dd-lab-linear-backprop', LinearBackpropLab);
