import { html, svg } from 'lit';
import './nonlinear-backprop.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { button, figure, figures, notice, plot, scrolling, slider, table } from '../parts.js';

const end = 20;
const maxRounds = 30;
const range = {
  start: { min: 0, max: end, step: 0.01 },
  target: { min: 0, max: 2.4, step: 0.01 },
};
/** The people, the derivative of each and what they hand on; c goes to nobody. */
const people = /** @type {const} */ ([
  { value: 'x', off: 'deltaX', does: 'squares', tex: '2x=', slope: 'squareSlope' },
  { value: 'a', off: 'deltaA', does: 'logs', tex: String.raw`\tfrac{1}{a}=`, slope: 'logSlope' },
  { value: 'b', off: 'deltaB', does: 'roots', tex: String.raw`\tfrac{1}{2\sqrt{b}}=`, slope: 'rootSlope' }, // prettier-ignore
  { value: 'c', off: 'deltaC' },
]);

/** An error handed back through x → x² → ln → √, round by round: Newton's method by hand. */
export default class NonlinearBackpropLab extends labOf('nonlinear-backprop', en, zh, {
  start: { default: 2, ...range.start },
  target: { default: 2.13, ...range.target },
  rounds: { default: 1, min: 1, max: maxRounds, integer: true },
}) {
  static formula = String.raw`\Delta x=\frac{c-y}{c'(x)},\qquad c'(x)=\underbrace{\frac{1}{2\sqrt{b}}}_{\text{√}}\cdot\underbrace{\frac{1}{a}}_{\ln}\cdot\underbrace{2x}_{x^2}`;
  static challenges = {
    slow: { start: 1.01, target: 2.13, rounds: maxRounds },
    fling: { start: 16, target: 1, rounds: 4 },
    stuck: { start: 1, target: 2.13, rounds: 1 },
    fall: { start: 2, target: 0, rounds: 1 },
  };

  compute() {
    const { module, state } = this;
    const { start, target, rounds } = state;
    const way = module.nonlinearRounds(start, target, maxRounds);
    const shown = way.rounds.slice(0, rounds);
    return {
      ...way,
      shown,
      x: shown.at(-1)?.next ?? start,
      curve: module.nonlinearCurve(end, 241),
    };
  }

  figure() {
    const { shown, x, exact } = this.result;
    return html`
      ${this.#plot()} ${this.#chain()}
      ${figures([
        [this.text('reachedIn', { count: shown.length }), 'x', x, 7],
        [
          html`${this.text('exact')} <dd-formula .tex=${'e^{y^2/2}'}></dd-formula>`,
          'exact',
          exact,
          7,
        ],
      ])}
      ${notice(this.#ending(), 'lab-ending')} ${this.#table()}
    `;
  }

  /** What ended the rounds, once all of them are shown. */
  #ending() {
    const { shown, rounds, ending, last } = this.result;
    if (shown.length < rounds.length) return '';
    return this.text(`ending_${ending}`, { x: decimal(last, 6), count: shown.length });
  }

  #plot() {
    const { shown, curve } = this.result;
    const { start, target } = this.state;
    const mirrored = shown.some(({ x, next }) => x < 0 || next < 0);
    const lines = [{ x: curve.x, y: curve.c, kind: 'positive' }];
    if (mirrored) lines.push({ ...lines[0], x: curve.x.map((x) => -x) });
    return plot(this, {
      main: true,
      x: ['x', [mirrored ? -end : 0, end]],
      y: ['c', [0, 2.6]],
      lines,
      points: [
        { x: start, y: shown[0]?.c ?? 0, label: this.text('start'), kind: 'positive', fixed: 'y' },
        { x: 0, y: target, label: this.text('target'), kind: 'open', fixed: 'x' },
      ],
      underlay: (frame) => this.#underlay(frame),
      overlay: ({ x, y, right, bottom }) => svg`
        <text class="plot-label" x=${right - 22} y=${y(target) - 7} text-anchor="end">y</text>
        <text class="plot-label positive" x=${x(end * 0.8)} y=${bottom - 28} text-anchor="middle">c = √(ln x²)</text>`,
      move: ({ index, x, y }) =>
        this.set(
          index === 0 ? { start: within(x, range.start) } : { target: within(y, range.target) },
        ),
    });
  }

  /** Each round's tangent up or down to the target, and from there to the curve again. */
  #underlay(/** @type {import('../../ui/plot-geometry.js').Frame} */ { x, y, left, right }) {
    const { shown, rounds } = this.result;
    const { target } = this.state;
    const far = (/** @type {number} */ at) => within(x(at), { min: -1e5, max: 1e5 });
    return svg`
      <line class="plot-line muted dashed" x1=${left} x2=${right} y1=${y(target)} y2=${y(target)} />
      ${shown.map((round, i) => {
        const above = rounds[i + 1]?.c ?? target;
        const kind = i === shown.length - 1 ? 'negative' : 'muted';
        return svg`
          <line class="plot-line muted dashed thin" x1=${far(round.next)} x2=${far(round.next)} y1=${y(target)} y2=${y(above)} />
          <line class="plot-line ${kind}" x1=${far(round.x)} x2=${far(round.next)} y1=${y(round.c)} y2=${y(target)} />`;
      })}
    `;
  }

  /** The last round that is shown. */
  #chain() {
    const { shown } = this.result;
    const round = shown.at(-1);
    if (!round) return '';
    return html`
      <figure class="chain" data-testid="lab-chain">
        <figcaption class="muted small">${this.text('chain', { round: shown.length })}</figcaption>
        <ol>
          ${people.map(
            ({ value, off, ...person }) => html`
              <li class="unbroken">
                <span><i>${value}</i> = ${figure(`chain-${value}`, round[value], 4)}</span>
                <span class="text-negative"
                  ><i>Δ${value}</i> = ${figure(`chain-delta-${value}`, round[off], 4)}</span
                >
              </li>
              ${
                'does' in person
                  ? html`<li class="chain-person">
                      <span class="muted">${this.text(person.does)}</span>
                      <span class="chain-slope"
                        ><dd-formula .tex=${person.tex}></dd-formula>${figure(person.does, round[person.slope], 4)}</span
                      >
                    </li>`
                  : ''
              }
            `,
          )}
        </ol>
      </figure>
    `;
  }

  #table() {
    const italic = ['x', 'c', 'Δc', 'Δx'].map((name) => html`<i>${name}</i>`);
    const rows = this.result.shown.map(
      ({ x, c, deltaC, deltaX, next }, i) =>
        html`<tr>
          <th scope="row">${i + 1}</th>
          ${[x, c, deltaC, deltaX, next].map(
            (value) => html`<td data-value=${value}>${decimal(value, 6)}</td>`,
          )}
        </tr>`,
    );
    return scrolling(
      this.text('rounds'),
      table([this.text('round'), ...italic, this.text('newX')], rows, { testid: 'lab-rounds' }),
    );
  }

  controls() {
    const { shown, rounds } = this.result;
    const to = (/** @type {number} */ count) => () =>
      this.set({ rounds: within(count, { min: 1, max: Math.max(1, rounds.length) }) });
    return html`
      <div class="lab-row">
        ${button('one', this.text('one'), to(shown.length + 1), { primary: true })}
        ${button('one-back', this.text('oneBack'), to(shown.length - 1))}
        ${button('all', this.text('all'), to(maxRounds))}
      </div>
      ${slider(this, 'start')} ${slider(this, 'target')}
    `;
  }
}

/** @param {number} value @param {{ min: number, max: number }} range */
const within = (value, { min, max }) => Math.min(max, Math.max(min, value));
