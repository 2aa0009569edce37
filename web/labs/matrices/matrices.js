import { html } from 'lit';
import './matrix-grid.js';
import { selectField } from '../../ui/fields.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './matrices.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { entries, largestEntry, numbers, shapes, side, work } from './operands.js';
import { button, choice, figure, numbersText } from '../parts.js';

addTexts('matrices', { en, zh });

/**
 * @typedef {import('./operands.js').Module} Module
 * @typedef {import('./operands.js').State} State
 * @typedef {import('./operands.js').Operand} Operand
 * @typedef {(row: number, column: number) => string} Lit
 */

const list = /^[\d.,eE+-]{1,200}$/;
const count = { default: 2, min: 1, max: side, integer: true };

/** Dot product, Hadamard product and a layer in three layouts, cell by cell. */
class MatricesLab extends Lab {
  static lab = 'matrices';
  static schema = {
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
  };
  static formula = String.raw`\begin{gathered}c_{ij}=\sum_k a_{ik}\,b_{kj}\\Z=X\cdot W+B\end{gathered}`;
  static challenges = {
    mismatch: { op: 'dot', aShape: '2x3', bShape: '2x2' },
    swap: {
      op: 'dot',
      aShape: '2x2',
      bShape: '2x2',
      a: '5,6,1,7,8,2,1,0,3',
      b: '1,2,3,3,4,1,5,0,2',
    },
    hadamard: {
      op: 'hadamard',
      aShape: '1x3',
      bShape: '1x3',
      a: '1,2,3,3,4,1,5,0,2',
      b: '1,2,3,7,8,2,1,0,3',
    },
    layer: { op: 'layer', layout: 'columns' },
  };

  constructor() {
    super();
    this.ticker = new Ticker(this, () => this.#next({ undoable: false }), 1.2);
    /** What was typed into an entry and refused. */
    this.refused = '';
  }

  /** @param {State} state */
  compute(state) {
    this.refused = '';
    return work(/** @type {Module} */ (labs()), state);
  }

  /** Chooses the next cell of the result; false: it is the last one. @param {{ undoable: boolean }} [options] */
  #next(options) {
    const { result, at } = this.result;
    if (!result) return false;
    const next = (at.index + 1) % (result.rows * result.columns);
    this.#pick(next, options);
    return next < result.rows * result.columns - 1;
  }

