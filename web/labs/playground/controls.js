import { html } from 'lit';
import { button, choice, radios, slider } from '../parts.js';
import { rate } from '../rate.js';
import { hiddenOf } from './settings.js';

/** @typedef {import('./playground.js').default} PlaygroundLab */

/** The settings: the data, the network, the training. @param {PlaygroundLab} lab */
export function settingsPanels(lab) {
  return html`
    <div class="playground-settings">
      <section>
        <h2>${lab.text('data')}</h2>
        ${choice(lab, 'shape')} ${slider(lab, 'classes')} ${slider(lab, 'noise')}
        ${anotherSeed(lab, 'dataSeed', 'data-seed', 'otherPoints')}
      </section>
      <section>
        <h2>${lab.text('net')}</h2>
        ${layers(lab)} ${choice(lab, 'activation')}
        ${anotherSeed(lab, 'seed', 'seed', 'otherWeights')}
      </section>
      <section>
        <h2>${lab.text('training')}</h2>
        ${rate(lab)} ${choice(lab, 'optimizer')} ${choice(lab, 'batch')}
        ${choice(lab, 'l2')}
      </section>
    </div>
  `;
}

/** @param {PlaygroundLab} lab @param {'seed' | 'dataSeed'} name @param {string} testid @param {string} wording */
const anotherSeed = (lab, name, testid, wording) => html`
  <div class="lab-row">
    ${button(testid, lab.text(wording), () => lab.set({ [name]: (lab.state[name] % 999) + 1 }))}
  </div>
`;

/** How many hidden layers, and how many units each of them has. @param {PlaygroundLab} lab */
function layers(lab) {
  const hidden = hiddenOf(lab.state.hidden);
  const become = (/** @type {number[]} */ units) => lab.set({ hidden: units.join(','), unit: '' });
  return [
    radios('layers', lab.text('layers'), [0, 1, 2, 3, 4], hidden.length, String, (length) =>
      become(Array.from({ length }, (_, i) => hidden[i] ?? hidden.at(-1) ?? 8)),
    ),
    hidden.map(
      (units, i) => html`
        <div class="playground-units">
          <span class="muted" id="playground-layer-${i}">${lab.text('unitsOf', { layer: i + 1 })}</span>
          <input
            class="range"
            type="range"
            min="1"
            max="8"
            step="1"
            data-testid="lab-units-${i + 1}"
            aria-labelledby="playground-layer-${i}"
            .value=${String(units)}
            @input=${(/** @type {Event} */ { target }) =>
              become(hidden.with(i, Number(/** @type {HTMLInputElement} */ (target).value)))}
          />
          <output class="value">${units}</output>
        </div>
      `,
    ),
  ];
}
