import { hashFor, parseHash, readParameters } from '../../router.js';

/**
 * @typedef {import('../../router.js').Schema} Schema
 * @typedef {import('../../router.js').Values} Values
 */

/** Browsers allow only so many changes of the address while a slider is dragged. */
const writeMilliseconds = 250;

/**
 * The hash of a tab with those of its values that differ from their defaults.
 * @param {string} tab
 * @param {Schema} [schema]
 * @param {Values} [values]
 */
export const tabHash = (tab, schema = {}, values = {}) =>
  hashFor('descend', { tab: { default: '' }, ...schema }, { ...values, tab });

/**
 * The part of the page's address that belongs to one tab: all of the tab's state, by its own schema.
 * It outlives the tab's element, so that a tab one comes back to is as it was.
 */
export class TabAddress {
  /**
   * @param {string} tab
   * @param {URLSearchParams} [query]
   */
  constructor(tab, query = new URLSearchParams()) {
    this.tab = tab;
    this.query = query;
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
   * @param {Schema} schema
   * @param {Values} values
   */
  keep(schema, values) {
    this.query = parseHash(tabHash(this.tab, schema, values)).query;
    // Not put off by the next change: a fast run would never come to write.
    this.timer ||= setTimeout(() => this.write(), writeMilliseconds);
  }

  /** Writes at once what is still to be written. */
  flush() {
    if (this.timer) this.write();
  }

  /** The link to this tab as it is. */
  get hash() {
    const query = new URLSearchParams(this.query);
    query.delete('tab');
    return `${tabHash(this.tab)}${query.size > 0 ? `&${query}` : ''}`;
  }

  write() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.shown && parseHash().route === 'descend')
      history.replaceState(history.state, '', this.hash);
  }
}
