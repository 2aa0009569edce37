import { hashFor, parseHash, readParameters } from './router.js';

/** @typedef {import('./router.js').Schema} Schema */

/** Browsers allow only so many changes of the address while a slider is dragged. */
const writeMilliseconds = 250;

/**
 * The part of the page's address that belongs to one tab or lab: all of its state, by its own
 * schema. It outlives the element, so that what one comes back to is as it was.
 */
export class Address {
  /**
   * @param {string} route  such as `descend`
   * @param {Record<string, string>} [fixed]  parameters that always come first, such as the tab
   */
  constructor(route, fixed = {}) {
    this.route = route;
    this.fixed = fixed;
    this.query = new URLSearchParams();
    this.shown = false;
    /** @type {number | ReturnType<typeof setTimeout>} 0: nothing waits to be written */
    this.timer = 0;
  }

  /** @param {Schema} schema */
  read(schema) {
    return readParameters(schema, this.query);
  }

  /**
   * Writes the values into the page's address, without a new history entry.
   * @param {Schema} schema @param {import('./router.js').Values} values
   */
  keep(schema, values) {
    this.query = parseHash(hashFor(this.route, schema, values)).query;
    // Not put off by the next change: a fast run would never come to write.
    this.timer ||= setTimeout(() => this.write(), writeMilliseconds);
  }

  /** Writes at once what is still to be written. */
  flush() {
    if (this.timer) this.write();
  }

  /** The link to this state as it is. */
  get hash() {
    const query = new URLSearchParams(this.fixed);
    for (const [name, value] of this.query) if (!(name in this.fixed)) query.set(name, value);
    return `#/${this.route}${query.size > 0 ? `?${query}` : ''}`;
  }

  write() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.shown && parseHash().route === this.route)
      history.replaceState(history.state, '', this.hash);
  }
}
