import { html } from 'lit';
import { button } from '../ui/button.js';
import { component } from '../ui/component.js';
import { listen } from '../ui/listen.js';
import { parseHash } from './router.js';
import { t } from './text.js';

/**
 * @typedef {ReturnType<typeof parseHash>} Hash
 */

/**
 * A view with several parts, one of which is shown at a time: each an element that is loaded when it is
 * first asked for, with its state in an `address` of its own. The view is drawn with a place for it,
 * `<div data-part>`.
 */
export class PartView extends component({
  /** The one that is shown; '': none. */
  shown: '',
  /** What kept it from being shown: the code of a CodedError. */
  problem: /** @type {string | null} */ (null),
}) {
  /** Of each part. @type {Map<string, import('./address.js').Address>} */
  addresses = new Map();
  /** @type {HTMLElement | null} */
  element = null;

  constructor() {
    super();
    // Before anything that may lead away, so that the way back leads to this very state.
    const flush = () => this.addresses.get(this.shown)?.flush();
    listen(this, window, 'hashchange', () => this.#follow());
    listen(this, window, 'pagehide', flush);
    listen(this, document, 'click', flush, { capture: true });
  }

  /** The part that the page's address asks for; null: another view. @param {Hash} hash @returns {string | null} */
  partOf(hash) {
    return hash.route;
  }

  /** Defines the element of a part and gives its name. @param {string} part @returns {Promise<string>} */
  async load(part) {
    return part;
  }

  /** Another part is asked for. @returns {void | Promise<void>} */
  moved() {}

  firstUpdated() {
    this.#follow();
  }

  /** Shows what the page's address asks for; one without parameters asks for what was shown last. */
  #follow() {
    const hash = parseHash();
    const part = this.partOf(hash);
    if (part === null) return;
    const { shown, element } = this;
    const address = this.addresses.get(part);
    const moved = part !== shown;
    for (const other of this.addresses.values()) other.shown = other === address;
    if (address && hash.query.size > 0) address.query = hash.query;
    else if (!moved && element) {
      address?.write();
      return;
    }
    this.shown = part;
    void this.#mount(part, moved);
  }

  /** @param {string} part @param {boolean} moved */
  async #mount(part, moved) {
    this.problem = null;
    this.element?.remove();
    this.element = null;
    if (moved) await this.moved();
    const address = this.addresses.get(part);
    if (!address) return;
    try {
      const element = document.createElement(await this.load(part));
      if (this.shown !== part) return;
      this.element = Object.assign(element, { address });
    } catch (error) {
      if (this.shown === part)
        this.problem = /** @type {{ code?: string }} */ (error).code ?? 'load';
      return;
    }
    // Replaces what a second change of the address brought while this one was loading.
    this.querySelector('[data-part]')?.replaceChildren(this.element);
    address.write();
  }

  /** The place of the part, and why it cannot be shown. */
  place() {
    return html`
      ${
        this.problem &&
        html`<p class="notice" role="alert">
          ${t(`descend.error_${this.problem}`)}
          ${this.problem === 'load' ? button(t('shell.retry'), () => location.reload()) : ''}
        </p>`
      }
      <div data-part></div>
    `;
  }
}
