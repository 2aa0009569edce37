import { LitElement, html, nothing } from 'lit';
import '../../../components/curve-plot.js';
import { Localized } from '../../../components/localized.js';
import '../../../components/number-field.js';
import { HeldFunction, engine } from '../../../engine/descent.js';
import '../../../styles/descend-line.css';
import { t } from '../../../text/index.js';
import { TabAddress } from '../address.js';
import '../expression-field.js';
import { decimal } from '../format.js';
import { functionField } from '../function-field.js';
import { optimizerFields, optimizerSpec } from '../optimizer-fields.js';
import '../rate-field.js';
import { stopFields, stopOptions } from '../stop-rules.js';
import '../step-table.js';
import { Ticker } from '../ticker.js';
import { transport } from '../transport.js';
import { choiceSchema, lineSchema, maxSteps } from './schema.js';
import { describe, limitSentence } from './words.js';

/**
 * @typedef {import('./schema.js').LineState} LineState
 * @typedef {import('../../../engine/types.js').Descent} Descent
 */

/** How far ahead the faint marks and the words look. */
const outlook = 60;
const curvePoints = 481;

/** Gradient descent on a function of one variable. */
export class DescendLine extends LitElement {
  static properties = { address: { attribute: false }, state: { state: true } };

  constructor() {
    super();
    new Localized(this);
    this.address = new TabAddress('line');
    this.held = new HeldFunction();
    this.ticker = new Ticker(this, (steps) => this.#advance(steps));
    /** @type {LineState | null} */
    this.state = null;
    /** A mistake in the expression. @type {import('../../../engine/types.js').ExpressionError | null} */
    this.mistake = null;
    /** @type {{ key: string, values: Float64Array }} */
    this.curve = { key: '', values: new Float64Array() };
    this.announced = '';
    this.announcing = 0;
  }

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
    this.held.release();
  }

  willUpdate() {
    if (this.state) return;
    const { function: asked, expression } = this.address.read(choiceSchema);
    const facts = this.#choose(String(asked), String(expression));
    const state = /** @type {LineState} */ (
      /** @type {any} */ (this.address.read(lineSchema(facts)))
    );
    if (state.from >= state.to) [state.from, state.to] = facts.range;
    this.state = { ...state, function: facts.name };
    this.ticker.speed = state.speed;
    this.#keep();
  }

