/** The choice of the function, η, the start and the rules. */
import { html, nothing } from 'lit';
import '../../ui/log-slider.js';
import { numberField } from '../../ui/fields.js';
import { optimizerSpec } from '../../engine/catalog.js';
import { engine } from '../../engine/descent.js';
import { t } from '../../app/text.js';
import '../expression-field.js';
import { decimal } from '../../app/numbers.js';
import { functionField } from '../function-field.js';
import { rateField } from '../rate-field.js';
import { maxSteps } from './model.js';
import { presets, withPreset } from './presets.js';
import { withFunction } from './settings.js';

/**
 * @typedef {import('./model.js').PlaneModel} PlaneModel
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {(changes: Partial<Settings>) => void} Change
 */

/**
 * @param {PlaneModel} model
 * @param {Change} change
 * @param {(settings: Settings) => void} show  another picture altogether
 */
export function pictureChoice({ settings, facts, mistake }, change, show) {
  const preset = (/** @type {import('./presets.js').Preset} */ chosen) =>
    html`<button
      class="chip"
      type="button"
      data-testid="preset-${chosen.id}"
      @click=${() => show(withPreset(settings, chosen))}
    >
      ${t(`descend-plane.preset_${chosen.id}`)}
    </button>`;
  return html`
    <div class="plane-head">
      ${functionField(settings.function, 2, (name) => show(withFunction(settings, name)))}
      ${facts.parameter ? conditionNumber(settings.kappa, facts.parameter, change) : nothing}
      <div class="presets" role="group" aria-label=${t('descend-plane.presets')}>
        ${presets.map(preset)}
      </div>
      ${
        settings.function === 'expression'
          ? html`<dd-expression-field
              .text=${settings.expression}
              .dimension=${2}
              .problem=${mistake}
              @expression=${(/** @type {CustomEvent} */ { detail }) => change({ expression: detail })}
            ></dd-expression-field>`
          : nothing
      }
    </div>
  `;
}

/** @param {number} kappa @param {{ min: number, max: number }} range @param {Change} change */
function conditionNumber(kappa, { min, max }, change) {
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
        @log-input=${(/** @type {CustomEvent} */ { detail }) => change({ kappa: detail })}
      ></dd-log-slider>
    </div>
  `;
}

/** η of the optimizer that is followed. @param {PlaneModel} model @param {Change} change */
export function rateControl(model, change) {
  const { follow, tuning } = model.settings;
  const spec = optimizerSpec(follow, tuning[follow]);
  const largest = engine().largestLearningRate(model.f, spec);
  return rateField(tuning[follow].rate, (rate) => change(model.tuned({ rate })), {
    presets: [0.001, 0.01, 0.1, 0.5],
    minExponent: -5,
    hint: largest === null ? '' : t('descend-plane.largest', { rate: decimal(largest, 3) }),
  });
}

/** Numbers that are typed. @param {PlaneModel} model @param {Change} change */
export function optionFields({ settings: { start, tolerance, limit } }, change) {
  const field = (
    /** @type {string} */ testid,
    /** @type {string} */ label,
    /** @type {number} */ value,
    /** @type {(number: number, typed: string) => string} */ check,
    /** @type {(number: number) => Partial<Settings>} */ changes,
  ) => numberField(label, testid, value, check, (number) => change(changes(number)));
  return html`
    <div class="plane-options">
      ${field('descend-start-x', t('descend-plane.startX'), start[0], checkStart, (x) => ({
        start: [x, start[1]],
      }))}
      ${field('descend-start-y', t('descend-plane.startY'), start[1], checkStart, (y) => ({
        start: [start[0], y],
      }))}
      ${field(
        'descend-tolerance',
        t('descend-plane.tolerance'),
        tolerance,
        checkTolerance,
        (number) => ({
          tolerance: number,
        }),
      )}
      ${field('descend-limit', t('descend-plane.limit'), limit, checkLimit, (number) => ({
        limit: number,
      }))}
    </div>
  `;
}

/** @param {number} number @param {string} typed */
const checkStart = (number, typed) =>
  Number.isFinite(number) ? '' : t('descend-plane.badStart', { typed });

/** @param {number} number @param {string} typed */
const checkTolerance = (number, typed) =>
  number >= 0 && number <= 1e6 ? '' : t('descend.badThreshold', { typed });

/** @param {number} number @param {string} typed */
const checkLimit = (number, typed) =>
  Number.isInteger(number) && number >= 1 && number <= maxSteps
    ? ''
    : t('descend.badSteps', { typed, max: maxSteps });
