import { html } from 'lit';
import './network-fields.js';
import { t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';
import { button, choice } from '../parts.js';
import { cells } from './session.js';
import { hiddenOf, speeds } from './settings.js';

/**
 * @typedef {import('./playground.js').PlaygroundLab} PlaygroundLab
 * @typedef {import('./playground.js').Result} Result
 * @typedef {import('./settings.js').State} State
 */

/** Run, step, start again, the speed and where the run stands. @param {PlaygroundLab} lab @returns {unknown} */
export function statusBar(lab) {
  const { progress } = /** @type {Result} */ (lab.result);
  const { running } = lab.ticker;
  const ways = lab.state.view === 'ways';
  const step = ways ? lab.session.waySteps : progress.step;
  const pace = running ? Math.round(lab.pace.value) : 0;
  return html`
    <div class="playground-views">
      ${choice(lab, 'view', t('playground.view'), ['network', 'ways'])}
      ${choice(lab, 'speed', t('playground.speed'), Object.keys(speeds))}
    </div>
    <div class="playground-run">
      <div class="lab-row">
        ${button('run', t(running ? 'learn.pause' : 'learn.run'), () => lab.command('run'), {
          primary: true,
        })}
        ${button('step', t('learn.step'), () => lab.command('step'))}
        ${button('restart', t('learn.restart'), () => lab.command('restart'))}
      </div>
      <dl class="playground-counts">
        <div>
          <dt>${t('playground.steps')}</dt>
          <dd><output class="value" data-figure="steps" data-value=${step}>${step}</output></dd>
        </div>
        <div>
          <dt>${t('playground.pace')}</dt>
          <dd>
            <output class="value" data-figure="pace" data-value=${pace}>${running ? pace : '–'}</output>
          </dd>
        </div>
      </dl>
    </div>
  `;
}

/** The network, its losses and what there is to say of it. @param {PlaygroundLab} lab */
export function sidePanel(lab) {
  const state = /** @type {State} */ (lab.state);
  const { drawing, progress, large } = /** @type {Result} */ (lab.result);
  if (!drawing) return '';
  const hover = (/** @type {string | null} */ unit) => {
    if (lab.hovered === unit) return;
    lab.hovered = unit;
    lab.refresh();
  };
  return html`
    <div class="playground-side">
      <dd-unit-fields
        label=${t('playground.network')}
        .layers=${drawing.hidden}
        .classes=${state.classes}
        .fields=${drawing.units}
        .cells=${cells.unit}
        .theta=${drawing.theta}
        .silent=${progress.silent}
        .chosen=${state.unit}
        .unitLabel=${(
          /** @type {number} */ layer,
          /** @type {number} */ unit,
          /** @type {boolean} */ silent,
        ) => t(silent ? 'playground.unitSilent' : 'playground.unit', { layer, unit })}
        @unit-choose=${(/** @type {CustomEvent} */ { detail: { unit } }) => {
          lab.hovered = null;
          lab.set({ unit: unit === state.unit ? '' : unit });
        }}
        @unit-hover=${(/** @type {CustomEvent} */ { detail }) => hover(detail.unit)}
      ></dd-unit-fields>
      <p class="muted small">${t(large ? 'playground.unitHint' : 'playground.networkHint')}</p>
      <p class="points-say" role="status" data-testid="lab-say">${say(lab)}</p>
      <div class="playground-results">${scores(progress)} ${lossCurve(lab)}</div>
    </div>
  `;
}

/** @param {PlaygroundLab} lab */
function say(lab) {
  const { progress } = /** @type {Result} */ (lab.result);
  const { train, test, silent, divergedAt, step } = progress;
  const labels = lab.session.data?.train.labels ?? new Int32Array();
  if (divergedAt >= 0) return t('playground.sayDiverged', { step });
  if (labels.length === 0) return t('playground.sayNone');
  if (labels.every((label) => label === labels[0])) return t('playground.sayOneClass');
  if (step === 0) return t('playground.sayUntrained');
  const dead = silent.filter(Boolean).length;
  if (dead > 0) return t('playground.saySilent', { count: dead, units: silent.length });
  if (Number.isNaN(test.loss)) return t('playground.sayNoTest');
  if (train.accuracy - test.accuracy > 0.08) return t('playground.sayByHeart');
  if (test.accuracy >= 0.95) return t('playground.sayDone');
  if (hiddenOf(String(lab.state.hidden)).length === 0) return t('playground.sayLinear');
  return t('playground.sayLearning');
}

/** @param {import('./types.js').PlaygroundProgress} progress */
function scores({ train, test }) {
  const row = (
    /** @type {string} */ name,
    /** @type {import('./types.js').PlaneScore} */ { loss, accuracy },
  ) => html`
    <tr class=${`playground-${name}`}>
      <th scope="row">${t(`playground.${name}`)}</th>
      <td>
        <output class="value" data-figure=${`${name}Loss`} data-value=${loss}
          >${decimal(loss, 3)}</output
        >
      </td>
      <td>
        <output class="value" data-figure=${`${name}Accuracy`} data-value=${accuracy}
          >${Number.isNaN(accuracy) ? '–' : percent(accuracy)}</output
        >
      </td>
    </tr>
  `;
  return html`
    <table class="lab-table playground-scores">
      <thead>
        <tr>
          <th></th>
          <th scope="col">${t('playground.loss')}</th>
          <th scope="col">${t('playground.right')}</th>
        </tr>
      </thead>
      <tbody>
        ${row('train', train)} ${row('test', test)}
      </tbody>
    </table>
  `;
}

/** @param {PlaygroundLab} lab */
function lossCurve(lab) {
  const { history } = lab.session;
  const steps = history.map(({ step }) => step);
  const losses = history.flatMap(({ train, test }) => [train, test]).filter(Number.isFinite);
  return html`
    <div class="playground-losses">
      <dd-plot
        testid="lab-losses"
        label=${t('playground.curve')}
        xName=""
        yName="J"
        .xRange=${[0, Math.max(20, 1.05 * (steps.at(-1) ?? 0))]}
        .yRange=${[0, Math.max(0.1, ...losses)]}
        .lines=${[
          { x: steps, y: history.map(({ test }) => test), kind: 'negative dashed' },
          { x: steps, y: history.map(({ train }) => train), kind: 'positive' },
        ]}
      ></dd-plot>
    </div>
  `;
}
