import { html } from 'lit';
import { Address } from '../app/address.js';
import { PartView } from '../app/part-view.js';
import { t } from '../app/text.js';
import { loadModule } from '../engine/module.js';
import '../train/settings.css';
import './descend.css';
import './texts.js';

/**
 * The words of a tab, and the module that defines its element, dd-descend-<tab>, which finds the engine
 * loaded (engine/descent.js).
 *
 * @type {Record<string, { title: string, load: () => Promise<unknown> }>}
 */
const parts = {
  line: { title: 'descend.tabLine', load: () => import('./line/line.js') },
  plane: { title: 'descend.tabPlane', load: () => import('./plane/plane.js') },
  noise: { title: 'descend.tabNoise', load: () => import('./noise/noise.js') },
  network: { title: 'descend.tabNetwork', load: () => import('./network/network.js') },
};
const tabs = Object.keys(parts);

/** The tabs of Descend. One that wants another one shown emits `descend-go` with its hash in `detail`. */
export class DescendView extends PartView {
  addresses = new Map(tabs.map((tab) => [tab, new Address('descend', { tab })]));

  /** @param {import('../app/part-view.js').Hash} hash */
  partOf({ route, query }) {
    if (route !== 'descend') return null;
    return tabs.find((tab) => tab === query.get('tab')) ?? (this.shown || tabs[0]);
  }

  /** @param {string} tab */
  async load(tab) {
    await Promise.all([loadModule(), parts[tab].load()]);
    return `dd-descend-${tab}`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has('shown')) return;
    // On a phone the tabs scroll sideways, and the last one may lie outside.
    const current = this.querySelector('.descend-tabs [aria-current="page"]');
    current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  render() {
    return html`
      <div
        class="descend"
        @descend-go=${(/** @type {CustomEvent} */ { detail }) => {
          this.addresses.get(this.shown)?.write();
          location.hash = detail;
        }}
      >
        <h1 class="visually-hidden">${t('descend.heading')}</h1>
        <nav class="descend-tabs" aria-label=${t('descend.tabs')} @click=${this.#beforeLink}>
          ${tabs.map(
            (tab) => html`
              <a
                href=${this.addresses.get(tab)?.hash ?? ''}
                data-testid="descend-tab-${tab}"
                data-tab=${tab}
                aria-current=${tab === this.shown ? 'page' : 'false'}
                >${t(parts[tab].title)}</a
              >
            `,
          )}
        </nav>
        ${this.place()}
      </div>
    `;
  }

  /** The link to a tab leads to its state of this moment. @param {Event} event */
  #beforeLink(event) {
    const link = /** @type {HTMLElement} */ (event.target).closest('a');
    const address = this.addresses.get(link?.dataset.tab ?? '');
    if (link && address) link.href = address.hash;
  }
}

customElements.define('dd-descend', DescendView);
