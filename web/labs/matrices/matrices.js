import { html } from 'lit';
import { operandTable, resultTable } from './matrix-grid.js';
import { selectField } from '../../ui/fields.js';
import { Ticker } from '../../ui/ticker.js';
import './matrices.css';
import en from './en.js';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { entries, largestEntry, numbers, shapes, side, work } from './operands.js';
import { button, choice, figure, notice, numbersText } from '../parts.js';

/** @typedef {import('./operands.js').Operand} Operand */

const list = /^[\d.,eE+-]{1,200}$/;
const count = { default: 2, min: 1, max: side, integer: true };

/** Dot product, Hadamard product and a layer in three layouts, cell by cell. */
export default class MatricesLab extends labOf('matrices', en, zh, {
  op: { default: 'dot', choices: ['dot', 'hadamard', 'layer'] },
  a: { default: numbers.a, pattern: list },
  b: { default: numbers.b, pattern: list },
  aShape: { default: '2x2', choices: shapes },
  bShape: { default: '2x2', choices: shapes },
  layout: { default: 'rows', choices: ['rows', 'columns', 'vector'] },
  x: { default: numbers.x, pattern: list },
  w: { default: numbers.w, pattern: list },
  bias: { default: numbers.bias, pattern: list },
  samples: { ...count, default: 3 },
  inputs: count,
  neurons: count,
  sample: { ...count, default: 1 },
  cell: { default: 0, min: 0, max: side * side - 1, integer: true },
}) {
  static formula = String.raw`\begin{gathered}c_{ij}=\sum_k a_{ik}\,b_{kj}\\Z=X\cdot W+B\end{gathered}`;
  static challenges = {
    mismatch: { op: 'dot', aShape: '2x3', bShape: '2x2' },
    swap: { op: 'dot', aShape: '2x2', bShape: '2x2', a: numbers.b, b: numbers.a },
    hadamard: {
      op: 'hadamard',
      aShape: '1x3',
      bShape: '1x3',
      a: numbers.a,
      b: '1,2,3,7,8,2,1,0,3',
    },
    layer: { op: 'layer', layout: 'columns' },
  };

  ticker = new Ticker(this, () => this.#next({ undoable: false }), 1.2);
  /** What was typed into an entry and refused. */
  refused = '';

  compute() {
    this.refused = '';
    return work(this.module, this.state);
  }

  /** Chooses the next cell of the result; false: it is the last one. @param {{ undoable: boolean }} [options] */
  #next(options) {
    const { result, at } = this.result;
    if (!result) return false;
    const cells = result.rows * result.columns;
    const next = (at.index + 1) % cells;
    this.#pick(next, options);
    return next < cells - 1;
  }

  /** @param {number} index @param {{ undoable: boolean }} [options] */
  #pick(index, options) {
    const columns = this.result.result?.columns ?? 1;
    this.set({ cell: Math.floor(index / columns) * side + (index % columns) }, options);
  }

  /** @param {import('./operands.js').Place} place @param {string} typed */
  #enter({ key, at }, typed) {
    const text = typed.trim().replace('−', '-');
    const value = text === '' ? NaN : Number(text);
    if (Math.abs(value) <= largestEntry) {
      this.set({ [key]: numbersText(entries(key, String(this.state[key])).with(at, value)) });
      return;
    }
    this.refused = typed.trim() || t('learn.nothing');
    this.requestUpdate();
  }

  figure() {
    const { left, right, bias, result, name, at } = this.result;
    const hadamard = this.state.op === 'hadamard';
    const row = (/** @type {number} */ r) => r === at?.row;
    const column = (/** @type {number} */ _, /** @type {number} */ c) => c === at?.column;
    const cell = (/** @type {number} */ r, /** @type {number} */ c) => row(r) && column(r, c);
    const first = this.#operand(left, 'row', hadamard ? cell : row);
    const second = this.#operand(right, 'column', hadamard ? cell : column);
    const third = result
      ? resultTable(this, name, result, at.index, (index) => this.#pick(index))
      : html`<span></span>`;
    const plus = bias ? ` + ${bias.name}` : '';
    return html`
      ${
        hadamard
          ? html`<div class="matrix-line">${first} <span>⊙</span> ${second} <span>=</span> ${third}</div>`
          : html`<div class="matrix-cross">
              <span class="matrix-formula">${name} = ${left.name}·${right.name}${plus}</span>
              ${second} ${first} ${third}
              ${bias ? html`<span class="matrix-formula matrix-plus">+</span>${this.#operand(bias, 'row', cell)}` : ''}
            </div>`
      }
      ${this.#sum()} ${notice(result ? '' : this.#mismatch())}
      ${notice(this.refused && this.text('badEntry', { typed: this.refused }), 'lab-refused')}
    `;
  }

  /**
   * A matrix whose entries are typed.
   * @param {Operand} operand
   * @param {'row' | 'column'} kind  how those cells are lit of which `lit` says so
   * @param {(row: number, column: number) => boolean} lit
   */
  #operand(operand, kind, lit) {
    return operandTable(
      this,
      operand,
      (row, column) => (lit(row, column) ? kind : ''),
      (index, typed) => this.#enter(operand.places[index], typed),
    );
  }

  /** The chosen cell, written out. */
  #sum() {
    const { sum, result, at, bias, name } = this.result;
    if (!result) return '';
    const terms = Array.from(sum.left, (value, k) => {
      const factors = html`<span class="text-positive">${factor(value, k > 0)}</span>·<span class="text-negative"
          >${factor(sum.right[k], true)}</span
        >`;
      return html`${k > 0 ? ' + ' : ''}<output data-figure="term-${k}" data-value=${sum.terms[k]}
          >${factors}</output
        >`;
    });
    return html`
      <p class="matrix-sum">
        ${name.toLowerCase()}<sub>${at.row + 1}${at.column + 1}</sub> = ${terms}
        ${bias ? html`+ ${factor(bias.values[at.index], true)}` : ''} =
        <span class="strong">${figure('cell', result.values[at.index], 6)}</span>
      </p>
      ${this.state.op === 'layer' ? html`<p class="muted small">${this.text(`meaning_${this.state.layout}`)}</p>` : ''}
    `;
  }

  #mismatch() {
    const { left, right } = this.result;
    const shape = (/** @type {Operand} */ { rows, columns }) => `${rows}×${columns}`;
    return this.state.op === 'dot'
      ? this.text('mismatch_dot', { left: left.columns, right: right.rows })
      : this.text('mismatch_hadamard', { a: shape(left), b: shape(right) });
  }

  controls() {
    const { op, layout, samples } = this.state;
    const { running } = this.ticker;
    const sizes = [1, 2, 3];
    return html`
      <div class="lab-row" data-main>
        ${button('next', this.text('next'), () => this.#next(), { primary: true })}
        ${button('run', t(running ? 'descend.pause' : 'descend.run'), () =>
          running ? this.ticker.stop() : this.ticker.start(),
        )}
      </div>
      ${choice(this, 'op')} ${op === 'layer' ? choice(this, 'layout') : ''}
      <div class="matrix-shapes">
        ${
          op === 'layer'
            ? [
                ...['samples', 'inputs', 'neurons'].map((name) =>
                  this.#select(name, this.text(name), sizes),
                ),
                layout === 'vector'
                  ? this.#select('sample', this.text('sample'), sizes.slice(0, samples))
                  : '',
              ]
            : ['A', 'B'].map((name) =>
                this.#select(`${name.toLowerCase()}Shape`, this.text('shape', { name }), shapes),
              )
        }
      </div>
    `;
  }

  /** @param {string} name @param {string} label @param {readonly (string | number)[]} values */
  #select(name, label, values) {
    return selectField(
      label,
      `lab-${name}`,
      /** @type {string | number} */ (this.state[name]),
      values.map((value) => [value, String(value).replace('x', '×')]),
      (value) => this.set({ [name]: typeof values[0] === 'number' ? Number(value) : value }),
    );
  }
}

/** A factor as it stands in a product: a negative one between brackets. @param {number} value @param {boolean} inside */
const factor = (value, inside) =>
  value < 0 && inside ? `(${decimal(value, 5)})` : decimal(value, 5);
