import { html, nothing } from 'lit';
import './plane.css';
import './race.css';
import { addTexts, language, t } from '../../app/text.js';
import { button } from '../../ui/button.js';
import '../step-table.js';
import { tabWithRun } from '../tab.js';
import { transport } from '../transport.js';
import { optionFields, pictureChoice, rateControl } from './controls.js';
import en from './en.js';
import { mapFigure, surfaceFigure } from './figures.js';
import { chartCurves } from './race-chart.js';
import { landmarks, stepsMade } from './race.js';
import { racerList, tuningFields } from './racers.js';
import { PlaneRun } from './run.js';
import { optimizerName, story } from './words.js';
import zh from './zh.js';

addTexts('descend-plane', { en, zh });

/** Descents on a function of two variables: one, or several optimizers from one start. */
export class DescendPlane extends tabWithRun('plane', PlaneRun) {
  size = { width: 0, height: 0 };
  /** Where the pointer rests. @type {number[] | null} */
  probed = null;
  power = 1;
  /** The landmarks of a function, in a language. */
  marked = { key: '', landmarks: /** @type {ReturnType<typeof landmarks>} */ ([]) };

  #handlers = {
    size: (/** @type {{ width: number, height: number }} */ size) => this.#redraw({ size }),
    probe: (/** @type {number[] | null} */ probed) => this.#redraw({ probed }),
  };

  /** @param {Partial<Pick<DescendPlane, 'size' | 'probed' | 'power'>>} seen  what a picture has told */
  #redraw(seen) {
    Object.assign(this, seen);
    this.requestUpdate();
  }

  willUpdate() {
    const { run, marked } = this;
    run.sample(this.size);
    const key = `${run.held.key} ${language()}`;
    if (marked.key !== key)
      this.marked = {
        key,
        landmarks: landmarks(run.function, (kind) => t(`descend-plane.${kind}`)),
      };
  }

  render() {
    const { run, ticker } = this;
    const { state, racers, followed } = run;
    const words = story(racers, run.function, run.lowest);
    const paths = run.paths();
    const show = (/** @type {() => void} */ act) => {
      ticker.stop();
      act();
    };
    return html`
      <div class="plane ${state.surface ? '' : 'plane--flat'}">
        ${pictureChoice(run, show)}
        ${mapFigure(run, this.marked.landmarks, paths, this.probed, this.#handlers)}
        ${surfaceFigure(run, paths, this.power, (power) => this.#redraw({ power }))}
        <div class="plane-side">
          ${transport(ticker, run)} ${rateControl(run)} ${tuningFields(run)} ${racerList(run)}
          ${optionFields(run)}
        </div>
        <div class="plane-story">
          <p data-testid="descend-story">${words}</p>
          ${this.#notices()} ${this.announcement(words)}
        </div>
        ${this.#chart()}
        <div class="plane-table">
          <h2>${t('descend-plane.tableOf', { name: optimizerName(state.follow) })}</h2>
          <dd-step-table .path=${followed.descent} .marked=${followed.arrived}></dd-step-table>
        </div>
      </div>
    `;
  }

  #notices() {
    const { run } = this;
    const leaving = run.leaving();
    return html`
      ${
        leaving.length > 0
          ? html`<p class="muted small" data-testid="descend-leaving">
              ${t('descend-plane.leaving', {
                count: leaving.length,
                names: leaving.join(t('descend-plane.listComma')),
              })}
              ${button(t('descend-plane.fit'), () => run.fit(), 'descend-fit', { kind: 'text-button' })}
            </p>`
          : nothing
      }
      ${
        run.refused.length > 0
          ? html`<p class="muted small" data-testid="descend-refused">
              ${t('descend-plane.refused', { names: run.refused.join(', ') })}
            </p>`
          : nothing
      }
    `;
  }

  #chart() {
    const { racers, state, lowest } = this.run;
    const { curves, logarithmic, over } = chartCurves(racers, state.follow, lowest);
    return html`
      <div class="plane-chart">
        <h2>${t(over ? 'descend-plane.chartOver' : 'descend-plane.chart')}</h2>
        <dd-race-chart
          role="img"
          aria-label=${t('descend-plane.chartLabel')}
          data-testid="descend-chart"
          data-logarithmic=${logarithmic}
          .picture=${{ curves, steps: stepsMade(racers), logarithmic, stepLabel: t('descend.iteration') }}
        ></dd-race-chart>
      </div>
    `;
  }
}

customElements.define('dd-descend-plane', DescendPlane);
