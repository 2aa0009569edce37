import { html } from 'lit';
import { component } from '../ui/component.js';
import { loadDescent } from '../engine/descent.js';
import { parseHash } from '../app/router.js';
import './descend.css';
import '../train/settings.css';
import { t } from '../app/text.js';
import './texts.js';
import { AddressFollower } from '../app/address-follower.js';
import { loadError } from '../app/load-error.js';
import { tabAddress, tabs } from './tabs.js';

/**
 * @typedef {import('../app/address.js').Address} Address
 * @typedef {import('./tabs.js').Tab} Tab
 */

/**
 * The words of a tab, and the module that defines its element, dd-descend-<tab>. The element gets
 * the `address` of its state and, once it is mounted, finds the engine loaded (engine/descent.js).
 *
 * @type {Record<Tab, { title: string, load: () => Promise<unknown> }>}
 */
const parts = {
  line: { title: 'descend.tabLine', load: () => import('./line/line.js') },
  plane: { title: 'descend.tabPlane', load: () => import('./plane/plane.js') },
  noise: { title: 'descend.tabNoise', load: () => import('./noise/noise.js') },
  network: { title: 'descend.tabNetwork', load: () => import('./network/network.js') },
};

/**
 * The frame of Descend: its tabs, one of which is mounted at a time, and their state in the page's
 * address. A tab that wants another one shown emits `descend-go` with that one's hash in `detail`.
 */
export class DescendView extends component({
  tab: /** @type {Tab} */ ('line'),
  /** What kept the tab from being shown: the code of a CodedError. */
  problem: /** @type {string | null} */ (null),
}) {
  constructor() {
    super();
    new AddressFollower(
      this,
      () => this.#follow(),
      () => this.#flush(),
    );
    /** @type {Map<string, Address>} */
    this.addresses = new Map(tabs.map((tab) => [tab, tabAddress(tab)]));
    /** @type {HTMLElement | null} */
    this.element = null;
  }

  get address() {
    return /** @type {Address} */ (this.addresses.get(this.tab));
  }

  #flush() {
    this.address.flush();
  }

  /** Shows what the page's address asks for; one without parameters asks for what was shown last. */
  #follow() {
    const { route, query } = parseHash();
    if (route !== 'descend') return;
    if (query.size === 0 && this.element) {
      this.address.write();
      return;
    }
    this.address.shown = false;
    const { tab: before } = this;
    this.tab = tabs.find((tab) => tab === query.get('tab')) ?? before;
    this.address.query = query;
    this.address.shown = true;
    void this.#mount();
  }

  async #mount() {
    const { tab } = this;
    this.problem = null;
    this.element?.remove();
    this.element = null;
    try {
      await Promise.all([loadDescent(), parts[tab].load()]);
    } catch (error) {
      if (this.tab === tab) this.problem = /** @type {{ code?: string }} */ (error).code ?? 'load';
      return;
    }
    if (this.tab !== tab) return;
    const element = document.createElement(`dd-descend-${tab}`);
    Object.assign(element, { address: this.address });
    this.element = element;
    // Replaces what a second change of the address brought while this one was loading.
    this.querySelector('.descend-tab')?.replaceChildren(element);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has('tab')) return;
    // On a phone the tabs scroll sideways, and the last one may lie outside.
    const current = this.querySelector('.descend-tabs [aria-current="page"]');
    current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  render() {
    return html`
      <div
        class="descend"
        @descend-go=${(/** @type {CustomEvent} */ { detail }) => {
          this.address.write();
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
                aria-current=${tab === this.tab ? 'page' : 'false'}
                >${t(parts[tab].title)}</a
              >
            `,
          )}
        </nav>
        ${this.problem ? loadError(this.problem) : ''}
        <div class="descend-tab"></div>
      </div>
    `;
  }

  /**
   * The link to a tab leads to its state of this moment, and the way back to that of this one.
   * @param {Event} event
   */
  #beforeLink(event) {
    this.address.write();
    const link = /** @type {HTMLElement} */ (event.target).closest('a');
    const address = this.addresses.get(link?.dataset.tab ?? '');
    if (link && address) link.href = address.hash;
  }
}

customElements.define('dd-descend', DescendView);
