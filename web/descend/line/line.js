import { html } from 'lit';
import './line.css';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { button } from '../../ui/button.js';
import '../expression-field.js';
import { rateField, stateField } from '../fields.js';
import { functionField } from '../function-field.js';
import { optimizerFields } from '../optimizer-fields.js';
import { stopFields } from '../stop-rules.js';
import '../step-table.js';
import { tabWithRun } from '../tab.js';
import { transport } from '../transport.js';
import { picture } from './picture.js';
import { LineRun } from './run.js';
import { describe, limitSentence } from './words.js';

/** Gradient descent on a function of one variable. */
export class DescendLine extends tabWithRun('line', LineRun) {
  render() {
    const { run, ticker } = this;
    const path = run.path();
    const { theta, values } = run.pathAhead();
    const ahead = { theta: theta.subarray(path.steps), values: values.subarray(path.steps) };
    const ruled = run.ruledPath();
    const rule = ruled?.steps ?? -1;
    const { state } = run;
    const x = path.theta[path.steps];
    const slope = run.function.evaluate([x]).gradient[0];
    const label = t('descend.picture', { name: formula(state.function) });
    return html`
      <div class="line descend-columns">
        <div class="descend-main">
          ${this.#head()}
          <div class="line-picture">
            ${picture(run, path, ahead, slope, label)} ${this.#fitButtons(isOutside(run, x))}
          </div>
          ${figures(path.steps, x, path.values[path.steps], slope)}
          ${this.#words(ruled ?? path, rule, x)}
        </div>
        <div class="descend-side">
          <div class="line-controls">
            ${rateField(run, 'learningRate')} ${transport(ticker, run)}
          </div>
          <div class="line-options">
            ${optimizerFields(run)}
            <details class="settings-section">
              <summary>${t('descend.stopWhen')}</summary>
              ${stopFields(run)}
            </details>
          </div>
          <dd-step-table .path=${path} .marked=${rule}></dd-step-table>
        </div>
      </div>
    `;
  }

  #head() {
    const { run, ticker } = this;
    const { state, mistake } = run;
    const own = state.function === 'expression';
    return html`
      <div class="line-head">
        ${functionField(state.function, 1, (name) => {
          ticker.stop();
          run.begin(name);
        })}
        ${own ? '' : html`<p class="line-formula">${formula(state.function)}</p>`}
        <div class="line-start">
          ${stateField(run, 'start', t('descend.start'), 'descend.badStart')}
        </div>
      </div>
      ${
        own
          ? html`<dd-expression-field
              class="line-expression"
              .text=${state.expression}
              .problem=${mistake}
              @expression=${(/** @type {CustomEvent} */ { detail }) => {
                ticker.stop();
                run.type(detail);
              }}
            ></dd-expression-field>`
          : ''
      }
    `;
  }

  /**
   * @param {import('../../engine/descent-types.js').Descent} path  up to where a stop rule holds
   * @param {number} rule
   * @param {number} x now
   */
  #words(path, rule, x) {
    const { run } = this;
    const { learningRate, optimizer } = run.state;
    const verdict = describe(path, run.tellingPath(), learningRate);
    const limit = limitSentence(run.largestLearningRate(), optimizer);
    const ruleWords = rule < 0 ? '' : t('descend.ruleHolds', { step: rule });
    return html`
      <div class="line-words">
        <p
          class="verdict ${verdict.warning ? 'text-negative' : ''}"
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
        ${this.announcement(`${verdict.text} ${ruleWords}`)}
      </div>
    `;
  }

  /** @param {boolean} outside */
  #fitButtons(outside) {
    const { run } = this;
    const command = (/** @type {'fit' | 'unfit'} */ name) =>
      button(t(`descend.${name}`), () => run[name](), `descend-${name}`);
    return html`
      <div class="line-fit">
        ${outside ? command('fit') : ''} ${run.fitted ? command('unfit') : ''}
      </div>
    `;
  }
}

/** @type {Record<string, string>} by the names of functions */
const formulas = {
  square: 'x²',
  'shifted-square': '(x − 2)²',
  'double-well': '(x² − 1)² + 0.3x',
  quartic: 'x⁴ − 3x³ + 2',
  absolute: '|x|',
  'flat-steep': 'x² / (1 + x²)',
};

/** @param {string} name of a function */
const formula = (name) => (name in formulas ? `J(x) = ${formulas[name]}` : 'J(x)');

/** @param {LineRun} run @param {number} x */
const isOutside = ({ state }, x) => x < state.from || x > state.to;

/** @param {number} step @param {number} x @param {number} value @param {number} slope */
function figures(step, x, value, slope) {
  /** @param {string} name @param {string} label @param {number} number */
  const figure = (name, label, number) => html`
    <div class="line-figure">
      <dt class="muted small">${label}</dt>
      <dd data-testid="descend-now-${name}" data-value=${number}>${decimal(number)}</dd>
    </div>
  `;
  return html`
    <dl class="line-figures">
      ${figure('step', t('descend.iteration'), step)}
      ${figure('x', 'x', x)} ${figure('value', 'J(x)', value)}
      ${figure('slope', '∇J(x)', slope)}
    </dl>
  `;
}

customElements.define('dd-descend-line', DescendLine);
