/**
 * Hash routes with URL parameters: `#/train?learningRate=0.1&batchSize=32`. A view declares its
 * parameters as a schema with defaults; a link carries only what differs from them.
 *
 * @typedef {{ default: number, min?: number, max?: number, step?: number, integer?: boolean }} NumberParameter
 * @typedef {{ default: string, choices?: readonly string[], pattern?: RegExp }} TextParameter
 * @typedef {{ default: boolean }} FlagParameter
 * @typedef {Record<string, NumberParameter | TextParameter | FlagParameter>} Schema
 * @typedef {Record<string, number | string | boolean>} Values
 */

/** The route and the raw parameters of an URL's hash. `''` is returned for no route. */
export function parseHash(hash = location.hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { route: decodePath(path), query: new URLSearchParams(query) };
}

/** @param {string} path */
function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * What `query` says, with the default wherever it says nothing or nothing acceptable.
 * @param {Schema} schema @param {URLSearchParams} [query] @returns {Values}
 */
export function readParameters(schema, query = parseHash().query) {
  return Object.fromEntries(
    Object.entries(schema).map(([name, parameter]) => {
      const text = query.get(name);
      return [name, text === null ? parameter.default : readParameter(parameter, text)];
    }),
  );
}

/** Whether a parameter may have this value. @param {NumberParameter} parameter @param {number} value */
export const accepts = ({ min = -Infinity, max = Infinity, integer = false }, value) =>
  value >= min && value <= max && Number.isFinite(value) && (!integer || Number.isInteger(value));

/** @param {NumberParameter | TextParameter | FlagParameter} parameter @param {string} text */
function readParameter(parameter, text) {
  const fallback = parameter.default;
  if (typeof fallback === 'boolean') return text === '1' ? true : text === '0' ? false : fallback;
  if (typeof fallback === 'number') {
    const value = text.trim() === '' ? NaN : Number(text);
    return accepts(/** @type {NumberParameter} */ (parameter), value) ? value : fallback;
  }
  const { choices, pattern } = /** @type {TextParameter} */ (parameter);
  return (choices?.includes(text) ?? true) && (pattern?.test(text) ?? true) ? text : fallback;
}

/**
 * Names in `query` that have no acceptable value.
 * @param {Schema} schema @param {URLSearchParams} query
 */
export const refusedParameters = (schema, query) =>
  Object.keys(schema).filter((name) => {
    const text = query.get(name);
    if (text === null) return false;
    const value = readParameter(schema[name], text);
    if (typeof value === 'number') return Number(text) !== value;
    return text !== (typeof value === 'boolean' ? String(Number(value)) : value);
  });

/**
 * The hash of `route` with those values that differ from their defaults.
 * @param {string} route @param {Schema} [schema] @param {Values} [values]
 */
export function hashFor(route, schema = {}, values = {}) {
  const query = new URLSearchParams();
  for (const [name, parameter] of Object.entries(schema)) {
    const value = values[name];
    if (value === undefined || value === parameter.default) continue;
    query.set(name, typeof value === 'boolean' ? String(Number(value)) : String(value));
  }
  const text = query.toString();
  return `#/${route}${text && `?${text}`}`;
}
