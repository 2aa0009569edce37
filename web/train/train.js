import { html } from 'lit';
import './loss-chart.js';
import { component } from '../ui/component.js';
import { checkField } from '../ui/fields.js';
import { FileDrop } from '../ui/files.js';
import { listen } from '../ui/listen.js';
import { storeEvents } from '../engine/storage/store.js';
import { Address } from '../app/address.js';
import { parseHash } from '../app/router.js';
import '../ui/progress.css';
import './settings.css';
import './diagnostics.css';
import './loss-chart.css';
import './train.css';
import { t } from '../app/text.js';
import './texts.js';
import { commands, stateText } from './commands.js';
import { figuresRow } from './figures.js';
import { figure, percent, whole } from './format.js';
import './diagnostics.js';
import { notices, pendingSettings } from './notices.js';
import { rateField } from './rate-field.js';
import { readRecipe, schema } from './recipe.js';
import './settings.js';
import { sharedRun } from './shared-run.js';

/** Width from which the settings stand beside the chart, as in train.css. */
const wide = matchMedia('(width >= 1080px)');

/** Train a network and turn the learning rate while it runs. */
export class TrainView extends component({
  logarithmic: false,
  /** Names in the link that had no acceptable value. */
  refused: /** @type {string[]} */ ([]),
}) {
  constructor() {
    super();
    const { route, query } = parseHash();
    this.shared = sharedRun();
    const { run } = this.shared;
    this.run = run;
    if (route === 'train' && `${query}` !== '') this.#readLink(query);
    this.settingsOpen = wide.matches;
    this.announced = '';
    this.announcedAt = -Infinity;
    this.address = new Address('train');
    this.address.shown = true;
    this.files = new FileDrop(this, (files) => this.#take(files));
    listen(this, run, 'change', () => this.#onChange());
    listen(this, run, 'progress', () => this.requestUpdate());
    listen(this, window, 'hashchange', () => this.#onHash());
    listen(this, storeEvents, 'failure', () => this.requestUpdate());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#writeAddress();
  }

  #onChange() {
    this.address.keep(schema, this.run.recipe);
    this.requestUpdate();
  }

  #writeAddress() {
    this.address.keep(schema, this.run.recipe);
    this.address.flush();
  }

  /** A link within the page may ask for other settings. */
  #onHash() {
    const { route, query } = parseHash();
    if (route !== 'train') return;
    if (`${query}` !== '') this.#readLink(query);
    else this.#writeAddress();
  }

  /** @param {URLSearchParams} query */
  #readLink(query) {
    const { recipe, refused } = readRecipe(query);
    this.refused = refused;
    this.run.set(recipe);
  }

  render() {
    const { run } = this;
    return html`
      <div class="train">
        <h1 class="visually-hidden">${t('train.heading')}</h1>
        ${this.files.dragging ? html`<p class="train-drop">${t('train.drop')}</p>` : ''}
        <div class="train-main">
          ${commands(run)} ${notices(run, this.refused, this.shared.lastVisit)}
          ${rateField(run)}
          ${figuresRow(run.figures)} ${this.#chart()}
          <p class="visually-hidden" aria-live="polite">${this.#announcement()}</p>
        </div>
        <aside class="train-side" aria-label=${t('train.settings')}>
          ${pendingSettings(run)}
          <dd-train-settings
            .recipe=${run.recipe}
            .canSave=${run.theta !== null}
            .open=${this.settingsOpen}
          ></dd-train-settings>
        </aside>
        <dd-train-diagnostics class="train-diagnostics"></dd-train-diagnostics>
      </div>
    `;
  }

  /** What a screen reader is told: changes of state at once, figures every ten seconds. */
  #announcement() {
    const { state, figures } = this.run;
    const now = performance.now();
    const key = `${state} ${figures.finished}`;
    if (
      this.announced.startsWith(`${key}\n`) &&
      (state !== 'running' || now - this.announcedAt < 10_000)
    )
      return this.announced.split('\n')[1];
    const accuracy = figures.testAccuracy === null ? '' : percent(figures.testAccuracy);
    const epoch = whole(figures.epoch);
    const words = t('train.announce', { state: stateText(this.run), epoch, accuracy });
    this.announcedAt = now;
    this.announced = `${key}\n${words}`;
    return words;
  }

  #chart() {
    const { curve } = this.run;
    const last = curve.running.at(-1);
    return html`
      <section class="chart">
        <div class="chart-head">
          <h2>${t('train.chart')}</h2>
          <ul class="legend">
            <li class="legend-batch">${t('train.curveBatch')}</li>
            <li class="legend-running">${t('train.curveRunning')}</li>
            <li class="legend-test">${t('train.curveTest')}</li>
          </ul>
          ${checkField(t('train.logarithmic'), 'log-scale', this.logarithmic, (logarithmic) => {
            this.logarithmic = logarithmic;
          })}
        </div>
        <div
          class="chart-area"
          role="img"
          data-testid="loss-chart"
          data-marks=${curve.marks.length}
          data-points=${curve.steps.length}
          aria-label=${t('train.chartSummary', {
            step: curve.steps.length > 0 ? whole(curve.steps.at(-1) ?? 0) : 0,
            first: figure(curve.running[0] ?? null),
            last: figure(last ?? null),
          })}
        >
          <dd-loss-chart></dd-loss-chart>
          ${curve.steps.length === 0 ? html`<p class="chart-empty">${t('train.chartEmpty')}</p>` : ''}
        </div>
      </section>
    `;
  }

  updated() {
    const chart = /** @type {import('./loss-chart.js').LossChart} */ (
      this.querySelector('dd-loss-chart')
    );
    chart.curve = this.run.curve;
    chart.logarithmic = this.logarithmic;
    chart.formatStep = whole;
    const labels = {
      step: t('train.step'),
      running: t('train.curveRunning'),
      batch: t('train.curveBatch'),
      test: t('train.curveTest'),
    };
    if (labels.step !== chart.labels.step) chart.labels = labels;
    chart.refresh();
  }

  /** @param {File[]} files */
  #take(files) {
    if (files.length === 1 && files[0].name.endsWith('.safetensors')) this.run.loadModel(files[0]);
    else this.run.useFiles(files);
  }
}

customElements.define('dd-train', TrainView);
