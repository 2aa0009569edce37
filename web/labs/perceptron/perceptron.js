import { html } from 'lit';
import './circuit-board.js';
import { gateCount, gateLetter, pinCount, startCount } from './circuit-geometry.js';
import { selectField } from '../../ui/fields.js';
import '../../ui/neuron-diagram.js';
import './perceptron.css';
import '../../ui/neuron-diagram.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
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

/** x₁ and x₂ in each row of a table. */
const rows = ['00', '01', '10', '11'];
const weight = { min: -6, max: 6, step: 0.5 };
/** Sum: A = x₁ ⊼ x₂, B = x₁ ⊼ A, C = x₂ ⊼ A, D = B ⊼ C; carry: E = A ⊼ A. */
const halfAdder = '1,2,1,3,2,3,4,5,3,3,6,7';
const loop = '1,2,1,5,4,2,4,5,3,3,6,7';
const nand = { w1: -2, w2: -2, b: 3 };
const list = (/** @type {number} */ last, /** @type {number} */ count) =>
  new RegExp(`^[0-${last}](,[0-${last}]){${count - 1}}$`);

/** A neuron that only says yes or no, and a board of such neurons that the reader wires. */
export default class PerceptronLab extends labOf('perceptron', en, zh, {
  part: { default: 'neuron', choices: ['neuron', 'circuit'] },
  x1: { default: true },
  x2: { default: false },
  w1: { default: nand.w1, ...weight },
  w2: { default: nand.w2, ...weight },
  b: { default: nand.b, ...weight },
  wires: { default: '1,2,1,3,0,0,0,0,0,0,0,0', pattern: list(startCount, pinCount) },
  tied: { default: false },
}) {
  static formula = String.raw`z=w_1x_1+w_2x_2+b,\qquad a=\begin{cases}1&z>0\\0&z\le 0\end{cases}`;
  static challenges = {
    xor: { part: 'neuron', w1: 2, w2: 2, b: -1 },
    solution: { part: 'circuit', wires: halfAdder, ...nand },
    nor: { part: 'circuit', wires: halfAdder, ...nand, b: 1 },
    loop: { part: 'circuit', wires: loop, ...nand },
  };

  compute() {
    const { x1, x2, w1, w2, b, wires } = this.state;
    const starts = Int32Array.from(/** @type {number[]} */ (numbersOf(wires)));
    return {
      starts: [...starts],
      answer: this.module.answerOfNeuron('step', [Number(x1), Number(x2)], [w1, w2], b),
      gate: this.module.stepGate(w1, w2, b),
      circuit: this.module.gateCircuit(w1, w2, b, starts, Number(x1), Number(x2)),
    };
  }

  figure() {
    return html`
      ${choice(this, 'part')} ${this.state.part === 'neuron' ? this.#neuron() : this.#circuit()}
    `;
  }

  get #gateName() {
    return this.text(`gate_${this.result.gate.outputs.join('')}`);
  }

  /**
   * What comes out for each row of inputs; the one that is on is marked.
   * @param {readonly string[]} heads  of the columns behind the inputs
   * @param {(row: number, inputs: string) => readonly unknown[]} cells  below them
   */
  #table(heads, cells) {
    const now = [this.state.x1, this.state.x2].map(Number).join('');
    return table(
      ['x₁', 'x₂', ...heads],
      rows.map((inputs, i) => row([...inputs, ...cells(i, inputs)], inputs === now ? 'now' : '')),
      { kind: 'gate-table' },
    );
  }

  #neuron() {
    const { answer, gate } = this.result;
    const { state } = this;
    const { tiedWeight, tiedSums } = gate;
    const inputs = /** @type {const} */ ([
      ['x1', 'w1'],
      ['x2', 'w2'],
    ]);
    return html`
      <div class="neuron-stage">
        <dd-neuron-diagram
          label=${this.text('diagram')}
          tappable
          .edges=${inputs.map(([input, weight], i) => ({
            name: this.text(input),
            value: String(Number(state[input])),
            weight: state[weight],
            product: answer.products[i],
          }))}
          .bias=${state.b}
          .z=${answer.z}
          .symbol=${'0|1'}
          .output=${String(answer.output)}
          .word=${this.text(answer.output ? 'yes' : 'no')}
          @input-tap=${(/** @type {CustomEvent<0 | 1>} */ { detail }) =>
            this.set({ [inputs[detail][0]]: !state[inputs[detail][0]] })}
        ></dd-neuron-diagram>
        <div>
          ${this.#table(['z', 'a'], (i, inputs) => [
            figure(`z${inputs}`, gate.sums[i]),
            figure(`a${inputs}`, gate.outputs[i]),
          ])}
          <p class="gate-verdict" role="status" data-testid="lab-gate">
            ${this.text('gate', { name: this.#gateName })}
          </p>
        </div>
      </div>
      ${figures([
        [this.text('tiedWeight'), 'tiedWeight', tiedWeight],
        [this.text('tiedSum', { x: 0 }), 'tied0', tiedSums[0]],
        [this.text('tiedSum', { x: 1 }), 'tied1', tiedSums[1]],
      ])}
    `;
  }

  #circuit() {
    const { circuit, starts, gate } = this.result;
    const { wanted } = circuit;
    const outputs = ['sum', 'carry'];
    const gates = Array.from({ length: gateCount }, (_, i) => ({ gate: gateLetter(i) }));
    const startNames = [
      this.text('nowhere'),
      'x₁',
      'x₂',
      ...gates.map((gate) => this.text('outputOf', gate)),
    ];
    const pinNames = [
      ...gates.flatMap((gate) => [this.text('firstOf', gate), this.text('secondOf', gate)]),
      ...outputs.map((name) => this.text(name)),
    ];
    const wire = (/** @type {number} */ pin, /** @type {number} */ start) =>
      this.set({ wires: numbersText(starts.with(pin, start)) });
    return html`
      <dd-circuit-board
        label=${this.text('board')}
        .wires=${starts}
        .values=${circuit.values}
        .startNames=${startNames}
        .pinNames=${pinNames}
        .gateName=${gate.outputs.join('') === '1110' ? 'NAND' : ''}
        .tied=${this.state.tied ? decimal(gate.tiedWeight, 3) : ''}
        @wire=${(/** @type {CustomEvent} */ { detail: { pin, start } }) => wire(pin, start)}
      ></dd-circuit-board>
      <p class="gate-verdict" role="status" data-testid="lab-verdict">${this.#verdict()}</p>
      ${this.#table(
        [...outputs, 'wanted'].map((name) => this.text(name)),
        (i, inputs) => [
          ...outputs.map((name, output) => {
            const value = circuit.table[2 * i + output];
            const wrong = value >= 0 && value !== wanted[2 * i + output];
            const written = `${value < 0 ? '?' : value}${wrong ? ' ✗' : ''}`;
            const entry = figure(`${name}${inputs}`, value, written);
            return wrong ? html`<span class="wrong">${entry}</span>` : entry;
          }),
          `${wanted[2 * i]}, ${wanted[2 * i + 1]}`,
        ],
      )}
      <details class="lab-details wire-list">
        <summary>${this.text('list')}</summary>
        <div>
          ${pinNames.map((name, pin) =>
            selectField(
              name,
              `lab-wire-${pin}`,
              starts[pin],
              startNames.map((start, i) => [i, start]),
              (start) => wire(pin, Number(start)),
            ),
          )}
        </div>
      </details>
    `;
  }

  #verdict() {
    const { starts, circuit } = this.result;
    const { isHalfAdder, looping, open } = circuit;
    const of = (/** @type {Int32Array} */ gates) => ({
      gates: Array.from(gates, gateLetter).join(this.text('and')),
      count: gates.length,
    });
    if (isHalfAdder) return this.text('done');
    if (looping.length > 0) return this.text('looping', of(looping));
    if (open.length > 0) return this.text('open', of(open));
    return this.text(starts.slice(-2).includes(0) ? 'noOutput' : 'wrong');
  }

  controls() {
    const circuit = this.state.part === 'circuit';
    return html`
      <div class="lab-row perceptron-flags">
        ${flag(this, 'x1', this.text('x1is'))} ${flag(this, 'x2', this.text('x2is'))}
        ${circuit ? flag(this, 'tied') : ''}
      </div>
      <div class="lab-controls lab-controls--pair">
        ${['w1', 'w2'].map((name) => slider(this, name))}
        <div data-main>${slider(this, 'b')}</div>
      </div>
      <p class="muted small" ?hidden=${!circuit}>
        ${this.text('allGates', { name: this.#gateName })}
      </p>
    `;
  }
}
