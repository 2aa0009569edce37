/** The rules by which a run ends, as part of a tab's schema and as fields of its form. */
import { html } from 'lit';
import { t } from '../app/text.js';
import { stateField } from './fields.js';
import { maxSteps } from './run.js';

/** `stopValue`, `stopGradient`: ε, 0 for no such rule; `limit`: steps. */
export const stopSchema = /** @type {const} */ ({
  stopValue: { default: 0, min: 0 },
  stopGradient: { default: 1e-6, min: 0 },
  limit: { default: 500, min: 1, max: maxSteps, integer: true },
});

/** @typedef {{ stopValue: number, stopGradient: number, limit: number }} StopRules */

/** The rules as M.descend takes them. @param {StopRules} rules */
export const stopOptions = ({ stopValue, stopGradient }) => ({
  ...(stopValue > 0 && { value: stopValue }),
  ...(stopGradient > 0 && { gradient: stopGradient }),
});

/** @param {import('./fields.js').Stated} stated */
export const stopFields = (stated) => html`
  <div class="stop-rules">
    ${stateField(stated, 'stopValue', t('descend.stopValue'), 'descend.badThreshold')}
    ${stateField(stated, 'stopGradient', t('descend.stopGradient'), 'descend.badThreshold')}
    ${stateField(stated, 'limit', t('descend.stopSteps'), 'descend.badSteps')}
  </div>
`;
