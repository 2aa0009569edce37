import { html, svg } from 'lit';
import '../../ui/plot.js';
import { labs } from '../../engine/labs.js';
import './nonlinear-backprop.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { button, figure, figures, slider, table } from '../parts.js';

addTexts('nonlinear-backprop', { en, zh });

/**
 * @typedef {import('./types.js').NonlinearBackpropLab} Module
 * @typedef {import('./types.js').NonlinearRound} Round
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 */

const end = 20;
const range = [0, 2.6];
const maxRounds = 30;
const text = (/** @type {string} */ name, /** @type {any} */ values = {}) =>
  t(`nonlinear-backprop.${name}`, values);

/** An error handed back through x → x² → ln → √, round by round: Newton's method by hand. */
class NonlinearBackpropLab extends Lab {
  static lab = 'nonlinear-backprop';
  static schema = {
    start: { default: 2, min: 0, max: end },
    target: { default: 2.13, min: 0, max: 2.4 },
    rounds: { default: 1, min: 1, max: maxRounds, integer: true },
  };
  static formula = String.raw`\Delta x=\frac{c-y}{c'(x)},\qquad c'(x)=\underbrace{\frac{1}{2\sqrt{b}}}_{\text{√}}\cdot\underbrace{\frac{1}{a}}_{\ln}\cdot\underbrace{2x}_{x^2}`;
  static challenges = {
    slow: { start: 1.01, target: 2.13, rounds: maxRounds },
    fling: { start: 16, target: 1, rounds: 4 },
    stuck: { start: 1, target: 2.13, rounds: 1 },
    fall: { start: 2, target: 0, rounds: 1 },
  };
  static same = '#/train';

