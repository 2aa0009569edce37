import { html } from 'lit';
import { t } from '../../app/text.js';
import { whole } from '../../train/format.js';
import { button } from '../../ui/button.js';
import { checkField, selectField } from '../../ui/fields.js';
import { stateField } from '../fields.js';
import { sampleCounts, schema, sizes } from './settings.js';

/** @typedef {import('../fields.js').Stated & { state: import('./settings.js').Settings }} Stated */

/**
 * The title, whether it is computed anew while the training goes on, and whether the landscape is drawn as a map or as a surface.
 * @param {Stated} stated
 */
export function landscapeHead({ state: { surface, auto }, set }) {
  const choice = (/** @type {boolean} */ value, /** @type {string} */ name) =>
    button(t(`descend-network.${name}`), () => set({ surface: value }), `network-${name}`, {
      kind: 'chip',
      pressed: surface === value,
    });
  return html`
    <div class="net-head">
      <h2>${t('descend-network.landscape')}</h2>
      <div class="net-auto" title=${t('descend-network.autoHint')}>
        ${checkField(t('descend-network.auto'), 'network-auto', auto, (follow) => set({ auto: follow }))}
      </div>
      <div class="button-row" role="group" aria-label=${t('descend-network.drawnAs')}>
        ${choice(false, 'contours')} ${choice(true, 'surface')}
      </div>
    </div>
  `;
}

/** Along which directions, how far and how finely. @param {Stated} stated */
export function landscapeFields(stated) {
  const { directions } = stated.state;
  const number = (/** @type {'radius' | 'seed'} */ name, /** @type {string} */ problem) =>
    stateField(
      stated,
      name,
      t(`descend-network.${name}`),
      `descend-network.${problem}`,
      `network-${name}`,
    );
  return html`
    <div class="net-fields">
      ${selectField(
        t('descend-network.directions'),
        'network-directions',
        directions,
        schema.directions.choices.map((name) => [name, t(`descend-network.directions_${name}`)]),
        (chosen) => stated.set({ directions: chosen }),
      )}
      ${number('radius', 'badRadius')}
      ${choiceOf('size', sizes, stated, (value) => `${value} × ${value}`)}
      ${choiceOf('samples', sampleCounts, stated, whole)}
      ${directions === 'random' ? number('seed', 'badSeed') : ''}
    </div>
    <p class="muted small">${t(`descend-network.about_${directions}`)}</p>
  `;
}

/**
 * A choice of numbers; one that a link brought is among them.
 * @param {'size' | 'samples'} name @param {readonly number[]} offered @param {Stated} stated
 * @param {(value: number) => string} wording
 */
function choiceOf(name, offered, { state, set }, wording) {
  const current = state[name];
  const choices = [...new Set([...offered, current])].sort((a, b) => a - b);
  return selectField(
    t(`descend-network.${name}`),
    `network-${name}`,
    current,
    choices.map((choice) => [choice, wording(choice)]),
    (value) => set({ [name]: Number(value) }),
  );
}
