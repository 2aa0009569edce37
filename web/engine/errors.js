/**
 * An error that the page words in the reader's language: `code` names a text, `parameters` fill its
 * places. A sentence of the core comes as code `core` with the parameter `reason`.
 *
 * @typedef {{ code: string, parameters: Record<string, string | number> }} Description
 */
export class CodedError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string | number>} [parameters]
   */
  constructor(code, parameters = {}) {
    super(typeof parameters.reason === 'string' ? parameters.reason : code);
    this.name = 'CodedError';
    this.code = code;
    this.parameters = parameters;
  }
}

/**
 * Any error in a form that crosses from the worker to the page.
 * @param {unknown} error
 * @returns {Description}
 */
export function describe(error) {
  const { code, parameters, message } = /** @type {Partial<CodedError>} */ (error ?? {});
  if (typeof code === 'string') return { code, parameters: parameters ?? {} };
  return { code: 'core', parameters: { reason: message ?? String(error) } };
}
