import { html, nothing } from 'lit';
import { button } from '../ui/button.js';
import { component } from '../ui/component.js';
import { icon } from '../ui/icons.js';
import { listen } from '../ui/listen.js';
import { parseHash } from './router.js';
import { scheme, setScheme } from './scheme.js';
import { language, setLanguage, t } from './text.js';

/** Milliseconds before a view that loads is said to be loading. */
const patience = 300;

/** Header, navigation and footer around the views. A view stays mounted once it was shown. */
export class Shell extends component({
  /** What defines the element `dd-<route>`, by the route; the first one is the default. */
  views: /** @type {Record<string, () => Promise<unknown>>} */ ({}),
  route: '',
  failed: false,
  /** Whether the view of the route has been loading for long enough to say so. */
  slow: false,
}) {
  constructor() {
    super();
    /** @type {Map<string, HTMLElement>} views that were shown, by route */
    this.mounted = new Map();
    listen(this, window, 'hashchange', () => this.show());
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    // Before the frame is rendered, so that the view loads meanwhile.
    if (changed.has('views') && this.routes.length > 0) void this.show();
  }

  get routes() {
    return Object.keys(this.views);
  }

  /** Shows the view of the address; a route nobody knows goes to the first view. */
  async show() {
    const asked = parseHash().route.split('/')[0];
    const route = this.routes.includes(asked) ? asked : this.routes[0];
    const { route: before } = this;
    const first = before === '';
    this.route = route;
    this.failed = false;
    this.slow = false;
    this.hideOthers();
    if (!this.mounted.has(route) && !(await this.load(route))) return;
    const main = /** @type {HTMLElement} */ (this.querySelector('main'));
    if (!this.mounted.has(route)) {
      const element = document.createElement(`dd-${route}`);
      element.hidden = true;
      this.mounted.set(route, element);
      main.append(element);
    }
    this.hideOthers();
    if (!first) main.focus({ preventScroll: true });
  }

  hideOthers() {
    for (const [route, element] of this.mounted) element.hidden = route !== this.route;
  }

  /** @param {string} route @returns {Promise<boolean>} whether its element is defined */
  async load(route) {
    const isShown = () => this.route === route;
    const timer = setTimeout(() => (this.slow = isShown()), patience);
    try {
      await this.views[route]();
      return true;
    } catch {
      this.failed = isShown();
      return false;
    } finally {
      clearTimeout(timer);
      if (isShown()) this.slow = false;
    }
  }

  nextScheme() {
    const order = /** @type {const} */ (['auto', 'light', 'dark']);
    setScheme(order[(order.indexOf(scheme()) + 1) % order.length]);
    this.requestUpdate();
  }

  updated() {
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
    const title = t('shell.title');
    document.title = this.route ? `${t(`shell.${this.route}`)} · ${title}` : title;
  }

  render() {
    const schemeText = t(`shell.scheme-${scheme()}`);
    const switchLanguage = () => setLanguage(language() === 'en' ? 'zh' : 'en');
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${t('shell.skip')}</a>
      <header class="shell-header">
        <a class="wordmark" href="#/">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path class="curve" d="M3 4c1.6 9.5 4.5 15 9 15s7.4-5.5 9-15" />
            <circle class="ball" cx="12" cy="15.5" r="2.75" />
          </svg>
          <span class="wordmark-text">${t('shell.title')}</span>
        </a>
        <nav class="shell-nav" aria-label=${t('shell.views')}>
          ${this.routes.map(
            (route) => html`
              <a href="#/${route}" aria-current=${route === this.route ? 'page' : 'false'}>
                ${t(`shell.${route}`)}
              </a>
            `,
          )}
        </nav>
        <div class="shell-tools">
          ${button(icon(scheme()), () => this.nextScheme(), 'scheme', {
            kind: 'button button--quiet',
            label: schemeText,
            title: schemeText,
          })}
          ${button(t('shell.otherLanguage'), switchLanguage, 'language', {
            kind: 'button button--quiet',
            label: t('shell.switchLanguage'),
          })}
        </div>
      </header>
      <div class="shell-status" role="status">
        ${this.slow ? html`<p class="muted">${t('shell.loading')}</p>` : nothing}
      </div>
      ${
        this.failed
          ? html`
              <div class="shell-status" role="alert">
                <p class="notice">
                  ${t('shell.viewFailed')}
                  ${button(t('shell.retry'), this.reload)}
                </p>
              </div>
            `
          : nothing
      }
      <main class="shell-main" id="main" tabindex="-1"></main>
      <footer class="shell-footer">${t('shell.footer')}</footer>
    `;
  }

  /** Not another import(): some browsers keep a module's failure for as long as the page lives. */
  reload() {
    location.reload();
  }

  /** @param {Event} event  the hash belongs to the router */
  skip(event) {
    event.preventDefault();
    this.querySelector('main')?.focus();
  }
}

customElements.define('dd-shell', Shell);
