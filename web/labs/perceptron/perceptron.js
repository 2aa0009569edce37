import { html } from 'lit';
import './circuit-board.js';
import { gateCount, pinCount, startCount } from './circuit-geometry.js';
import { selectField } from '../../ui/fields.js';
import '../../ui/neuron-diagram.js';
import { labs } from '../../engine/labs.js';
import './perceptron.css';
import '../../ui/neuron-diagram.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import {
  choice,
  figure,
  figures,
  flag,
  numbersOf,
  numbersText,
  row,
  slider,
  table,
} from '../parts.js';

addTexts('perceptron', { en, zh });

/** @typedef {import('./types.js').PerceptronLab} Module */
/** @typedef {import('../neuron.js').NeuronLab} NeuronModule */

const rows = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const weight = { min: -6, max: 6 };
const parts = ['neuron', 'circuit'];
/** Sum: A = x₁ ⊼ x₂, B = x₁ ⊼ A, C = x₂ ⊼ A, D = B ⊼ C; carry: E = A ⊼ A. */
const halfAdder = '1,2,1,3,2,3,4,5,3,3,6,7';
const loop = '1,2,1,5,4,2,4,5,3,3,6,7';
const nand = { w1: -2, w2: -2, b: 3 };
const list = (/** @type {number} */ last, /** @type {number} */ count) =>
  new RegExp(`^[0-${last}](,[0-${last}]){${count - 1}}$`);

const gateLetter = (/** @type {number} */ gate) => String.fromCharCode(65 + gate);

/** A neuron that only says yes or no, and a board of such neurons that the reader wires. */
class PerceptronLab extends Lab {
  static lab = 'perceptron';
  static schema = {
    part: { default: 'neuron', choices: parts },
    x1: { default: true },
    x2: { default: false },
    w1: { default: nand.w1, ...weight },
    w2: { default: nand.w2, ...weight },
    b: { default: nand.b, ...weight },
    wires: { default: '1,2,1,3,0,0,0,0,0,0,0,0', pattern: list(startCount, pinCount) },
    tied: { default: false },
  };
  static formula = String.raw`z=w_1x_1+w_2x_2+b,\qquad a=\begin{cases}1&z>0\\0&z\le 0\end{cases}`;
  static challenges = {
    xor: { part: 'neuron', w1: 2, w2: 2, b: -1 },
    solution: { part: 'circuit', wires: halfAdder, ...nand },
    nor: { part: 'circuit', wires: halfAdder, ...nand, b: 1 },
    loop: { part: 'circuit', wires: loop, ...nand },
  };

  /** @param {any} state */
  compute({ x1, x2, w1, w2, b, wires }) {
    const module = /** @type {Module & NeuronModule} */ (labs());
    const starts = Int32Array.from(/** @type {number[]} */ (numbersOf(wires)));
    return {
      starts: [...starts],
      answer: module.answerOfNeuron('step', [Number(x1), Number(x2)], [w1, w2], b),
      gate: module.stepGate(w1, w2, b),
      circuit: module.gateCircuit(w1, w2, b, starts, Number(x1), Number(x2)),
    };
  }

  figure() {
    return html`
      ${choice(this, 'part', t('perceptron.part'), parts)}
      ${this.state.part === 'neuron' ? this.#neuron() : this.#circuit()}
    `;
  }

