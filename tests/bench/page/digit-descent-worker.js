// Answers the requests of tests/bench/numpy_training.py, and some of its own, with the module.
import { loadModule } from '../../../web/engine/module.js';
import { loadTraining } from '../../../web/engine/worker/thread-pool.js';
import { readIdx } from './library.js';

/** A call of the module trains about so long, as the slices of the page's worker do. */
const sliceMilliseconds = 12;
const optimizers = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];

/** @type {import('../../../web/engine/types.js').Engine} */
let engine;
/** @type {Record<'train' | 'test', any>} */
let data;
/** @type {any} */
let trainer = null;
let architecture;
let batches = 1;

const answers = {
  async threads(count) {
    engine = await (count === 1 ? loadModule() : loadThreads(count));
    const read = async (part) =>
      engine.dataSetFromIdx(
        await readIdx(`${part}-images-idx3`),
        await readIdx(`${part}-labels-idx1`),
      );
    data = { train: await read('train'), test: await read('t10k') };
  },

  start(options) {
    trainer?.delete();
    trainer = engine.newTrainer(options, data.train, data.test);
    architecture = options.architecture;
    batches = 1;
    return {};
  },

  train(milliseconds) {
    const before = trainer.progress().samples;
    const start = performance.now();
    let elapsed = 0;
    while (elapsed < milliseconds) {
      const began = elapsed;
      trainer.trainBatches(batches);
      elapsed = performance.now() - start;
      const fitting = Math.floor((batches * sliceMilliseconds) / Math.max(elapsed - began, 0.01));
      batches = Math.max(1, Math.min(fitting, 2 * batches));
    }
    return { samples: trainer.progress().samples - before, seconds: elapsed / 1000 };
  },

  accuracy() {
    trainer.evaluateStart('test', data.test.size());
    return { accuracy: trainer.evaluateSome(data.test.size()).accuracy };
  },

  /** The first of the test set, all at once. */
  recognize(count) {
    trainer.evaluateStart('test', count);
    return timed(() => trainer.evaluateSome(count));
  },

  /** The first of the test set, one by one, as the page recognises a drawing. */
  recognizeSingly(count) {
    const network = engine.newNetwork(architecture, 'zero', 1);
    network.setParameters(trainer.parameters());
    const images = Array.from({ length: count }, (_, i) => data.test.image(i));
    const answer = timed(() => images.forEach((image) => network.recognize(image)));
    network.delete();
    return answer;
  },

  landscape(options) {
    return timed(() => {
      trainer.landscapeStart(options);
      while (!trainer.landscapeSome(100).finished);
    });
  },

  race({ function: name, start, learningRate, steps }) {
    const f = engine.descentFunction(name);
    const answer = timed(() => {
      for (const optimizer of optimizers) {
        const run = engine.descend(f, {
          optimizer: { name: optimizer },
          learningRate,
          start,
          steps,
        });
        if (run.steps !== steps) {
          throw new Error(`${optimizer} should make ${steps} steps, but made ${run.steps}.`);
        }
      }
    });
    f.delete();
    return answer;
  },
};

async function loadThreads(count) {
  const training = await loadTraining();
  for (let waits = 0; training.threads() < count; waits += 1) {
    if (waits === 500) {
      throw new Error(`${count} threads should train, but it is ${training.threads()}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return training.engine;
}

function timed(work) {
  const start = performance.now();
  work();
  return { seconds: (performance.now() - start) / 1000 };
}

let answered = Promise.resolve();

self.onmessage = ({ data: request }) => {
  const [[name, argument]] = Object.entries(request);
  answered = answered.then(async () => {
    try {
      const answer = await answers[name](argument);
      if (answer) self.postMessage({ answer });
    } catch (error) {
      self.postMessage({ error: /** @type {Error} */ (error).message });
    }
  });
};
