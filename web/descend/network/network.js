import { html } from 'lit';
import { button } from '../../ui/button.js';
import { component } from '../../ui/component.js';
import { listen, observe } from '../../ui/listen.js';
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
 * @typedef {import('./explorer.js').Landscape} Landscape
 */

/** The loss about the network in training, the learning rate of Train, and the search for one. */
export class DescendNetwork extends component({
  address: new Address('descend', { tab: 'network' }),
}) {
  /** @type {Settings | null} */
  settings = null;
  shared = sharedRun();
  explorer = sharedExplorer();

  constructor() {
    super();
    const redraw = () => this.requestUpdate();
    listen(this, this.shared.run, 'change', redraw);
    listen(this, this.shared.run, 'progress', redraw);
    listen(this, this.explorer, 'change', redraw);
    const sight = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      this.explorer.shown = entries.at(-1)?.isIntersecting ?? false;
      this.explorer.refresh();
    };
    observe(this, new IntersectionObserver(sight));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.explorer.shown = false;
  }

  willUpdate() {
    if (this.settings) return;
    const settings = /** @type {Settings} */ (this.address.read(schema));
    this.settings = settings;
    const before = this.explorer.landscape;
    const differs = Object.entries(landscapeOptions(settings)).some(
      ([name, value]) =>
        name !== 'samples' && before?.[/** @type {keyof Landscape} */ (name)] !== value,
    );
    this.#tellExplorer(settings, before !== null && differs && settings.auto);
  }

  /** @param {Settings} settings @param {boolean} anew */
  #tellExplorer(settings, anew) {
    const { explorer } = this;
    explorer.auto = settings.auto;
    explorer.options = landscapeOptions(settings);
    if (anew && this.shared.run.prepared) void explorer.compute(explorer.options);
    else explorer.refresh();
  }

  /** @param {Partial<Settings>} changes */
  #set(changes) {
    const settings = { .../** @type {Settings} */ (this.settings), ...changes };
    this.settings = settings;
    this.address.keep(schema, settings);
    const other = Object.keys(changes).some((name) => name !== 'auto' && name !== 'surface');
    this.#tellExplorer(settings, other);
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
          ${button(t('descend-network.begin'), () => run.start(), 'network-begin', {
            kind: 'button button--primary button--big',
          })}
          ${problems}
        </div>
      `;
    }
    const set = (/** @type {Partial<Settings>} */ changes) => this.#set(changes);
    const stated = { state: settings, schema, set };
    return html`
      <div class="net">
        <section class="net-landscape flow" aria-label=${t('descend-network.landscape')}>
          ${landscapeHead(stated)}
          ${landscapePicture(explorer, settings)}
          ${landscapeFigures(explorer, {
            compute: () => explorer.compute(landscapeOptions(settings)),
            cancel: () => {
              explorer.cancel();
              this.#set({ auto: false });
            },
          })}
          ${landscapeFields(stated)}
        </section>
        <div class="net-side flow">
          ${trainingHead(run)} ${problems}
          ${rateField(run, 'network-rate')}
          ${finderPart(explorer, run.recipe.learningRate, (learningRate) => run.set({ learningRate }))}
        </div>
      </div>
    `;
  }
}

customElements.define('dd-descend-network', DescendNetwork);
