import { html, nothing, svg } from 'lit';
import './guessing.css';
import en from './en.js';
import { decimal } from '../../app/numbers.js';
import zh from './zh.js';
import { answer, answersTable, dots, slopes } from './answers.js';
import { labOf } from '../lab.js';
import { button, choice, evenly, figures, numbersOf, plot, slider } from '../parts.js';
import { countedRun, restartButton, runButton, stepButton } from '../run.js';

/** @typedef {import('../../ui/plot-geometry.js').Frame} Frame */

const least = 1;
const most = 100;
/** While the formula plays, so much is drawn on both sides of the number: room to jump over it. */
const reach = 100;
const highestLoss = 5200;
const maxPlayed = 200;
const maxGuesses = 40;
const shownRows = 5;
/** The last guess that the formula made is seen, but not to be dragged. */
const reached = /** @type {const} */ ({ label: '', kind: 'positive', fixed: 'both' });

/** Guessing a number from answers of "too low by so much", by hand and by gradient descent. */
export default class GuessingLab extends labOf('guessing', en, zh, {
  seed: { default: 2, min: 0, max: 1e6, integer: true },
  player: { default: 'you', choices: ['you', 'machine'] },
  guess: { default: 50, min: least, max: most, integer: true },
  guesses: { default: '', pattern: /^[\d,]{0,160}$/ },
  start: { default: 10, min: least, max: most },
  rate: { default: 0.3, min: 0.05, max: 2.5, step: 0.05 },
  played: { default: 0, min: 0, max: maxPlayed, integer: true },
}) {
  static formula = String.raw`x\leftarrow x-η\,\underbrace{(x-t)}_{J'(x)}\qquad J(x)=\tfrac12(x-t)^2`;
  static challenges = {
    creep: { player: 'machine', start: 10, rate: 0.05, played: maxPlayed },
    hit: { player: 'machine', start: 10, rate: 1, played: 1 },
    circle: { player: 'machine', start: 10, rate: 2, played: 7 },
    diverge: { player: 'machine', start: 30, rate: 2.1, played: 9 },
  };

  ticker = countedRun(this, 'played', maxPlayed, 3, {
    over: () => this.state.player !== 'machine' || this.result.path.state === 'found',
  });

  compute() {
    const { module, state } = this;
    const { seed, guesses, start, rate, played } = state;
    const number = module.hiddenNumber(seed);
    const own = numbersOf(guesses) ?? [];
    const fit = own.length <= maxGuesses && own.every((guess) => guess >= least && guess <= most);
    const answered = fit ? own : [];
    const across = evenly(number - reach, number + reach, 401);
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
    const { guesses } = this.result.yours;
    if (this.#found || guesses.length >= maxGuesses) return;
    this.set({ guesses: [...guesses, this.state.guess].join() });
  }

  #another() {
    this.ticker.stop();
    this.set({ seed: (this.state.seed + 1) % 1e6, guesses: '', played: 0, player: 'you' });
  }

  figure() {
    return this.state.player === 'you' ? this.#yourFigure() : this.#machineFigure();
  }

  #yourFigure() {
    const { number, curve, yours } = this.result;
    const { guess } = this.state;
    const count = yours.guesses.length;
    const highest = Math.max(60, ...yours.losses) * 1.2;
    const said =
      count === 0
        ? this.text('hidden')
        : this.#found
          ? this.text('found', { number, count })
          : answer(yours.errors[count - 1]);
    return html`
      <output class="guess-answer" data-figure="answer" data-value=${yours.errors[count - 1] ?? nothing}
        >${said}</output
      >
      <p class="muted small" ?hidden=${this.#found}>
        <output data-figure="count" data-value=${count}>${this.text('count', { count })}</output>
      </p>
      ${plot(this, {
        label: this.text('plotYou'),
        x: ['x', [0, most]],
        y: ['J', [-highest / 12, highest]],
        lines: this.#found ? [{ ...curve, kind: 'muted' }] : [],
        points: this.#found
          ? []
          : [{ x: guess, y: 0, label: this.text('guessPoint'), kind: 'positive', fixed: 'y' }],
        underlay: (frame) => svg`
          ${this.#found ? '' : upright(frame, guess, 'guess-next')} ${slopes(frame, yours)}`,
        move: ({ x }) => this.set({ guess: within(Math.round(x)) }),
        tap: () => this.#guess(),
      })}
    `;
  }

  #machineFigure() {
    const { number, curve, path } = this.result;
    const last = path.guesses.length - 1;
    const found = path.state === 'found';
    const words = { count: last + 1, guess: decimal(path.guesses[last], 5) };
    const at = (/** @type {number} */ i) => ({ x: path.guesses[i], y: path.losses[i] });
    return html`
      <output class="guess-answer" data-figure="answer" data-value=${path.errors[last]}>
        ${this.text(found ? 'machineFound' : 'machineAt', words)}
        ${found ? '' : html`<span class="small">${answer(path.errors[last])}</span>`}
      </output>
      <p class="muted" role="status">${this.text(path.regime)}</p>
      ${plot(this, {
        label: this.text('plotMachine'),
        x: ['x', [number - reach, number + reach]],
        y: ['J', [0, highestLoss]],
        lines: [
          { ...curve, kind: 'muted' },
          { x: path.guesses, y: path.losses, kind: 'thin' },
        ],
        points: [
          ...(last > 0 ? [{ ...at(last), ...reached }] : []),
          { ...at(0), label: this.text('startPoint'), kind: 'open', fixed: 'y' },
        ],
        underlay: (frame) => svg`${upright(frame, number, 'guess-target')} ${dots(frame, path)}`,
        move: ({ x }) => this.set({ start: within(x) }),
      })}
      ${figures([[this.text('left'), 'left', path.left]])}
    `;
  }

  controls() {
    const { yours, path } = this.result;
    const you = this.state.player === 'you';
    return html`
      ${you ? this.#yourControls() : this.#machineControls()}
      ${choice(this, 'player')}
      ${you ? answersTable(this, yours, 0) : answersTable(this, path, Math.max(0, path.guesses.length - shownRows))}
    `;
  }

  get #anotherButton() {
    return button('another', this.text('another'), () => this.#another());
  }

  #yourControls() {
    const primary = { primary: true };
    const play = () => this.set({ player: 'machine', played: 0 });
    if (this.#found) {
      return html`<div class="lab-row" data-main>
        ${button('machine', this.text('letItPlay'), play, primary)} ${this.#anotherButton}
      </div>`;
    }
    return html`
      <div class="guess-row" @keydown=${this.#onKeydown}>
        ${slider(this, 'guess')}
        <div data-main>
          ${button('guess-now', this.text('doGuess'), () => this.#guess(), primary)}
        </div>
      </div>
    `;
  }

  #machineControls() {
    return html`
      ${slider(this, 'rate')}
      <div class="lab-row" data-main>
        ${stepButton(this)} ${runButton(this)} ${restartButton(this)} ${this.#anotherButton}
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

/** A number that may be guessed. @param {number} value */
const within = (value) => Math.min(most, Math.max(least, value));

/** An upright line at x = `at`. @param {Frame} frame @param {number} at @param {string} kind */
const upright = ({ x, top, bottom }, at, kind) =>
  svg`<line class=${kind} x1=${x(at)} x2=${x(at)} y1=${top} y2=${bottom} />`;
