/** What a lesson changed, in figures that the core measured before and after it. */

import { html, nothing } from 'lit';
import { textButton } from '../../ui/button.js';
import { formatNumber, t } from '../../app/text.js';

/** @typedef {import('../../engine/worker/teaching.js').Measure} Measure */

/** A fall of the accuracy on synthetic digits by more than this is called forgetting. */
const forgetting = 0.01;

/**
 * @param {import('../lessons.js').Lesson} lesson
 * @param {{ onUndo: () => void, lasting: boolean }} options  `lasting`: whether it outlasts the visit
 */
export function report({ measures, drawings, heldOut }, { onUndo, lasting }) {
  const synthetic = measures.find((measure) => measure.of === 'synthetic');
  const fall = synthetic ? synthetic.before - synthetic.after : 0;
  return html`
    <div class="teach-report" data-testid="teach-report">
      <table>
        <caption>
          ${t('teach.learned', { count: drawings })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('teach.readRight')}</th>
            <th scope="col">${t('teach.before')}</th>
            <th scope="col">${t('teach.after')}</th>
          </tr>
        </thead>
        <tbody>
          ${measures.map((measure) => row(measure, heldOut))}
        </tbody>
      </table>
      ${
        fall > forgetting
          ? html`<p class="notice" data-testid="teach-forgot">
              <span>${t('teach.forgot', { points: points(fall) })}</span>
            </p>`
          : nothing
      }
      ${lasting ? nothing : html`<p class="muted">${t('teach.forVisit')}</p>`}
      <p class="muted">
        ${t('teach.further')}
        ${textButton(t('teach.undo'), onUndo, 'teach-undo')}
      </p>
    </div>
  `;
}

/** @param {Measure} measure @param {boolean} heldOut whether the own ones measured were */
function row({ of, count, before, after }, heldOut) {
  const which = of === 'own' && !heldOut ? 'ownTrained' : of;
  const cell = (/** @type {string} */ when, /** @type {number} */ value) =>
    html`<td data-testid="teach-${of}-${when}" data-value=${value}>${percent(value)}</td>`;
  return html`
    <tr data-held-out=${of !== 'own' || heldOut}>
      <th scope="row">
        ${t(`teach.${of}`)}
        <span class="muted">${t(`teach.${which}How`, { count: formatNumber(count) })}</span>
      </th>
      ${cell('before', before)} ${cell('after', after)}
    </tr>
  `;
}

/** @param {number} fraction */
const percent = (fraction) =>
  formatNumber(fraction, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} fraction */
const points = (fraction) => formatNumber(100 * fraction, { maximumFractionDigits: 1 });
