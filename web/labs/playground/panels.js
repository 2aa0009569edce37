import { html } from 'lit';
import './network-fields.js';
import { percent } from '../../app/numbers.js';
import { choice, figure, figures, plot, table } from '../parts.js';
import { restartButton, runButton, stepButton } from '../run.js';
import { cells } from './session.js';
import { hiddenOf } from './settings.js';

/**
 * @typedef {import('./playground.js').default} PlaygroundLab
 * @typedef {import('./types.js').PlaneScore} PlaneScore
 */

/** Run, step, start again, the speed and where the run stands. @param {PlaygroundLab} lab @returns {unknown} */
export function statusBar(lab) {
  const { running } = lab.ticker;
  const step = lab.state.view === 'ways' ? lab.session.waySteps : lab.result.progress.step;
  const pace = running ? Math.round(lab.pace.value) : 0;
  return html`
    <div class="playground-views">${choice(lab, 'view')} ${choice(lab, 'speed')}</div>
    <div class="playground-run">
      <div class="lab-row">${runButton(lab)} ${stepButton(lab)} ${restartButton(lab)}</div>
      ${figures(
        [
          [lab.text('stepCount'), 'steps', step, String(step)],
          [lab.text('pace'), 'pace', pace, running ? String(pace) : '–'],
        ],
        'playground-counts',
      )}
    </div>
  `;
}

/** The network, its losses and what there is to say of it. @param {PlaygroundLab} lab */
export function sidePanel(lab) {
  const { state } = lab;
  const { drawing, progress, large } = lab.result;
  if (!drawing) return '';
  return html`
    <div class="playground-side">
      <dd-unit-fields
        .layers=${hiddenOf(state.hidden)}
        .classes=${state.classes}
        .fields=${drawing.units}
        .cells=${cells.unit}
        .theta=${drawing.theta}
        .silent=${progress.silent}
        .chosen=${state.unit}
        @unit-choose=${(/** @type {CustomEvent} */ { detail: { unit } }) => {
          lab.hovered = null;
          lab.set({ unit: unit === state.unit ? '' : unit });
        }}
        @unit-hover=${(/** @type {CustomEvent} */ { detail: { unit } }) => {
          if (lab.hovered === unit) return;
          lab.hovered = unit;
          lab.refresh();
        }}
      ></dd-unit-fields>
      <p class="muted small">${lab.text(large ? 'unitHint' : 'networkHint')}</p>
      <p class="points-say" role="status" data-testid="lab-say">${say(lab)}</p>
      <div class="playground-results">
        ${table(
          ['', lab.text('loss'), lab.text('right')],
          [scores(lab, 'train', progress.train), scores(lab, 'test', progress.test)],
          { kind: 'playground-scores' },
        )}
        ${lossCurve(lab)}
      </div>
    </div>
  `;
}

/** @param {PlaygroundLab} lab */
function say(lab) {
  const { train, test, silent, divergedAt, step } = lab.result.progress;
  const labels = lab.session.data?.train.labels ?? new Int32Array();
  if (divergedAt >= 0) return lab.text('sayDiverged', { step });
  if (labels.length === 0) return lab.text('sayNone');
  if (labels.every((label) => label === labels[0])) return lab.text('sayOneClass');
  if (step === 0) return lab.text('sayUntrained');
  const dead = silent.filter(Boolean).length;
  if (dead > 0) return lab.text('saySilent', { count: dead, units: silent.length });
  if (Number.isNaN(test.loss)) return lab.text('sayNoTest');
  if (train.accuracy - test.accuracy > 0.08) return lab.text('sayByHeart');
  if (test.accuracy >= 0.95) return lab.text('sayDone');
  return lab.text(lab.state.hidden === '' ? 'sayLinear' : 'sayLearning');
}

/** @param {PlaygroundLab} lab @param {string} name @param {PlaneScore} score */
const scores = (lab, name, { loss, accuracy }) => html`
  <tr class=${`playground-${name}`}>
    <th scope="row">${lab.text(name)}</th>
    <td>${figure(`${name}Loss`, loss, 3)}</td>
    <td>${figure(`${name}Accuracy`, accuracy, percent(accuracy))}</td>
  </tr>
`;

/** @param {PlaygroundLab} lab */
function lossCurve(lab) {
  const { history } = lab.session;
  const steps = history.map(({ step }) => step);
  const losses = history.flatMap(({ train, test }) => [train, test]).filter(Number.isFinite);
  return plot(lab, {
    frame: 'playground-losses',
    testid: 'lab-losses',
    label: lab.text('curve'),
    x: ['', [0, Math.max(20, 1.05 * (steps.at(-1) ?? 0))]],
    y: ['J', [0, Math.max(0.1, ...losses)]],
    lines: [
      { x: steps, y: history.map(({ test }) => test), kind: 'negative dashed' },
      { x: steps, y: history.map(({ train }) => train), kind: 'positive' },
    ],
  });
}
