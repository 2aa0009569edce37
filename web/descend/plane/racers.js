/** Who runs, and with which settings. */
import { html, nothing } from 'lit';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { optimizers, settings as ranges } from '../../engine/catalog.js';
import '../../train/texts.js';
import { button } from '../../ui/button.js';
import { pathSample } from '../../ui/path-marks.js';
import { tunable } from './run.js';
import { markOf, optimizerName, stateText } from './words.js';

/**
 * @typedef {import('./run.js').Name} Name
 * @typedef {import('./run.js').PlaneRun} PlaneRun
 */

/** The six optimizers: in the race or not, and which of them is followed. @param {PlaneRun} run */
export function racerList(run) {
  const { follow } = run.state;
  const all = run.names.length === optimizers.length;
  return html`
    <div class="racers-head">
      <h2>${t('descend-plane.racers')}</h2>
      ${button(
        all
          ? t('descend-plane.onlyOne', { name: optimizerName(follow) })
          : t('descend-plane.allSix'),
        () => run.set({ racers: all ? follow : optimizers.join() }),
        'racers-all',
        { kind: 'text-button small' },
      )}
    </div>
    <ul class="racers">
      ${optimizers.map((name) => row(run, name))}
    </ul>
  `;
}

/** @param {PlaneRun} run @param {Name} name */
function row(run, name) {
  const { names } = run;
  const racer = run.racers.find((one) => one.name === name);
  const running = names.includes(name);
  const followed = run.state.follow === name;
  return html`
    <li class="racer ${running ? 'racer--in' : ''} ${followed ? 'racer--followed' : ''}">
      <label class="check racer-check">
        <input
          type="checkbox"
          data-testid="racer-${name}"
          aria-label=${t('descend-plane.inTheRace', { name: optimizerName(name) })}
          .checked=${running}
          @change=${(/** @type {Event} */ event) => toggle(run, name, event)}
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
          run.set({
            follow: name,
            racers: optimizers.filter((other) => other === name || names.includes(other)).join(),
          })}
      >
        ${pathSample(markOf(name))}
        <span class="racer-title">${optimizerName(name)}</span>
        <span class="unbroken muted">η ${decimal(run.state[`${name}.rate`], 3)}</span>
        <span class="racer-state ${racer?.descent.state === 'diverged' ? 'text-negative' : ''}"
          
            >${racer ? stateText(racer) : ''}</span
        >
      </button>
    </li>
  `;
}

/** One at least stays in the race. @param {PlaneRun} run @param {Name} name @param {Event} event */
function toggle(run, name, event) {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const { follow } = run.state;
  const next = optimizers.filter((other) =>
    other === name ? input.checked : run.names.includes(other),
  );
  if (next.length === 0) {
    input.checked = true;
    return;
  }
  const followed = next.includes(follow) ? follow : next[0];
  run.set({ racers: next.join(), follow: input.checked ? name : followed });
}

/** Sliders for what the followed optimizer reads besides η. @param {PlaneRun} run */
export function tuningFields(run) {
  const { follow } = run.state;
  const names = tunable(follow);
  if (names.length === 0) return nothing;
  return html`<div class="tuning">
    ${names.map((name) => {
      const value = run.state[`${follow}.${name}`];
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
          @input=${(/** @type {Event} */ { target }) =>
            run.set({
              [`${follow}.${name}`]: /** @type {HTMLInputElement} */ (target).valueAsNumber,
            })}
        />
        <output class="tuning-value">${decimal(value, 5)}</output>
      </label>`;
    })}
  </div>`;
}
