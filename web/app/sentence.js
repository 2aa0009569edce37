import { coreSentence } from './core-sentence.js';
import { t } from './text.js';

/** An error that the page has a sentence for, in every language. */
export class Sentence extends Error {
  /**
   * @param {string} key
   * @param {import('./text.js').Parameters} [parameters]
   * @param {{ reason?: Error, retry?: () => unknown }} [options]  `reason`: what the core said, for
   *   the place {reason}; `retry`: tries again what failed
   */
  constructor(key, parameters = {}, { reason, retry } = {}) {
    super(key, { cause: reason });
    this.name = 'Sentence';
    this.key = key;
    this.parameters = parameters;
    this.reason = reason;
    this.retry = retry;
  }

  /** In the current language. */
  toString() {
    const reason = this.reason ? coreSentence(this.reason.message) : '';
    return t(this.key, { ...this.parameters, reason });
  }
}