  /** @param {{ start: number, target: number, rounds: number }} state */
  compute({ start, target, rounds }) {
    const module = /** @type {Module} */ (labs());
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
      ${this.#plot()} ${shown.length > 0 ? this.#chain(shown.at(-1), shown.length) : ''}
      ${figures([
        [text('reachedIn', { count: shown.length }), 'x', x, 7],
        [html`${text('exact')} <dd-formula .tex=${'e^{y^2/2}'}></dd-formula>`, 'exact', exact, 7],
      ])}
      <p class="notice" role="status" data-testid="lab-ending" ?hidden=${!this.#ending()}>
        ${this.#ending()}
      </p>
      ${this.#table(shown)}
    `;
  }

  /** What ended the rounds, once all of them are shown. */
  #ending() {
    const { shown, rounds, ending, last } = this.result;
    if (shown.length < rounds.length) return '';
    return text(`ending_${ending}`, { x: decimal(last, 6), count: shown.length });
  }

  #plot() {
    const { shown, curve } = this.result;
    const { start, target } = /** @type {Record<string, number>} */ (this.state);
    const mirrored = shown.some((/** @type {Round} */ { x, next }) => x < 0 || next < 0);
    const lines = [{ x: curve.x, y: curve.c, kind: 'positive' }];
    if (mirrored)
      lines.push({ x: curve.x.map((/** @type {number} */ x) => -x), y: curve.c, kind: 'positive' });
    return html`
      <div class="lab-plot" data-main>
        <dd-plot
          testid="lab-plot"
          label=${text('plot')}
          yName="c"
          .xRange=${mirrored ? [-end, end] : [0, end]}
          .yRange=${range}
          .lines=${lines}
          .points=${[
            { x: start, y: shown[0]?.c ?? 0, label: text('start'), kind: 'positive', fixed: 'y' },
            { x: 0, y: target, label: text('target'), kind: 'open', fixed: 'x' },
          ]}
          .underlay=${(/** @type {Frame} */ frame) => this.#underlay(frame)}
          .overlay=${(/** @type {Frame} */ { x, y, right, bottom }) => svg`
            <text class="plot-label" x=${right - 22} y=${y(target) - 7} text-anchor="end">y</text>
            <text class="plot-label positive" x=${x(end * 0.8)} y=${bottom - 28} text-anchor="middle">c = √(ln x²)</text>`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) => this.#drag(detail)}
        ></dd-plot>
      </div>
    `;
  }

  /** @param {{ index: number, x: number, y: number }} detail */
  #drag({ index, x, y }) {
    const { start, target } = this.type.schema;
    const within = (/** @type {number} */ value, /** @type {any} */ { min, max }) =>
      Math.min(max, Math.max(min, value));
    if (index === 0) this.set({ start: within(x, start) });
    else this.set({ target: within(y, target) });
  }

  /** Each round's tangent up or down to the target, and from there to the curve again. */
  #underlay(/** @type {Frame} */ { x, y, left, right }) {
    const { shown, rounds } = this.result;
    const target = Number(this.state.target);
    const far = (/** @type {number} */ pixel) => Math.min(1e5, Math.max(-1e5, pixel));
    return svg`
      <line class="plot-line muted dashed" x1=${left} x2=${right} y1=${y(target)} y2=${y(target)} />
      ${shown.map((/** @type {Round} */ round, /** @type {number} */ i) => {
        const above = rounds[i + 1]?.c ?? target;
        const kind = i === shown.length - 1 ? 'negative' : 'muted';
        return svg`
          <line class="plot-line muted dashed thin" x1=${far(x(round.next))} x2=${far(x(round.next))} y1=${y(target)} y2=${y(above)} />
          <line class="plot-line ${kind}" x1=${far(x(round.x))} x2=${far(x(round.next))} y1=${y(round.c)} y2=${y(target)} />`;
      })}
    `;
  }

  /** @param {Round} round @param {number} number */
  #chain(round, number) {
    const value = (
      /** @type {string} */ name,
      /** @type {number} */ it,
      /** @type {number} */ off,
    ) =>
      html`<li class="chain-value">
        <span><i>${name}</i> = ${figure(`chain-${name}`, it, 4)}</span>
        <span class="chain-back"><i>Δ${name}</i> = ${figure(`chain-delta-${name}`, off, 4)}</span>
      </li>`;
    const person = (
      /** @type {string} */ does,
      /** @type {string} */ tex,
      /** @type {number} */ slope,
    ) =>
      html`<li class="chain-person">
        <span>${text(does)}</span>
        <span class="chain-slope"><dd-formula .tex=${tex}></dd-formula>${figure(does, slope, 4)}</span>
      </li>`;
    return html`
      <figure class="chain" data-testid="lab-chain">
        <figcaption>${text('chain', { round: number })}</figcaption>
        <ol>
          ${value('x', round.x, round.deltaX)} ${person('squares', '2x=', round.squareSlope)}
          ${value('a', round.a, round.deltaA)}
          ${person('logs', String.raw`\tfrac{1}{a}=`, round.logSlope)}
          ${value('b', round.b, round.deltaB)}
          ${person('roots', String.raw`\tfrac{1}{2\sqrt{b}}=`, round.rootSlope)}
          ${value('c', round.c, round.deltaC)}
        </ol>
      </figure>
    `;
  }

  /** @param {Round[]} rounds */
  #table(rounds) {
    return html`
      <div class="lab-scroll" tabindex="0" role="region" aria-label=${text('rounds')}>
        ${table(
          [
            text('round'),
            ...['x', 'c', 'Δc', 'Δx'].map((name) => html`<i>${name}</i>`),
            text('newX'),
          ],
          rounds.map(
            ({ x, c, deltaC, deltaX, next }, i) =>
              html`<tr>
                <th scope="row">${i + 1}</th>
                ${[x, c, deltaC, deltaX, next].map(
                  (value) => html`<td data-value=${value}>${decimal(value, 6)}</td>`,
                )}
              </tr>`,
          ),
          { testid: 'lab-rounds' },
        )}
      </div>
    `;
  }

  controls() {
    const { shown, rounds } = this.result;
    const to = (/** @type {number} */ count) => () =>
      this.set({ rounds: Math.min(maxRounds, Math.max(1, Math.min(count, rounds.length))) });
    return html`
      <div class="lab-row">
        ${button('one', text('one'), to(shown.length + 1), { primary: true })}
        ${button('one-back', text('oneBack'), to(shown.length - 1))}
        ${button('all', text('all'), to(maxRounds))}
      </div>
      ${slider(this, 'start', text('start'), { min: 0, max: end, step: 0.01 })}
      ${slider(this, 'target', text('target'), { min: 0, max: 2.4, step: 0.01 })}
    `;
  }
}

customElements.define('dd-lab-nonlinear-backprop', NonlinearBackpropLab);
