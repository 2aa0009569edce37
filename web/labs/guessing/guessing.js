import { html, nothing, svg } from 'lit';
import '../../ui/plot.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './guessing.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { answer, answersTable, dots, slopes } from './answers.js';
import { Lab } from '../lab.js';
import { button, choice, figures, numbersOf, slider } from '../parts.js';
import { restartButton, runButton } from '../run.js';

addTexts('guessing', { en, zh });

/**
 * @typedef {import('./types.js').GuessingLab} Module
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {{ seed: number, player: string, guess: number, guesses: string, start: number,
 *   rate: number, played: number }} State
 */

const least = 1;
const most = 100;
/** While the formula plays, so much is drawn on both sides of the number: room to jump over it. */
const reach = 100;
const highestLoss = 5200;
const points = Array.from({ length: 401 }, (_, i) => (i - 200) / 200);
const maxPlayed = 200;
const maxGuesses = 40;
const shownRows = 5;

/** Guessing a number from answers of "too low by so much", by hand and by gradient descent. */
class GuessingLab extends Lab {
  static lab = 'guessing';
  static schema = {
    seed: { default: 2, min: 0, max: 1e6, integer: true },
    player: { default: 'you', choices: ['you', 'machine'] },
    guess: { default: 50, min: least, max: most, integer: true },
    guesses: { default: '', pattern: /^[\d,]{0,160}$/ },
    start: { default: 10, min: least, max: most },
    rate: { default: 0.3, min: 0.05, max: 2.5 },
    played: { default: 0, min: 0, max: maxPlayed, integer: true },
  };
  static formula = String.raw`x\leftarrow x-η\,\underbrace{(x-t)}_{J'(x)}\qquad J(x)=\tfrac12(x-t)^2`;
  static challenges = {
    creep: { player: 'machine', start: 10, rate: 0.05, played: maxPlayed },
    hit: { player: 'machine', start: 10, rate: 1, played: 1 },
    circle: { player: 'machine', start: 10, rate: 2, played: 7 },
    diverge: { player: 'machine', start: 30, rate: 2.1, played: 9 },
  };
  static same = '#/train';

  constructor() {
    super();
    this.ticker = new Ticker(this, (steps) => this.#advance(steps, { undoable: false }), 3);
  }

  /** @param {State} state */
  compute({ seed, guesses, start, rate, played }) {
    const module = /** @type {Module} */ (labs());
    const number = module.hiddenNumber(seed);
    const own = numbersOf(guesses) ?? [];
    const fit = own.length <= maxGuesses && own.every((guess) => guess >= least && guess <= most);
    const answered = fit ? own : [];
    const across = points.map((point) => number + reach * point);
    return {
      number,
      curve: { x: across, y: module.guessAnswers(number, across).losses },
      yours: { guesses: answered, ...module.guessAnswers(number, answered) },
      path: module.guessByDescent(number, start, rate, played),
    };
  }

  get #found() {
    return this.result.yours.guesses.at(-1) === this.result.number;
  }

  #guess() {
    const { yours } = this.result;
    if (this.#found || yours.guesses.length >= maxGuesses) return;
    this.set({ guesses: [...yours.guesses, Number(this.state.guess)].join() });
  }

