import { html } from 'lit';
import { component } from '../../ui/component.js';
import './curve-plot.js';
import '../../ui/number-field.js';
import './line.css';
import { t } from '../../app/text.js';
import '../expression-field.js';
import { decimal } from '../../app/numbers.js';
import { functionField } from '../function-field.js';
import { optimizerFields } from '../optimizer-fields.js';
import { rateField } from '../rate-field.js';
import { stopFields } from '../stop-rules.js';
import '../step-table.js';
import { Ticker } from '../../ui/ticker.js';
import { transport } from '../transport.js';
import { LineRun } from './run.js';
import { describe, limitSentence } from './words.js';
import { tabAddress } from '../tabs.js';

/** @typedef {import('../../engine/types.js').Descent} Descent */

/** A screen reader is told what happens once the reader's hand has rested so long. */
const restMilliseconds = 800;

/** Gradient descent on a function of one variable. */
export class DescendLine extends component({
  address: tabAddress('line'),
}) {
  /** @type {LineRun | null} */
  run = null;
  ticker = new Ticker(this, (steps) => this.run?.advance(steps) ?? false);
  announced = '';
  announcing = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
    this.run?.release();
    this.run = null;
  }

  willUpdate() {
    if (this.run) return;
    this.run = new LineRun(this.address);
    this.ticker.speed = this.run.state.speed;
    this.run.addEventListener('change', () => this.requestUpdate());
  }

  render() {
    const { run } = this;
    if (!run) return '';
    const path = run.path();
    const ahead = run.pathAhead();
    const ruled = run.ruledPath();
    const rule = ruled?.steps ?? -1;
    const { state } = run;
    const x = path.theta[path.steps];
    const slope = run.function.evaluate([x]).gradient[0];
    return html`
      <div class="line">
        <div class="line-main">
          ${this.#head(run)}
          <div class="line-picture">
            <dd-curve-plot
              data-testid="descend-plot"
              .format=${decimal}
              .words=${{
                picture: t('descend.picture', { name: formula(state.function) }),
                start: t('descend.startHandle'),
                minimum: t('descend.minimum'),
                step: state.optimizer === 'sgd' ? '−η∇J' : t('descend.nextStep'),
              }}
              .picture=${picture(run, path, ahead, slope)}
              @start=${(/** @type {CustomEvent} */ { detail }) => run.set({ start: detail })}
            ></dd-curve-plot>
            ${this.#fitButtons(run, isOutside(run, x))}
          </div>
          ${figures(path.steps, x, path.values[path.steps], slope)}
          ${this.#words(run, ruled ?? path, rule, x)}
        </div>
        <div class="line-side">
          <div class="line-controls">
            ${rateField(state.learningRate, (learningRate) => run.set({ learningRate }))}
            ${transport(this.ticker, this.#commands(run))}
          </div>
          <div class="line-options">
            ${optimizerFields(state, (changes) => run.set(changes))}
            <details class="settings-section">
              <summary>${t('descend.stopWhen')}</summary>
              ${stopFields(state, (changes) => run.set(changes))}
            </details>
          </div>
          <dd-step-table .path=${path} .marked=${rule}></dd-step-table>
        </div>
      </div>
    `;
  }

  /** @param {LineRun} run */
  #head(run) {
    const { state, mistake } = run;
    const own = state.function === 'expression';
    return html`
      <div class="line-head">
        ${functionField(state.function, 1, (name) => {
          this.ticker.stop();
          run.chooseFunction(name);
        })}
        ${own ? '' : html`<p class="line-formula">${formula(state.function)}</p>`}
        <dd-number-field
          class="line-start"
          label=${t('descend.start')}
          testid="descend-start"
          .value=${state.start}
          .check=${checkStart}
          @number=${(/** @type {CustomEvent} */ { detail }) => run.set({ start: detail })}
        ></dd-number-field>
      </div>
      ${
        own
          ? html`<dd-expression-field
              class="line-expression"
              .text=${state.expression}
              .problem=${mistake}
              @expression=${(/** @type {CustomEvent} */ { detail }) => {
                this.ticker.stop();
                run.chooseExpression(detail);
              }}
            ></dd-expression-field>`
          : ''
      }
    `;
  }

  /** @param {LineRun} run */
  #commands(run) {
    const { ticker } = this;
    const stopped = (/** @type {() => void} */ act) => () => {
      ticker.stop();
      act();
    };
    return {
      step: stopped(() => run.step()),
      back: stopped(() => run.back()),
      reset: stopped(() => run.set({ steps: 0 })),
      run: () => (ticker.running ? ticker.stop() : ticker.start()),
      speed: (/** @type {number} */ speed) => {
        ticker.speed = speed;
        run.set({ speed });
      },
    };
  }

  /**
   * @param {LineRun} run
   * @param {Descent} path  up to where a stop rule holds
   * @param {number} rule
   * @param {number} x now
   */
  #words(run, path, rule, x) {
    const { learningRate, optimizer } = run.state;
    const verdict = describe(path, run.tellingPath(), learningRate);
    const limit = limitSentence(run.largestLearningRate(), optimizer);
    const ruleWords = rule < 0 ? '' : t('descend.ruleHolds', { step: rule });
    this.#announce(`${verdict.text} ${ruleWords}`);
    return html`
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
          ${
            ruleWords &&
            html`<span data-testid="descend-rule" data-value=${rule}>${ruleWords}</span>`
          }
          ${
            isOutside(run, x)
              ? html`<span data-testid="descend-outside">
                  ${t('descend.outside', { x: decimal(x) })}
                </span>`
              : ''
          }
        </p>
        <p class="visually-hidden" aria-live="polite">${this.announced}</p>
      </div>
    `;
  }

  /** @param {string} words */
  #announce(words) {
    clearTimeout(this.announcing);
    if (words === this.announced) return;
    this.announcing = setTimeout(() => {
      this.announced = words;
      this.requestUpdate();
    }, restMilliseconds);
  }

  /** @param {LineRun} run @param {boolean} outside */
  #fitButtons(run, outside) {
    const button = (
      /** @type {string} */ testid,
      /** @type {string} */ wording,
      /** @type {() => void} */ act,
    ) =>
      html`<button class="button" type="button" data-testid=${testid} @click=${act}>
        ${wording}
      </button>`;
    return html`
      <div class="line-fit">
        ${outside ? button('descend-fit', t('descend.fit'), () => run.fit()) : ''}
        ${run.fitted ? button('descend-unfit', t('descend.unfit'), () => run.unfit()) : ''}
      </div>
    `;
  }
}

/** @param {string} name of a function */
const formula = (name) => (name === 'expression' ? 'J(x)' : t(`descend.formula_${name}`));

/** @param {LineRun} run @param {number} x */
const isOutside = ({ state }, x) => x < state.from || x > state.to;

/** @param {number} start @param {string} typed */
const checkStart = (start, typed) =>
  Number.isFinite(start) ? '' : t('descend.badStart', { typed });

/** @param {LineRun} run @param {Descent} path @param {Descent} ahead @param {number} slope */
function picture(run, path, ahead, slope) {
  const { from, to, start } = run.state;
  return {
    range: [from, to],
    curve: run.curve(),
    path,
    ahead: { theta: ahead.theta.subarray(path.steps), values: ahead.values.subarray(path.steps) },
    slope,
    minima: run.function
      .facts()
      .minima.map(([x]) => ({ x, value: run.function.evaluate([x]).value })),
    start,
  };
}

/** @param {number} step @param {number} x @param {number} value @param {number} slope */
function figures(step, x, value, slope) {
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

customElements.define('dd-descend-line', DescendLine);
