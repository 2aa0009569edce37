/**
 * An error that the page words in the reader's language, whether it comes from C++, a worker or the
 * page: `code` names a sentence (app/error-sentence.js), `parameters` fill its places.
 *
 * @typedef {Record<string, string | number | Error>} Parameters
 * @typedef {{ code: string, parameters: Parameters }} Description
 */
export class CodedError extends Error {
  /**
   * @param {string} code @param {Parameters} [parameters]
   * @param {() => unknown} [retry] tries again what failed
   */
  constructor(code, parameters = {}, retry) {
    super(code);
    this.name = 'CodedError';
    this.code = code;
    this.parameters = parameters;
    this.retry = retry;
  }
}

/**
 * Whether a room has thrown it, whose text its code is.
 * @param {unknown} error @returns {error is CodedError}
 */
export const isWorded = (error) => error instanceof CodedError && error.code.includes('.');

/**
 * @param {File | Blob & { name?: string }} file @param {number} largest  bytes
 * @param {string} code  of what is thrown when it has more, with its `name`, and in MB `size` and `limit`
 * @param {number} [megabyte]
 */
export function checkSize({ name = '', size }, largest, code, megabyte = 1e6) {
  if (size <= largest) return;
  const rounded = Math.round(size / megabyte);
  throw new CodedError(code, { name, size: rounded, limit: largest / megabyte });
}

/**
 * Any error in a form that crosses from the worker to the page.
 * @param {unknown} error @returns {Description}
 */
export function describe(error) {
  if (error instanceof CodedError) return { code: error.code, parameters: error.parameters };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', parameters: { reason } };
}
