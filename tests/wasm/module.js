// Gives the tests in Node the very module that the page runs, or the one that the variable MODULES
// names: wasm-debug, which `npm run build:debug` builds.
import { expect } from 'vitest';
import { instantiate } from '../../web/build/node-module.mjs';

export const folder = new URL(`../../build/${process.env.MODULES ?? 'wasm'}/`, import.meta.url);

/** @returns {Promise<any>} a fresh instance of the Embind module that the worker runs */
export const createInstance = () => create('digit-descent');

/** @returns {Promise<any>} the same on shared memory */
export const createSharedInstance = () => create('digit-descent-shared');

/** @returns {Promise<any>} a fresh instance of the module of the labs */
export const createLabs = () => create('labs');

/**
 * @param {string} name
 * @param {(imports: WebAssembly.Imports) => WebAssembly.Imports} [change] what the module imports
 */
export const create = (name, change) => instantiate(folder, name, change);

/**
 * Expects a call to throw this: a code and some of the parameters, worded as description() in C++
 * does, such as 'range quantity=layers min=0'.
 * @param {string} text
 * @param {() => void} call
 */
export function expectError(text, call) {
  const [code, ...pairs] = text.split(/ (?=\w+=)/);
  const parameters = pairs.map((pair) => {
    const [name, value] = pair.split('=');
    return [name, Number.isNaN(Number(value)) ? value : Number(value)];
  });
  expect(call).toThrow(
    expect.objectContaining({
      code,
      parameters: expect.objectContaining(Object.fromEntries(parameters)),
    }),
  );
}

/** The fields of a value object as they come, and how long its lists are: 'loss gradient[3]'. */
export const fieldsOf = (object) =>
  Object.entries(object)
    .map(([name, value]) => (typeof value === 'object' ? `${name}[${value.length}]` : name))
    .join(' ');

/** A network of 784 inputs and hidden layers of so many units that tells classes apart. */
export const digitArchitecture = (hidden, activation = 'relu', classes = 10) => ({
  inputs: 784,
  layers: [
    ...hidden.map((units) => ({ units, activation })),
    { units: classes, activation: 'softmax' },
  ],
  loss: 'crossEntropy',
});

/** The result of a whole evaluation, on the first samples of a set. */
export function evaluate(trainer, which = 'test', limit = 1e9) {
  trainer.evaluateStart(which, limit);
  for (;;) {
    const result = trainer.evaluateSome(1000);
    if (result.finished) return result;
  }
}
