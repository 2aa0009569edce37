import { html } from 'lit';
import { component } from '../../ui/component.js';
import { listen } from '../../ui/listen.js';
import { contourLevels } from '../../ui/contour-levels.js';
import './network.css';
import '../plane/plane.css';
import '../../train/train.css';
import { addTexts, t } from '../../app/text.js';
import en from './en.js';
import { notices } from '../../train/notices.js';
import { rateField } from '../../train/rate-field.js';
import { sharedRun } from '../../train/shared-run.js';
import { sharedExplorer } from './explorer.js';
import { finderPart } from './finder.js';
import { landscapeFields, landscapeHead } from './landscape-fields.js';
import { landscapeFigures, landscapePicture } from './landscape-part.js';
import { landscapeOptions, schema } from './settings.js';
import { trainingHead } from './training-head.js';
import zh from './zh.js';
import { Address } from '../../app/address.js';

addTexts('descend-network', { en, zh });

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('../../ui/contour-levels.js').Grid} Grid
 * @typedef {import('./explorer.js').Landscape} Landscape
 */

const levelCount = 18;

/** The loss about the network in training, the learning rate of Train, and the search for one. */
export class DescendNetwork extends component({
  address: new Address('descend', { tab: 'network' }),
}) {
  /** @type {Settings | null} */
  settings = null;
  shared = sharedRun();
  explorer = sharedExplorer();
  /** The landscape that `grid` and `levels` belong to. @type {Landscape | null} */
  drawn = null;
  /** @type {Grid | null} */
  grid = null;
  /** @type {number[]} */
  levels = [];
  sight = new IntersectionObserver((entries) => {
    this.explorer.shown = entries.at(-1)?.isIntersecting ?? false;
    this.explorer.refresh();
  });

  constructor() {
    super();
    const redraw = () => this.requestUpdate();
    listen(this, this.shared.run, 'change', redraw);
    listen(this, this.shared.run, 'progress', redraw);
    listen(this, this.explorer, 'change', redraw);
  }

  connectedCallback() {
    super.connectedCallback();
    this.sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight.disconnect();
    this.explorer.shown = false;
  }

  willUpdate() {
    if (!this.settings) {
      this.settings = /** @type {Settings} */ (this.address.read(schema));
      this.#tellExplorer(this.settings);
    }
    const { landscape } = this.explorer;
    if (landscape === this.drawn) return;
    this.drawn = landscape;
    this.grid = null;
    if (!landscape) return;
    const { radius, size, values } = landscape;
    this.grid = { x0: -radius, x1: radius, y0: -radius, y1: radius, nx: size, ny: size, values };
    this.levels = contourLevels(values, levelCount);
  }

  /** @param {Settings} settings */
  #tellExplorer(settings) {
    const { explorer } = this;
    const options = landscapeOptions(settings);
    const before = explorer.landscape;
    const differs =
      before !== null &&
      Object.entries(options).some(
        ([name, value]) =>
          name !== 'samples' && before[/** @type {keyof Landscape} */ (name)] !== value,
      );
    explorer.auto = settings.auto;
    explorer.options = options;
    if (differs && settings.auto && this.shared.run.prepared) void explorer.compute(options);
  }

  /** @param {Partial<Settings>} changes */
  #set(changes) {
    const before = /** @type {Settings} */ (this.settings);
    this.settings = { ...before, ...changes };
    this.address.keep(schema, this.settings);
    const { explorer } = this;
    explorer.auto = this.settings.auto;
    explorer.options = landscapeOptions(this.settings);
    const other = Object.keys(changes).some((name) => name !== 'auto' && name !== 'surface');
    if (other && this.shared.run.prepared) void explorer.compute(explorer.options);
    else explorer.refresh();
    this.requestUpdate();
  }

  render() {
    const { explorer, settings, shared } = this;
    const { run } = shared;
    if (!settings) return '';
    const problems = notices(run, [], shared.lastVisit);
    if (!run.applied && !run.loading) {
      return html`
        <div class="net net--empty" data-testid="network-empty">
          <p>${t('descend-network.empty')}</p>
          <button
            class="button button--primary button--big"
            type="button"
            data-testid="network-begin"
            @click=${() => run.start()}
          >
            ${t('descend-network.begin')}
          </button>
          ${problems}
        </div>
      `;
    }
    const set = (/** @type {Partial<Settings>} */ changes) => this.#set(changes);
    const stated = { state: settings, schema, set };
    return html`
      <div class="net">
        <section class="net-landscape" aria-label=${t('descend-network.landscape')}>
          ${landscapeHead(stated)}
          ${landscapePicture(explorer, settings, this.grid, this.levels)}
          ${landscapeFigures(explorer, {
            compute: () => explorer.compute(landscapeOptions(settings)),
            cancel: () => {
              explorer.cancel();
              this.#set({ auto: false });
            },
          })}
          ${landscapeFields(stated)}
        </section>
        <div class="net-side">
          ${trainingHead(run)} ${problems}
          ${rateField(run, 'network-rate')}
          ${finderPart(explorer, run.recipe.learningRate, (learningRate) => run.set({ learningRate }))}
        </div>
      </div>
    `;
  }
}

customElements.define('dd-descend-network', DescendNetwork);
