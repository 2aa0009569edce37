import { html, nothing } from 'lit';
import { component } from '../../ui/component.js';
import './race-chart.js';
import './plane.css';
import './race.css';
import { language, t } from '../../app/text.js';
import './texts.js';
import '../step-table.js';
import { Ticker } from '../../ui/ticker.js';
import { transport } from '../transport.js';
import { optionFields, pictureChoice, rateControl } from './controls.js';
import { chartCurves } from './curves.js';
import { mapFigure, surfaceFigure } from './figures.js';
import { PlaneModel } from './model.js';
import { landmarks, stepsMade } from './race.js';
import { racerList, tuningFields } from './racers.js';
import { optimizerName, story } from './words.js';
import { tabAddress } from '../tabs.js';

/** @typedef {import('./settings.js').Settings} Settings */

/** Screen readers hear of the paths once they rest. */
const announceMilliseconds = 800;

/** Descents on a function of two variables: one, or several optimizers from one start. */
export class DescendPlane extends component({
  address: tabAddress('plane'),
  /** Where the pointer rests. */
  probed: /** @type {number[] | null} */ (null),
  power: 1,
  announced: '',
}) {
  /** @type {PlaneModel | null} */
  state = null;
  size = { width: 0, height: 0 };
  announcing = 0;
  changedAt = 0;
  /** The function and the language whose landmarks the map has. */
  marked = '';
  ticker = new Ticker(this, (steps) => this.#change(() => this.model.advance(steps)));

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.announcing);
    this.state?.release();
    this.state = null;
  }

  get model() {
    this.state ??= new PlaneModel(this.address);
    return this.state;
  }

  firstUpdated() {
    this.ticker.speed = this.model.settings.speed;
    this.requestUpdate();
  }

  /**
   * @template Result
   * @param {() => Result} act  changes the model
   */
  #change(act) {
    this.changedAt ||= performance.now();
    const result = act();
    this.requestUpdate();
    return result;
  }

  /** @param {Partial<Settings>} changes */
  #set = (changes) => this.#change(() => this.model.set(changes));

  /** Another picture altogether. @param {Settings} settings */
  #show = (settings) => {
    this.ticker.stop();
    this.#set(settings);
  };

  #commands = {
    step: () => {
      this.ticker.stop();
      this.#change(() => this.model.step());
    },
    back: () => {
      this.ticker.stop();
      this.#change(() => this.model.back());
    },
    run: () => (this.ticker.running ? this.ticker.stop() : this.ticker.start()),
    reset: () => {
      this.ticker.stop();
      this.#set({ steps: 0 });
    },
    speed: (/** @type {number} */ speed) => {
      this.ticker.speed = speed;
      this.#set({ speed });
    },
  };

  #actions = {
    change: this.#set,
    view: (/** @type {any} */ view) => this.#change(() => this.model.setView(view)),
    size: (/** @type {{ width: number, height: number }} */ size) => {
      this.size = size;
      this.requestUpdate();
    },
    probe: (/** @type {number[] | null} */ point) => (this.probed = point),
    lifted: (/** @type {number} */ power) => (this.power = power),
  };

  render() {
    const { model } = this;
    const { settings, racers } = model;
    model.sample(this.size);
    const words = story(racers, model.f, model.lowest);
    this.#announce(words);
    return html`
      <div class="plane ${settings.surface ? '' : 'plane--flat'}">
        ${pictureChoice(model, this.#set, this.#show)}
        ${mapFigure(model, this.probed, this.#actions)}
        ${surfaceFigure(model, this.power, this.#actions)}
        <div class="plane-side">
          ${transport(this.ticker, this.#commands)} ${rateControl(model, this.#set)}
          ${tuningFields(settings, this.#set)} ${racerList(settings, racers, this.#set)}
          ${optionFields(model, this.#set)}
        </div>
        <div class="plane-story">
          <p data-testid="descend-story">${words}</p>
          ${this.#notices()}
          <p class="visually-hidden" aria-live="polite">${this.announced}</p>
        </div>
        ${this.#chart()}
        <div class="plane-table">
          <h2>${t('descend-plane.tableOf', { name: optimizerName(settings.follow) })}</h2>
          <dd-step-table
            .path=${model.followed.descent}
            .marked=${model.followed.arrived}
          ></dd-step-table>
        </div>
      </div>
    `;
  }

  #notices() {
    const leaving = this.model.leaving();
    const { refused } = this.model;
    return html`
      ${
        leaving.length > 0
          ? html`<p class="plane-notice small" data-testid="descend-leaving">
              ${t('descend-plane.leaving', {
                count: leaving.length,
                names: leaving.join(t('descend-plane.listComma')),
              })}
              <button
                class="link"
                type="button"
                data-testid="descend-fit"
                @click=${() => this.#change(() => this.model.fit())}
              >
                ${t('descend-plane.fit')}
              </button>
            </p>`
          : nothing
      }
      ${
        refused.length > 0
          ? html`<p class="plane-notice small" data-testid="descend-refused">
              ${t('descend-plane.refused', { names: refused.join(', ') })}
            </p>`
          : nothing
      }
    `;
  }

  #chart() {
    const { racers, settings, lowest } = this.model;
    const { curves, logarithmic, over } = chartCurves(racers, settings.follow, lowest);
    return html`
      <div class="plane-chart">
        <h2>${t(over ? 'descend-plane.chartOver' : 'descend-plane.chart')}</h2>
        <dd-race-chart
          role="img"
          aria-label=${t('descend-plane.chartLabel')}
          data-testid="descend-chart"
          data-logarithmic=${logarithmic}
          .curves=${curves}
          .steps=${stepsMade(racers)}
          .logarithmic=${logarithmic}
          .stepLabel=${t('descend.iteration')}
        ></dd-race-chart>
      </div>
    `;
  }

  updated() {
    const { model } = this;
    const map = /** @type {import('../../ui/contour-map.js').ContourMap} */ (
      this.querySelector('dd-contour-map')
    );
    const surface = /** @type {import('../../ui/surface-3d.js').Surface3d | null} */ (
      this.querySelector('dd-surface-3d')
    );
    const { picture } = model;
    map.start = model.settings.start;
    map.paths = model.paths();
    if (surface) surface.paths = map.paths;
    if (picture && map.grid !== picture.map) {
      map.grid = picture.map;
      map.levels = picture.levels;
      map.arrows = picture.arrows;
    }
    const marked = `${model.held.key} ${language()}`;
    if (this.marked !== marked) {
      this.marked = marked;
      map.landmarks = landmarks(model.f, (kind) => t(`descend-plane.${kind}`));
    }
    map.drawPaths();
    if (surface && picture && surface.grid !== picture.surface)
      Object.assign(surface, { grid: picture.surface, levels: picture.levels });
    surface?.drawPaths();
    if (this.changedAt > 0) {
      performance.clearMeasures('descend-plane');
      performance.measure('descend-plane', { start: this.changedAt, end: performance.now() });
      this.changedAt = 0;
    }
  }

  /** For screen readers, once the reader's hand rests. @param {string} words */
  #announce(words) {
    clearTimeout(this.announcing);
    if (words === this.announced) return;
    this.announcing = setTimeout(() => (this.announced = words), announceMilliseconds);
  }
}

customElements.define('dd-descend-plane', DescendPlane);
