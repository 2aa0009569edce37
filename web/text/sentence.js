import { t } from './index.js';

/** An error that the page has a sentence for, in every language. */
export class Sentence extends Error {
  /**
   * @param {string} key
   * @param {import('./index.js').Parameters} [parameters]
   * @param {() => unknown} [retry] tries again what failed
   */
  constructor(key, parameters = {}, retry) {
    super(key);
    this.name = 'Sentence';
    this.key = key;
    this.parameters = parameters;
    this.retry = retry;
  }

  /** In the current language. */
  toString() {
    return t(this.key, this.parameters);
  }
}
