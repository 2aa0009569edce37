// The contenders that run in the browser. window.ask is what tests/bench/contenders.js calls; the
// requests and answers are those of tests/bench/numpy_training.py.
import { convnetjs } from './convnetjs.js';
import { DigitDescent } from './digit-descent.js';
import { Library } from './library.js';
import { tensorflowCore, tensorflowFit } from './tensorflow.js';

const makers = {
  'digit-descent-1': () => new DigitDescent({ threads: 1 }),
  'digit-descent-2': () => new DigitDescent({ threads: 2 }),
  'tensorflow-wasm-fit': () => new Library(tensorflowFit('wasm')),
  'tensorflow-wasm-core': () => new Library(tensorflowCore('wasm')),
  'tensorflow-cpu-core': () => new Library(tensorflowCore('cpu')),
  convnetjs: () => new Library(convnetjs),
};

const contenders = new Map();

/** @param {keyof typeof makers} name @param {object} request */
window.ask = (name, request) => {
  if (!contenders.has(name)) contenders.set(name, makers[name]());
  return contenders.get(name).ask(request);
};
