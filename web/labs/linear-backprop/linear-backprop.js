import { html } from 'lit';
import './linear-backprop.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { graph } from './graph.js';
import { choice, figure, notice, row, scrolling, slider, table } from '../parts.js';
import { countedRun, restartButton, runButton, stepButton } from '../run.js';

const maxRounds = 40;
const input = { min: -5, max: 10, step: 0.1 };

/** The state in which every challenge begins. */
const begin = { w: 3, b: 4, target: 150, blamed: 'b', newFactors: 'new' };

/** An error handed back through z = x·y, x = 2w + 3b, y = 2b + 1, round by round. */
export default class LinearBackpropLab extends labOf('linear-backprop', en, zh, {
  w: { default: 3, ...input },
  b: { default: 4, ...input },
  target: { default: 150, min: -50, max: 300, step: 1 },
  blamed: { default: 'b', choices: ['b', 'w', 'both'] },
  newFactors: { default: 'new', choices: ['new', 'old'] },
  rounds: { default: 0, min: 0, max: maxRounds, integer: true },
}) {
  static formula = String.raw`\begin{gathered}\frac{\partial z}{\partial b}=\frac{\partial z}{\partial x}\,\frac{\partial x}{\partial b}+\frac{\partial z}{\partial y}\,\frac{\partial y}{\partial b}\\[4pt]Δb=\frac{z-t}{\partial z/\partial b}\qquad b\leftarrow b-Δb\end{gathered}`;
  static challenges = {
    both: { ...begin, blamed: 'both', rounds: 0 },
    old: { ...begin, b: 0, newFactors: 'old', rounds: 4 },
    swing: { ...begin, b: 1, newFactors: 'old', rounds: 8 },
    impossible: { ...begin, target: -10, rounds: 12 },
    stuck: { ...begin, b: -0.5, blamed: 'w', rounds: 0 },
  };

  ticker = countedRun(this, 'rounds', maxRounds, 1.5, {
    over: () => this.result.state !== 'running',
  });

  compute() {
    const { newFactors, blamed: changed, ...state } = this.state;
    return this.module.linearRounds({ ...state, changed, newFactors: newFactors === 'new' });
  }

  figure() {
    const { rows, state } = this.result;
    const round = rows[rows.length - 1];
    return html`
      <output class="graph-answer" data-figure="error" data-value=${round.error} data-state=${state}
        >${this.#verdict()}</output
      >
      ${graph(round, this.state)} ${notice(this.#ending())}
    `;
  }

  #verdict() {
    const { rows, state } = this.result;
    const { z, error } = rows[rows.length - 1];
    const words = {
      z: decimal(z, 7),
      by: decimal(Math.abs(error), 4),
      rounds: rows.length - 1,
    };
    if (state === 'arrived') return this.text('arrived', words);
    return this.text(error > 0 ? 'tooLarge' : 'tooSmall', words);
  }

  /** Why there are no more rounds, unless it has arrived. */
  #ending() {
    const { rows, state } = this.result;
    if (state === 'stuck' || state === 'diverged') return this.text(state);
    const endless = state === 'running' && rows.length > maxRounds;
    return endless ? this.text('endless', { rounds: maxRounds }) : '';
  }

  controls() {
    return html`
      <div class="lab-row">${stepButton(this)} ${runButton(this)} ${restartButton(this)}</div>
      ${this.#table()}
      ${choice(this, 'blamed')} ${choice(this, 'newFactors')}
      <div data-main>${slider(this, 'target')}</div>
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'w')} ${slider(this, 'b')}
      </div>
    `;
  }

  /** A row a round, with the columns of those who change. */
  #table() {
    const { blamed } = this.state;
    const [w, b] = [blamed !== 'b', blamed !== 'w'];
    const columns = /** @type {const} */ ([
      ['w', 'w', w],
      ['b', 'b', b],
      ['z', 'z', true],
      ['error', this.text('error'), true],
      ['factorW', '∂z/∂w', w],
      ['deltaW', 'Δw', w],
      ['factorB', '∂z/∂b', b],
      ['deltaB', 'Δb', b],
    ]).filter(([, , shown]) => shown);
    const heads = [this.text('round'), ...columns.map(([, name]) => name)];
    const rows = this.result.rows.map((round, i) =>
      row([i, ...columns.map(([id]) => figure(`${id}-${i}`, round[id], 6))]),
    );
    return scrolling(
      this.text('table'),
      table(heads, rows, { kind: 'unbroken', testid: 'lab-table' }),
    );
  }
}