  #another() {
    this.ticker.stop();
    this.set({ seed: (Number(this.state.seed) + 1) % 1e6, guesses: '', played: 0, player: 'you' });
  }

  /** @param {number} steps @param {{ undoable: boolean }} [options] */
  #advance(steps, options) {
    const { player, played } = this.state;
    const over = () => this.result.path.state === 'found' || this.state.played === maxPlayed;
    if (player !== 'machine' || over()) return false;
    this.set({ played: Math.min(maxPlayed, Number(played) + steps) }, options);
    return !over();
  }

  #begin() {
    const over = this.result.path.state === 'found' || this.state.played === maxPlayed;
    this.set({ played: over ? 0 : this.state.played });
  }

  figure() {
    return this.state.player === 'you' ? this.#yourFigure() : this.#machineFigure();
  }

  #yourFigure() {
    const { number, curve, yours } = this.result;
    const count = yours.guesses.length;
    const highest = Math.max(60, ...yours.losses) * 1.2;
    const guess = Number(this.state.guess);
    return html`
      <output class="guess-answer" data-figure="answer" data-value=${yours.errors[count - 1] ?? nothing}>
        ${
          count === 0
            ? t('guessing.hidden')
            : this.#found
              ? t('guessing.found', { number, count })
              : answer(yours.errors[count - 1])
        }
      </output>
      <p class="muted small" ?hidden=${this.#found}>
        <output data-figure="count" data-value=${count}>${t('guessing.count', { count })}</output>
      </p>
      <div class="lab-plot">
        <dd-plot
          testid="lab-plot"
          label=${t('guessing.plotYou')}
          yName="J"
          .xRange=${[0, most]}
          .yRange=${[-highest / 12, highest]}
          .lines=${this.#found ? [{ ...curve, kind: 'muted' }] : []}
          .points=${this.#found ? [] : [{ x: guess, y: 0, label: t('guessing.guessPoint'), kind: 'positive', fixed: 'y' }]}
          .underlay=${(/** @type {Frame} */ frame) => svg`
            ${this.#found ? '' : svg`<line class="guess-next" x1=${frame.x(guess)} x2=${frame.x(guess)} y1=${frame.top} y2=${frame.bottom} />`}
            ${slopes(frame, yours)}`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) =>
            this.set({ guess: Math.min(most, Math.max(least, Math.round(detail.x))) })}
          @point-tap=${() => this.#guess()}
        ></dd-plot>
      </div>
    `;
  }

  #machineFigure() {
    const { number, curve, path } = this.result;
    const last = path.guesses.length - 1;
    const words = { count: last + 1, guess: decimal(path.guesses[last], 5) };
    return html`
      <output class="guess-answer" data-figure="answer" data-value=${path.errors[last]}>
        ${t(path.state === 'found' ? 'guessing.machineFound' : 'guessing.machineAt', words)}
        ${path.state === 'found' ? '' : html`<span class="small">${answer(path.errors[last])}</span>`}
      </output>
      <p class="muted" role="status">${t(`guessing.${path.regime}`)}</p>
      <div class="lab-plot">
        <dd-plot
          testid="lab-plot"
          label=${t('guessing.plotMachine')}
          yName="J"
          .xRange=${[number - reach, number + reach]}
          .yRange=${[0, highestLoss]}
          .lines=${[
            { ...curve, kind: 'muted' },
            { x: path.guesses, y: path.losses, kind: 'thin' },
          ]}
          .points=${[
            ...(last > 0
              ? [
                  {
                    x: path.guesses[last],
                    y: path.losses[last],
                    label: '',
                    kind: 'positive',
                    fixed: 'both',
                  },
                ]
              : []),
            {
              x: path.guesses[0],
              y: path.losses[0],
              label: t('guessing.startPoint'),
              kind: 'open',
              fixed: 'y',
            },
          ]}
          .underlay=${(/** @type {Frame} */ frame) => svg`
            <line class="guess-target" x1=${frame.x(number)} x2=${frame.x(number)} y1=${frame.top} y2=${frame.bottom} />
            ${dots(frame, path)}`}
          @point-move=${(/** @type {CustomEvent} */ { detail }) => this.set({ start: Math.min(most, Math.max(least, detail.x)) })}
        ></dd-plot>
      </div>
      ${figures([[t('guessing.left'), 'left', path.left]])}
    `;
  }

  controls() {
    const { yours, path } = this.result;
    const you = this.state.player === 'you';
    return html`
      ${you ? this.#yourControls() : this.#machineControls()}
      ${choice(this, 'player', t('guessing.player'), ['you', 'machine'])}
      ${you ? answersTable(yours, 0) : answersTable(path, Math.max(0, path.guesses.length - shownRows))}
    `;
  }

  #yourControls() {
    if (this.#found) {
      return html`<div class="lab-row" data-main>
        ${button('machine', t('guessing.letItPlay'), () => this.set({ player: 'machine', played: 0 }), { primary: true })}
        ${button('another', t('guessing.another'), () => this.#another())}
      </div>`;
    }
    return html`
      <div class="guess-row" @keydown=${this.#onKeydown}>
        ${slider(this, 'guess', t('guessing.guess'), { min: least, max: most, step: 1 })}
        <div data-main>
          ${button('guess-now', t('guessing.doGuess'), () => this.#guess(), { primary: true })}
        </div>
      </div>
    `;
  }

  #machineControls() {
    return html`
      ${slider(this, 'rate', t('guessing.rate'), { min: 0.05, max: 2.5, step: 0.05 })}
      <div class="lab-row" data-main>
        ${button('step', t('learn.step'), () => this.#advance(1))}
        ${runButton(this, () => this.#begin())} ${restartButton(this, { played: 0 })}
        ${button('another', t('guessing.another'), () => this.#another())}
      </div>
    `;
  }

  /** Enter on the slider or in its field is a guess, unless what was typed is no number. */
  #onKeydown = (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const field = target.closest('dd-number-field');
    const refused = /** @type {{ problem?: string } | null} */ (field)?.problem;
    if (event.key === 'Enter' && target.matches('input') && !refused) this.#guess();
  };
}

customElements.define('dd-lab-guessing', GuessingLab);
