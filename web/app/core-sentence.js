import { englishTexts, t } from './text.js';

/** @typedef {{ name: string, pattern: RegExp }} Known */

/** By file of texts. @type {Map<string, Known[]>} */
const known = new Map();

/** @param {string} file @returns {Known[]} */
function patterns(file) {
  return Object.entries(englishTexts(file))
    .filter(([name]) => file === 'core' || name.startsWith('error'))
    .map(([name, template]) => {
      const pattern = String(template)
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/\{(\w+)\}/g, '(?<$1>.+?)');
      return { name, pattern: new RegExp(`^${pattern}$`) };
    });
}

/**
 * A sentence that the core threw, in the reader's language. One that is not known comes back as it
 * is.
 * @param {string} sentence
 * @param {string} [file]  of texts: besides core.js, the texts of a lab whose names begin with
 *   `error` are such sentences
 * @returns {string}
 */
export function coreSentence(sentence, file = 'core') {
  let entries = known.get(file);
  if (!entries) known.set(file, (entries = patterns(file)));
  for (const { name, pattern } of entries) {
    const match = pattern.exec(sentence);
    if (match) return t(`${file}.${name}`, match.groups);
  }
  return file === 'core' ? sentence : coreSentence(sentence);
}
