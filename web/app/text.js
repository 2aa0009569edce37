/**
 * Every string that a person reads. A key is `<room>.<name>`: `draw.clear` is `clear` in
 * web/draw/en.js and web/draw/zh.js. A text is a string with {places}, or a function of the parameters
 * where grammar needs one.
 *
 * @typedef {'en' | 'zh'} Language
 * @typedef {Record<string, string | number>} Parameters
 * @typedef {string | ((parameters: any) => string)} Text
 * @typedef {Record<string, Text>} Texts
 */

import { readStored, store } from '../engine/storage/local.js';
import shellEn from './en.js';
import shellZh from './zh.js';

/** @type {Record<Language, Record<string, Texts>>} */
const texts = {
  en: { shell: shellEn },
  zh: { shell: shellZh },
};

/**
 * The texts of a part of the page that is loaded when it is first shown.
 * @param {string} name  of the file, as keys begin with it
 * @param {Record<Language, Texts>} versions
 */
export function addTexts(name, versions) {
  texts.en[name] = versions.en;
  texts.zh[name] = versions.zh;
}

/** Dispatches `change` when the language changes, or more texts have come for what is shown. */
export const languageEvents = new EventTarget();

let current = initialLanguage();

/** @returns {Language} */
function initialLanguage() {
  const stored = readStored('language', String);
  if (stored === 'en' || stored === 'zh') return stored;
  return navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag))?.match(/^zh/i) ? 'zh' : 'en';
}

export const language = () => current;

/** @param {Language} next */
export function setLanguage(next) {
  if (next === current) return;
  current = next;
  store('language', next);
  languageEvents.dispatchEvent(new Event('change'));
}

/** @param {string} key @returns {Text | undefined} */
function find(key) {
  const dot = key.indexOf('.');
  return texts[current][key.slice(0, dot)]?.[key.slice(dot + 1)];
}

/** @param {string} key */
export const hasText = (key) => find(key) !== undefined;

/**
 * The text of `key` in the current language.
 * @param {string} key `<file>.<name>`; an unknown key throws
 * @param {Parameters} [parameters] values for the {places}; {steps?step|steps} chooses the first form
 *   where `steps` is 1
 */
export function t(key, parameters = {}) {
  const text = find(key);
  if (text === undefined) throw new Error(`No text "${key}" in language "${current}".`);
  if (typeof text === 'function') return text(parameters);
  return text.replace(/\{(\w+)(?:\?([^|}]*)\|([^}]*))?\}/g, (_, name, one, many) => {
    if (many === undefined) return String(parameters[name]);
    return Number(parameters[name]) === 1 ? one : many;
  });
}

/** Making one takes far longer than using it. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function formatNumber(value, options) {
  // Alike in both languages, and the first format takes longer to make than the rest of the page.
  if (!options && Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const key = `${current} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(current === 'zh' ? 'zh-CN' : 'en', options);
    formats.set(key, format);
  }
  return format.format(value);
}

/**
 * A probability, cut, not rounded, so that 100% says certainty. Both languages write it alike, and
 * Intl would take longer to begin than the page takes to read its first digit.
 * @param {number} probability  0 … 1
 */
export const percentText = (probability) => `${Math.floor(1000 * probability) / 10}%`;
