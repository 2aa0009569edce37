import core from './en/core.js';
import { t } from './index.js';

const patterns = Object.entries(core).map(([key, template]) => {
  const pattern = String(template)
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{(\w+)\}/g, '(?<$1>.+?)');
  return { key, pattern: new RegExp(`^${pattern}$`) };
});

/**
 * A sentence that the core threw, in the reader's language. One that is not known comes back as it
 * is.
 * @param {string} sentence
 */
export function coreSentence(sentence) {
  for (const { key, pattern } of patterns) {
    const match = pattern.exec(sentence);
    if (match) return t(`core.${key}`, match.groups);
  }
  return sentence;
}
