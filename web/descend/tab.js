import { html } from 'lit';
import { Address } from '../app/address.js';
import { component } from '../ui/component.js';
import { Ticker } from '../ui/ticker.js';

/** A screen reader is told what happens once the reader's hand has rested so long. */
const restMilliseconds = 800;

/**
 * The base of a tab that descends: its run, and the clock that advances it.
 * @template {import('./run.js').Run<any>} TabRun
 * @param {string} tab @param {new (address: Address) => TabRun} RunOfTab
 */
export const tabWithRun = (tab, RunOfTab) =>
  class extends component({ address: new Address('descend', { tab }), announced: '' }) {
    /** @type {TabRun | null} */
    opened = null;
    ticker = new Ticker(this, (steps) => this.run.advance(steps));
    announcing = 0;

    get run() {
      if (!this.opened) {
        this.opened = new RunOfTab(this.address);
        this.opened.addEventListener('change', () => this.requestUpdate());
        this.ticker.speed = this.opened.state.speed;
      }
      return this.opened;
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      clearTimeout(this.announcing);
      this.opened?.release();
      this.opened = null;
    }

    /** Nothing holds a run once the tab is gone. */
    shouldUpdate() {
      return this.isConnected;
    }

    /** What screen readers hear of words that change. @param {string} words */
    announcement(words) {
      clearTimeout(this.announcing);
      if (words !== this.announced)
        this.announcing = setTimeout(() => (this.announced = words), restMilliseconds);
      return html`<p class="visually-hidden" aria-live="polite">${this.announced}</p>`;
    }
  };