  get #gateName() {
    return t(`perceptron.gate_${this.result.gate.outputs.join('')}`);
  }

  /** @param {number} row */
  #now = (row) =>
    rows[row][0] === Number(this.state.x1) && rows[row][1] === Number(this.state.x2) ? 'now' : '';

  #neuron() {
    const { answer, gate } = this.result;
    const { tiedWeight, tiedSums } = gate;
    return html`
      <div class="perceptron-stage">
        <dd-neuron-diagram
          label=${t('perceptron.diagram')}
          tappable
          .edges=${[0, 1].map((i) => ({
            name: t(`perceptron.x${i + 1}`),
            value: String(Number(this.state[`x${i + 1}`])),
            weight: decimal(Number(this.state[`w${i + 1}`]), 3),
            product: answer.products[i],
            productText: decimal(answer.products[i], 3),
          }))}
          .bias=${{ value: Number(this.state.b), text: decimal(Number(this.state.b), 3) }}
          .z=${decimal(answer.z, 3)}
          .symbol=${'0|1'}
          .output=${String(answer.output)}
          .word=${t(answer.output ? 'perceptron.yes' : 'perceptron.no')}
          @input-tap=${(/** @type {CustomEvent} */ { detail }) =>
            this.set({ [`x${detail + 1}`]: !this.state[`x${detail + 1}`] })}
        ></dd-neuron-diagram>
        <div>
          ${table(
            ['x₁', 'x₂', 'z', 'a'],
            rows.map(([x1, x2], i) =>
              row(
                [
                  x1,
                  x2,
                  figure(`z${x1}${x2}`, gate.sums[i]),
                  figure(`a${x1}${x2}`, gate.outputs[i]),
                ],
                this.#now(i),
              ),
            ),
            { kind: 'gate-table' },
          )}
          <p class="gate-verdict" role="status" data-testid="lab-gate">
            ${t('perceptron.gate', { name: this.#gateName })}
          </p>
        </div>
      </div>
      ${figures([
        [t('perceptron.tiedWeight'), 'tiedWeight', tiedWeight],
        [t('perceptron.tiedSum', { x: 0 }), 'tied0', tiedSums[0]],
        [t('perceptron.tiedSum', { x: 1 }), 'tied1', tiedSums[1]],
      ])}
    `;
  }

  #circuit() {
    const { circuit, starts, gate } = this.result;
    const startNames = this.#startNames();
    const pinNames = this.#pinNames();
    return html`
      <dd-circuit-board
        label=${t('perceptron.board')}
        .wires=${starts}
        .values=${circuit.values}
        .startNames=${startNames}
        .pinNames=${pinNames}
        .gateName=${gate.outputs.join('') === '1110' ? 'NAND' : ''}
        .tied=${this.state.tied ? decimal(gate.tiedWeight, 3) : ''}
        @wire=${(/** @type {CustomEvent} */ { detail: { pin, start } }) => this.#wire(pin, start)}
      ></dd-circuit-board>
      <p class="gate-verdict" role="status" data-testid="lab-verdict">${this.#verdict()}</p>
      ${table(
        ['x₁', 'x₂', t('perceptron.sum'), t('perceptron.carry'), t('perceptron.wanted')],
        rows.map(
          ([x1, x2], i) => html`
            <tr class=${this.#now(i)}>
              <td>${x1}</td>
              <td>${x2}</td>
              ${[0, 1].map((output) => this.#entry(i, output))}
              <td>${circuit.wanted[2 * i]}, ${circuit.wanted[2 * i + 1]}</td>
            </tr>
          `,
        ),
        { kind: 'gate-table' },
      )}
      <details class="wire-list">
        <summary>${t('perceptron.list')}</summary>
        <div>
          ${pinNames.map((name, pin) =>
            selectField(
              name,
              `lab-wire-${pin}`,
              starts[pin],
              startNames.map((start, i) => [i, start]),
              (start) => this.#wire(pin, Number(start)),
            ),
          )}
        </div>
      </details>
    `;
  }

  /** @param {number} row @param {number} output */
  #entry(row, output) {
    const { table, wanted } = this.result.circuit;
    const at = 2 * row + output;
    const value = table[at];
    const wrong = value >= 0 && value !== wanted[at];
    return html`<td class=${wrong ? 'wrong' : ''}>
      <output data-figure=${`${output ? 'carry' : 'sum'}${rows[row].join('')}`} data-value=${value}
        >${value < 0 ? '?' : value}${wrong ? ' ✗' : ''}</output
      >
    </td>`;
  }

  #startNames() {
    return [
      t('perceptron.nowhere'),
      'x₁',
      'x₂',
      ...Array.from({ length: gateCount }, (_, i) =>
        t('perceptron.outputOf', { gate: gateLetter(i) }),
      ),
    ];
  }

  #pinNames() {
    return [
      ...Array.from({ length: 2 * gateCount }, (_, pin) =>
        t(pin % 2 ? 'perceptron.secondOf' : 'perceptron.firstOf', {
          gate: gateLetter(Math.floor(pin / 2)),
        }),
      ),
      t('perceptron.sum'),
      t('perceptron.carry'),
    ];
  }

  /** @param {number} pin @param {number} start */
  #wire(pin, start) {
    this.set({ wires: numbersText(this.result.starts.with(pin, start)) });
  }

  #verdict() {
    const { isHalfAdder, looping, open } = this.result.circuit;
    const names = (/** @type {Int32Array} */ gates) =>
      Array.from(gates, gateLetter).join(t('perceptron.and'));
    if (isHalfAdder) return t('perceptron.done');
    if (looping.length > 0)
      return t('perceptron.looping', { gates: names(looping), count: looping.length });
    if (open.length > 0) return t('perceptron.open', { gates: names(open), count: open.length });
    const { starts } = this.result;
    return t(starts.slice(-2).includes(0) ? 'perceptron.noOutput' : 'perceptron.wrong');
  }

  controls() {
    const range = { ...weight, step: 0.5 };
    return html`
      <div class="lab-row perceptron-flags">
        ${flag(this, 'x1', t('perceptron.x1is'))} ${flag(this, 'x2', t('perceptron.x2is'))}
        ${this.state.part === 'circuit' ? flag(this, 'tied', t('perceptron.tie')) : ''}
      </div>
      <div class="lab-controls lab-controls--pair">
        ${slider(this, 'w1', t('perceptron.weight', { number: '₁' }), range)}
        ${slider(this, 'w2', t('perceptron.weight', { number: '₂' }), range)}
        <div data-main>${slider(this, 'b', t('perceptron.bias'), range)}</div>
      </div>
      <p class="muted small" ?hidden=${this.state.part !== 'circuit'}>
        ${t('perceptron.allGates', { name: this.#gateName })}
      </p>
    `;
  }
}

customElements.define('dd-lab-perceptron', PerceptronLab);
