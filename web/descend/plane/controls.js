/** The choice of the function, η, the start and the rules. */
import { html, nothing } from 'lit';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { optimizerSpec } from '../../engine/catalog.js';
import { engine } from '../../engine/descent.js';
import { button } from '../../ui/button.js';
import '../../ui/log-slider.js';
import '../expression-field.js';
import { rateField, stateField } from '../fields.js';
import { functionField } from '../function-field.js';
import { presets } from './presets.js';

/** @typedef {import('./run.js').PlaneRun} PlaneRun */

/** @param {PlaneRun} run @param {(act: () => void) => void} show  another picture altogether */
export function pictureChoice(run, show) {
  const { state, facts, mistake } = run;
  return html`
    <div class="plane-head">
      ${functionField(state.function, 2, (name) => show(() => run.begin(name)))}
      ${facts.parameter ? conditionNumber(run, facts.parameter) : nothing}
      <div class="button-row presets" role="group" aria-label=${t('descend-plane.presets')}>
        ${presets.map(({ id, function: name, state: given }) =>
          button(
            t(`descend-plane.preset_${id}`),
            () => show(() => run.begin(name, given)),
            `preset-${id}`,
            { kind: 'chip' },
          ),
        )}
      </div>
      ${
        state.function === 'expression'
          ? html`<dd-expression-field
              .text=${state.expression}
              .dimension=${2}
              .problem=${mistake}
              @expression=${(/** @type {CustomEvent} */ { detail }) => run.set({ expression: detail })}
            ></dd-expression-field>`
          : nothing
      }
    </div>
  `;
}

/** @param {PlaneRun} run @param {{ min: number, max: number }} range */
function conditionNumber(run, { min, max }) {
  const { kappa } = run.state;
  return html`
    <div class="kappa">
      <span class="small"
        >${t('descend-plane.kappa')}
        <output data-testid="descend-kappa-value" data-value=${kappa}>${decimal(kappa, 3)}</output>
      </span>
      <dd-log-slider
        .testid=${'descend-kappa'}
        .label=${t('descend-plane.kappa')}
        .minExponent=${Math.log10(min)}
        .maxExponent=${Math.log10(max)}
        .value=${kappa}
        @log-input=${(/** @type {CustomEvent} */ { detail }) => run.set({ kappa: detail })}
      ></dd-log-slider>
    </div>
  `;
}

/** η of the optimizer that is followed. @param {PlaneRun} run */
export function rateControl(run) {
  const { follow } = run.state;
  const spec = optimizerSpec(follow, run.tuning(follow));
  const largest = engine().largestLearningRate(run.function, spec);
  return rateField(run, `${follow}.rate`, {
    presets: [0.001, 0.01, 0.1, 0.5],
    minExponent: -5,
    hint: largest === null ? '' : t('descend-plane.largest', { rate: decimal(largest, 3) }),
  });
}

/** Numbers that are typed. @param {PlaneRun} run */
export const optionFields = (run) => html`
  <div class="plane-options">
    ${stateField(run, 'x', t('descend-plane.startX'), 'descend.badStart', 'descend-start-x')}
    ${stateField(run, 'y', t('descend-plane.startY'), 'descend.badStart', 'descend-start-y')}
    ${stateField(run, 'tolerance', t('descend-plane.tolerance'), 'descend.badThreshold')}
    ${stateField(run, 'limit', t('descend-plane.limit'), 'descend.badSteps')}
  </div>
`;