  /**
   * Holds a function. One that is unknown gives way to the first; an expression with a mistake, to
   * the one held before.
   * @param {string} name @param {string} text
   */
  #choose(name, text) {
    this.mistake = null;
    if (name === 'expression') {
      const choose = (/** @type {string} */ words) =>
        this.held.choose({ name, text: words, dimension: 1 });
      try {
        return choose(text).facts();
      } catch (error) {
        this.mistake = /** @type {any} */ (error);
        return choose(this.working ?? choiceSchema.expression.default).facts();
      }
    }
    const known = engine()
      .descentFunctions()
      .some((facts) => facts.dimension === 1 && facts.name === name);
    return this.held.choose({ name: known ? name : choiceSchema.function.default }).facts();
  }

  /** The text of the last expression without a mistake. @type {string | undefined} */
  working;

  get facts() {
    return /** @type {import('../../../engine/types.js').DescentFunction} */ (
      this.held.handle
    ).facts();
  }

  #keep() {
    if (this.state) this.address.keep(lineSchema(this.facts), this.state);
  }

  /** @param {Partial<LineState>} changes */
  #set(changes) {
    this.state = { .../** @type {LineState} */ (this.state), ...changes };
    this.#keep();
  }

  /** Another function begins anew, at its own start and with its own η. @param {string} name */
  #chooseFunction(name) {
    const state = /** @type {LineState} */ (this.state);
    this.ticker.stop();
    const { start, learningRate, range } = this.#choose(name, state.expression);
    const [from, to] = range;
    this.#set({ function: name, start: start[0], learningRate, from, to, steps: 0 });
  }

  /** @param {string} text */
  #chooseExpression(text) {
    this.ticker.stop();
    this.#choose('expression', text);
    if (!this.mistake) this.working = text;
    this.#set({ expression: text, ...(!this.mistake && { steps: 0 }) });
  }

  /**
   * @param {LineState} state
   * @param {number} steps
   * @param {import('../../../engine/types.js').DescentOptions['stop']} [stop]
   * @returns {Descent}
   */
  #descend(state, steps, stop) {
    return engine().descend(
      /** @type {import('../../../engine/types.js').DescentFunction} */ (this.held.handle),
      {
        optimizer: optimizerSpec(state),
        learningRate: state.learningRate,
        start: [state.start],
        steps,
        ...(stop && { stop }),
      },
    );
  }

  /** So many steps of a run; false when a rule, the limit or a divergence ends it. @param {number} count */
  #advance(count) {
    const state = /** @type {LineState} */ (this.state);
    const target = Math.min(state.steps + count, state.limit);
    if (target <= state.steps) return false;
    const path = this.#descend(state, target, stopOptions(state));
    if (path.state === 'converged' && path.steps < state.steps) return false;
    this.#set({ steps: path.state === 'diverged' ? path.divergedAt : path.steps });
    return path.state === 'running' && target < state.limit;
  }

  #commands = {
    step: () => {
      const state = /** @type {LineState} */ (this.state);
      this.ticker.stop();
      if (this.#descend(state, state.steps).state === 'running')
        this.#set({ steps: Math.min(maxSteps, state.steps + 1) });
    },
    back: () => {
      const state = /** @type {LineState} */ (this.state);
      this.ticker.stop();
      const { divergedAt } = this.#descend(state, state.steps);
      const made = divergedAt < 0 ? state.steps : divergedAt;
      this.#set({ steps: Math.max(0, made - 1) });
    },
    run: () => (this.ticker.running ? this.ticker.stop() : this.ticker.start()),
    reset: () => {
      this.ticker.stop();
      this.#set({ steps: 0 });
    },
    speed: (/** @type {number} */ speed) => {
      this.ticker.speed = speed;
      this.#set({ speed });
    },
  };

  /** J along the picture, sampled anew only when the function or the picture changed. */
  #curve() {
    const { from, to } = /** @type {LineState} */ (this.state);
    const key = `${this.held.key} ${from} ${to}`;
    if (key !== this.curve.key) {
      const values = this.held.handle?.sampleLine(from, to, curvePoints) ?? new Float64Array();
      this.curve = { key, values };
    }
    return this.curve.values;
  }

  /** Every point of the path and the range of the function, with some room. @param {Descent} path */
  #fit(path) {
    const { range } = this.facts;
    const xs = [...path.theta, ...range].filter((x) => Math.abs(x) < 1e12);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const room = 0.05 * (high - low);
    this.#set({
      from: low < range[0] ? low - room : range[0],
      to: high > range[1] ? high + room : range[1],
    });
  }

  render() {
    const { state } = this;
    if (!state) return '';
    const path = this.#descend(state, state.steps);
    const ahead = this.#descend(state, state.steps + outlook);
    const last = path.steps;
    const x = path.theta[last];
    const slope = this.held.handle?.evaluate([x]).gradient[0] ?? NaN;
    const verdict = describe(path, ahead, state.learningRate);
    const spec = optimizerSpec(state);
    const handle = /** @type {import('../../../engine/types.js').DescentFunction} */ (
      this.held.handle
    );
    const limit = limitSentence(engine().largestLearningRate(handle, spec), state.optimizer);
    const ruled = this.#descend(state, state.steps, stopOptions(state));
    const rule = ruled.state === 'converged' ? ruled.steps : -1;
    const outside = x < state.from || x > state.to;
    this.#announce(`${verdict.text} ${this.#ruleSentence(rule)}`);
    return html`
      <div class="line">
        <div class="line-head">
          ${functionField(state.function, 1, (name) => this.#chooseFunction(name))}
          <p class="line-formula">${this.#formula()}</p>
          <dd-number-field
            class="line-start"
            label=${t('descend.start')}
            testid="descend-start"
            .value=${state.start}
            .check=${checkStart}
            @number=${(/** @type {CustomEvent} */ { detail }) => this.#set({ start: detail })}
          ></dd-number-field>
        </div>
        ${
          state.function === 'expression'
            ? html`<dd-expression-field
                class="line-expression"
                .text=${state.expression}
                .problem=${this.mistake}
                @expression=${(/** @type {CustomEvent} */ { detail }) => this.#chooseExpression(detail)}
              ></dd-expression-field>`
            : ''
        }
        <div class="line-picture">
          <dd-curve-plot
            data-testid="descend-plot"
            .format=${decimal}
            .words=${{
              picture: t('descend.picture', { name: this.#formula() }),
              start: t('descend.startHandle'),
              minimum: t('descend.minimum'),
              step: state.optimizer === 'sgd' ? '−η∇J' : t('descend.nextStep'),
            }}
            .picture=${this.#picture(path, ahead, slope)}
            @start=${(/** @type {CustomEvent} */ { detail }) => this.#set({ start: detail })}
          ></dd-curve-plot>
          ${this.#fitButtons(state, outside, path)}
        </div>
        <div class="line-words">
          <p
            class="verdict ${verdict.warning ? 'verdict--warning' : ''}"
            data-testid="descend-words"
            data-behaviour=${verdict.behaviour}
          >
            ${verdict.text}
          </p>
          <p class="muted small">
            ${limit && html`<span data-testid="descend-largest-rate">${limit}</span>`}
            ${rule >= 0 ? html`<span data-testid="descend-rule" data-value=${rule}>${this.#ruleSentence(rule)}</span>` : ''}
            ${outside ? html`<span>${t('descend.outside', { x: decimal(x) })}</span>` : ''}
          </p>
          <p class="visually-hidden" aria-live="polite">${this.announced}</p>
        </div>
        ${this.#figures(last, x, path.values[last], slope)}
        <div class="line-controls">
          <dd-descent-rate
            .value=${state.learningRate}
            .minExponent=${-3}
            @rate=${(/** @type {CustomEvent} */ { detail }) => this.#set({ learningRate: detail })}
          ></dd-descent-rate>
          ${transport(this.ticker, this.#commands)}
        </div>
        <div class="line-options">
          ${optimizerFields(state, (changes) => this.#set(changes))}
          <details class="settings-section">
            <summary>${t('descend.stopWhen')}</summary>
            ${stopFields(state, (changes) => this.#set(changes))}
          </details>
          <dd-step-table .path=${path} .marked=${rule}></dd-step-table>
        </div>
      </div>
    `;
  }

  /** @param {Descent} path @param {Descent} ahead @param {number} slope */
  #picture(path, ahead, slope) {
    const { from, to, start } = /** @type {LineState} */ (this.state);
    return {
      range: /** @type {[number, number]} */ ([from, to]),
      curve: this.#curve(),
      path: { theta: path.theta, values: path.values },
      ahead: {
        theta: ahead.theta.subarray(path.steps),
        values: ahead.values.subarray(path.steps),
      },
      slope,
      minima: this.facts.minima.map(([x]) => ({
        x,
        value: this.held.handle?.evaluate([x]).value ?? NaN,
      })),
      start,
    };
  }

  #formula() {
    const { function: name } = /** @type {LineState} */ (this.state);
    return name === 'expression' ? '' : t(`descend.formula_${name}`);
  }

  /** @param {LineState} state @param {boolean} outside @param {Descent} path */
  #fitButtons({ from, to }, outside, path) {
    const { range } = this.facts;
    const zoomed = from !== range[0] || to !== range[1];
    if (!outside && !zoomed) return nothing;
    return html`
      <div class="line-fit">
        ${
          outside
            ? html`<button
                class="button"
                type="button"
                data-testid="descend-fit"
                @click=${() => this.#fit(path)}
              >
                ${t('descend.fit')}
              </button>`
            : ''
        }
        ${
          zoomed
            ? html`<button
                class="button"
                type="button"
                data-testid="descend-unfit"
                @click=${() => this.#set({ from: range[0], to: range[1] })}
              >
                ${t('descend.unfit')}
              </button>`
            : ''
        }
      </div>
    `;
  }

  /** @param {number} step @param {number} x @param {number} value @param {number} slope */
  #figures(step, x, value, slope) {
    const figure = (
      /** @type {string} */ testid,
      /** @type {string} */ label,
      /** @type {number} */ number,
    ) => html`
      <div class="line-figure">
        <dt>${label}</dt>
        <dd data-testid=${testid} data-value=${number}>${decimal(number)}</dd>
      </div>
    `;
    return html`
      <dl class="line-figures">
        ${figure('descend-now-step', t('descend.iteration'), step)}
        ${figure('descend-now-x', 'x', x)} ${figure('descend-now-value', 'J(x)', value)}
        ${figure('descend-now-slope', '∇J(x)', slope)}
      </dl>
    `;
  }

  /** @param {number} step at which a rule holds, or −1 */
  #ruleSentence(step) {
    return step < 0 ? '' : t('descend.ruleHolds', { step });
  }

  /** For screen readers, once the reader's hand rests. @param {string} words */
  #announce(words) {
    clearTimeout(this.announcing);
    if (words === this.announced) return;
    this.announcing = setTimeout(() => {
      this.announced = words;
      this.requestUpdate();
    }, 800);
  }
}

/** @param {number} start @param {string} typed */
const checkStart = (start, typed) =>
  Number.isFinite(start) ? '' : t('descend.badStart', { typed });

customElements.define('dd-descend-line', DescendLine);
