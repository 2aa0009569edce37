/** Who runs, and with which settings. */
import { html, nothing } from 'lit';
import { pathSample } from '../../ui/optimizer-marks.js';
import { t } from '../../app/text.js';
import { optimizers, settings as ranges } from '../../engine/catalog.js';
import '../../train/texts.js';
import { decimal } from '../../app/numbers.js';
import { tunable } from './settings.js';
import { optimizerName, stateText } from './words.js';

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./settings.js').Name} Name
 * @typedef {import('./race.js').Racer} Racer
 * @typedef {(changes: Partial<Settings>) => void} Change
 */

/**
 * The six optimizers: in the race or not, and which of them is followed.
 * @param {Settings} settings
 * @param {Racer[]} racers
 * @param {Change} change
 */
export function racerList(settings, racers, change) {
  return html`
    <div class="racers-head">
      <h2>${t('descend-plane.racers')}</h2>
      <button
        class="link small"
        type="button"
        data-testid="racers-all"
        @click=${() =>
          change(
            settings.racers.length === optimizers.length
              ? { racers: [settings.follow] }
              : { racers: [...optimizers] },
          )}
      >
        ${
          settings.racers.length === optimizers.length
            ? t('descend-plane.onlyOne', { name: optimizerName(settings.follow) })
            : t('descend-plane.allSix')
        }
      </button>
    </div>
    <ul class="racers">
      ${optimizers.map((name) =>
        row(
          name,
          settings,
          racers.find((racer) => racer.name === name),
          change,
        ),
      )}
    </ul>
  `;
}

/**
 * @param {Name} name
 * @param {Settings} settings
 * @param {Racer | undefined} racer  while it runs
 * @param {Change} change
 */
function row(name, settings, racer, change) {
  const running = settings.racers.includes(name);
  const followed = settings.follow === name;
  const state = racer ? stateText(racer) : '';
  return html`
    <li class="racer ${running ? 'racer--in' : ''} ${followed ? 'racer--followed' : ''}">
      <label class="racer-check">
        <input
          type="checkbox"
          data-testid="racer-${name}"
          aria-label=${t('descend-plane.inTheRace', { name: optimizerName(name) })}
          .checked=${running}
          @change=${(/** @type {Event} */ event) => toggle(name, event, settings, change)}
        />
      </label>
      <button
        class="racer-name"
        type="button"
        data-testid="follow-${name}"
        data-state=${racer?.ruled.state ?? ''}
        data-behaviour=${racer?.ruled.behaviour ?? ''}
        data-steps=${racer?.descent.steps ?? ''}
        aria-pressed=${followed}
        @click=${() =>
          change({
            follow: name,
            racers: optimizers.filter((other) => other === name || settings.racers.includes(other)),
          })}
      >
        ${pathSample(name)}
        <span class="racer-title">${optimizerName(name)}</span>
        <span class="racer-rate muted">η ${decimal(settings.tuning[name].rate, 3)}</span>
        <span class="racer-state ${racer?.descent.state === 'diverged' ? 'racer-state--lost' : ''}"
          >${state}</span
        >
      </button>
    </li>
  `;
}

/**
 * One at least stays in the race.
 * @param {Name} name @param {Event} event @param {Settings} settings @param {Change} change
 */
function toggle(name, event, { racers, follow }, change) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const next = optimizers.filter((other) =>
    other === name ? input.checked : racers.includes(other),
  );
  if (next.length === 0) {
    input.checked = true;
    return;
  }
  change({ racers: next, follow: input.checked ? name : next.includes(follow) ? follow : next[0] });
}

/**
 * Sliders for what the followed optimizer reads besides η.
 * @param {Settings} settings
 * @param {Change} change
 */
export function tuningFields({ follow, tuning }, change) {
  const settings = tunable(follow);
  if (settings.length === 0) return nothing;
  return html`<div class="tuning">
    ${settings.map((name) => {
      const value = Number(tuning[follow][name]);
      // Finer, and nearer to 1, where the default is nearer to 1.
      const step = 10 ** (Math.round(Math.log10(1 - ranges[name].default)) - 1);
      return html`<label class="tuning-field">
        <span class="small">${t(`train.${name}`)}</span>
        <input
          type="range"
          min="0"
          max=${1 - step}
          step=${step}
          data-testid="descend-${name}"
          .value=${String(value)}
          @input=${(/** @type {Event} */ { target }) => {
            const number = /** @type {HTMLInputElement} */ (target).valueAsNumber;
            change({ tuning: { ...tuning, [follow]: { ...tuning[follow], [name]: number } } });
          }}
        />
        <output class="tuning-value">${decimal(value, 5)}</output>
      </label>`;
    })}
  </div>`;
}
