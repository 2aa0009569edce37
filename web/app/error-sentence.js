import { formatNumber, hasText, language, languageEvents, t } from './text.js';

/** @typedef {import('../engine/errors.js').Description} Description */

/** @type {Promise<unknown> | null} */
let loading = null;

/** Draw comes before the table of errors does; who shows an error says it anew when it is there. */
function load() {
  loading ??= import('./errors/texts.js').then(
    () => languageEvents.dispatchEvent(new Event('change')),
    () => (loading = null),
  );
}

/**
 * What an error says in the reader's language. A code with a dot is the key of a text; any other is
 * in the table of errors, where the text for a quantity, `range.units`, wins over that of the code.
 * @param {Description} error @returns {string} empty while the table is on its way
 */
export function sentenceOf({ code, parameters }) {
  if (!code.includes('.') && !hasText('errors.unexpected')) {
    load();
    return '';
  }
  const words = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, wordsOf(value)]),
  );
  if (typeof parameters.size === 'number') words.size = formatNumber(parameters.size);
  if (code.includes('.')) return t(code, words);
  const { quantity } = parameters;
  const name = `quantities.${quantity}`;
  const named = hasText(name) ? t(name) : String(quantity);
  words.quantity = named;
  // At the beginning of an English sentence; w and beta1 stay as they are.
  words.Quantity = named.replace(/^(t|a)(?=he |n? )/, (letter) => letter.toUpperCase());
  for (const bound of ['min', 'max', 'value']) {
    if (typeof parameters[bound] === 'number')
      words[bound] = formatNumber(parameters[bound], { maximumSignificantDigits: 6 });
  }
  if (typeof parameters.accepted === 'string') {
    const locale = language() === 'zh' ? 'zh' : 'en-GB'; // without a comma before the last
    const list = new Intl.ListFormat(locale, { type: 'disjunction' });
    words.accepted = list.format(parameters.accepted.split(', '));
  }
  const key = [`errors.${code}.${quantity}`, `errors.${code}`].find(hasText);
  return key ? t(key, words) : code;
}

/** @param {string | number | Error} value @returns {string | number} */
function wordsOf(value) {
  if (!(value instanceof Error)) return value;
  const { code, parameters } = /** @type {Partial<Description>} */ (value);
  return code ? sentenceOf({ code, parameters: parameters ?? {} }) : value.message;
}