  /** @param {number} index @param {{ undoable: boolean }} [options] */
  #pick(index, options) {
    const { columns } = this.result.result;
    this.set({ cell: Math.floor(index / columns) * side + (index % columns) }, options);
  }

  /** @param {Operand} operand @param {{ index: number, typed: string }} entry */
  #enter({ places }, { index, typed }) {
    const { key, at } = places[index];
    const text = typed.trim().replace('−', '-');
    const value = text === '' ? NaN : Number(text);
    if (!(Math.abs(value) <= largestEntry)) {
      this.refused = typed.trim() === '' ? t('learn.nothing') : typed;
      this.requestUpdate();
      return;
    }
    const changed = entries(key, String(this.state[key]));
    changed[at] = value;
    this.set({ [key]: numbersText(changed) });
  }

  figure() {
    const { left, right, bias, result, name, at } = this.result;
    const hadamard = this.state.op === 'hadamard';
    /** @type {Lit} */
    const inLeft = (row, column) =>
      at && row === at.row && (!hadamard || column === at.column) ? 'row' : '';
    /** @type {Lit} */
    const inRight = (row, column) =>
      at && column === at.column && (!hadamard || row === at.row) ? 'column' : '';
    /** @type {Lit} */
    const inBias = (row, column) => (row === at.row && column === at.column ? 'row' : '');
    const [first, second] = [this.#operand(left, inLeft), this.#operand(right, inRight)];
    const third = result ? this.#outcome() : html`<span></span>`;
    const sign = hadamard ? '⊙' : '·';
    const plus = bias ? ` + ${bias.name}` : '';
    return html`
      ${
        hadamard
          ? html`<div class="matrix-line">${first} <span>⊙</span> ${second} <span>=</span> ${third}</div>`
          : html`<div class="matrix-cross">
              <span class="matrix-formula">${name} = ${left.name}${sign}${right.name}${plus}</span>
              ${second} ${first} ${third}
              ${bias ? html`<span class="matrix-formula matrix-plus">+</span>${this.#operand(bias, inBias)}` : ''}
            </div>`
      }
      ${result ? this.#sum() : ''}
      <p class="notice" role="status" ?hidden=${result !== null}>${result ? '' : this.#mismatch()}</p>
      <p class="notice" role="status" data-testid="lab-refused" ?hidden=${!this.refused}>
        ${this.refused && t('matrices.badEntry', { typed: this.refused })}
      </p>
    `;
  }

  /** @param {Operand} operand @param {Lit} lit */
  #operand(operand, lit) {
    const { name, rows, columns, values } = operand;
    return html`
      <div class="matrix-named">
        ${heading(name, rows, columns)}
        <dd-matrix
          editable
          name=${name}
          label=${t('matrices.matrix', { name, rows, columns })}
          .rows=${rows}
          .columns=${columns}
          .values=${values}
          .lit=${lit}
          .cellLabel=${cellLabel(name)}
          @entry=${(/** @type {CustomEvent} */ { detail }) => this.#enter(operand, detail)}
        ></dd-matrix>
      </div>
    `;
  }

  #outcome() {
    const { result, name, at } = this.result;
    const { rows, columns, values } = result;
    return html`
      <div class="matrix-named">
        ${heading(name, rows, columns)}
        <dd-matrix
          pickable
          name="result"
          label=${t('matrices.matrix', { name, rows, columns })}
          .rows=${rows}
          .columns=${columns}
          .values=${values}
          .picked=${at.index}
          .cellLabel=${cellLabel(name)}
          .format=${(/** @type {number} */ value) => decimal(value, 5)}
          @pick=${(/** @type {CustomEvent} */ { detail }) => this.#pick(detail.index)}
        ></dd-matrix>
      </div>
    `;
  }

  /** The chosen cell, written out. */
  #sum() {
    const { sum, result, at, bias, name } = this.result;
    const terms = Array.from(sum.left, (value, k) => {
      const factors = html`<span class="left">${factor(value, k > 0)}</span>·<span class="right"
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
        <span class="sum">${figure('cell', result.values[at.index], 6)}</span>
      </p>
      ${this.state.op === 'layer' ? html`<p class="muted small">${t(`matrices.meaning_${this.state.layout}`)}</p>` : ''}
    `;
  }

  #mismatch() {
    const { left, right } = this.result;
    const shape = (/** @type {Operand} */ { rows, columns }) => `${rows}×${columns}`;
    return this.state.op === 'dot'
      ? t('matrices.mismatch_dot', { left: left.columns, right: right.rows })
      : t('matrices.mismatch_hadamard', { a: shape(left), b: shape(right) });
  }

  controls() {
    const { op, layout, samples } = this.state;
    const sizes = (/** @type {number} */ most) => Array.from({ length: most }, (_, i) => i + 1);
    const { running } = this.ticker;
    return html`
      <div class="lab-row" data-main>
        ${button('next', t('matrices.next'), () => this.#next(), { primary: true })}
        ${button('run', t(running ? 'learn.pause' : 'learn.run'), () =>
          running ? this.ticker.stop() : this.ticker.start(),
        )}
      </div>
      ${choice(this, 'op', t('matrices.op'), ['dot', 'hadamard', 'layer'])}
      ${
        op === 'layer'
          ? choice(this, 'layout', t('matrices.layout'), ['rows', 'columns', 'vector'])
          : ''
      }
      <div class="matrix-shapes">
        ${
          op === 'layer'
            ? html`
                ${this.#select('samples', t('matrices.samples'), sizes(side))}
                ${this.#select('inputs', t('matrices.inputs'), sizes(side))}
                ${this.#select('neurons', t('matrices.neurons'), sizes(side))}
                ${layout === 'vector' ? this.#select('sample', t('matrices.sample'), sizes(Number(samples))) : ''}
              `
            : html`
                ${this.#select('aShape', t('matrices.shape', { name: 'A' }), shapes)}
                ${this.#select('bShape', t('matrices.shape', { name: 'B' }), shapes)}
              `
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

/** @param {string} name @param {number} rows @param {number} columns */
const heading = (name, rows, columns) =>
  html`<span class="matrix-name"><i>${name}</i> ${rows}×${columns}</span>`;

/** @param {string} name @returns {(row: number, column: number) => string} */
const cellLabel = (name) => (row, column) =>
  t('matrices.cell', { name, row: row + 1, column: column + 1 });

/** A factor as it stands in a product: a negative one between brackets. @param {number} value @param {boolean} inside */
const factor = (value, inside) =>
  value < 0 && inside ? `(${decimal(value, 5)})` : decimal(value, 5);

customElements.define('dd-lab-matrices', MatricesLab);
