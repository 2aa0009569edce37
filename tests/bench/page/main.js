// Trains 784-64-16-10 (sigmoid, tanh, softmax; batches of 128; plain SGD) with each contender in
// turn. window.race is what tests/bench/training.js calls.
import { loadModule } from '../../../web/engine/module.js';
import { convnetjs } from './convnetjs.js';
import { digitDescent } from './digit-descent.js';
import { tensorflowCore, tensorflowFit } from './tensorflow.js';

const batchSize = 128;
const learningRate = 0.2;

/**
 * @param {{ mnist: boolean, rounds: number, milliseconds: number }} options  milliseconds: how long
 *   each contender trains in each round
 * @returns {Promise<{ name: string, samplesPerSecond: number[], accuracy: number }[]>}
 */
window.race = async ({ mnist, rounds, milliseconds }) => {
  const engine = await loadModule();
  const data = mnist ? await loadMnist() : synthesize(engine);
  const contenders = [];
  for (const create of [digitDescent, tensorflowFit, tensorflowCore, convnetjs]) {
    contenders.push(await create({ ...data, engine, batchSize, learningRate }));
  }
  const results = contenders.map(({ name }) => ({ name, samplesPerSecond: [] }));

  for (const contender of contenders) await trainFor(contender, milliseconds); // compilers warm up
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, contender] of contenders.entries()) {
      results[i].samplesPerSecond.push(await trainFor(contender, milliseconds));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  for (const [i, contender] of contenders.entries()) results[i].accuracy = contender.accuracy();
  return results;
};

/** @returns {Promise<number>} samples per second */
async function trainFor(contender, milliseconds) {
  const start = performance.now();
  let batches = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    await contender.train();
    batches += contender.batchesInCall;
    elapsed = performance.now() - start;
  }
  return (batches * batchSize * 1000) / elapsed;
}

async function loadMnist() {
  const load = async (name) =>
    new Uint8Array(await (await fetch(`/mnist/${name}-ubyte`)).arrayBuffer());
  const read = async (part) => {
    const [images, labels] = [await load(`${part}-images-idx3`), await load(`${part}-labels-idx1`)];
    return { images: toUnitRange(images.subarray(16)), labels: labels.slice(8) }; // past the headers
  };
  return { train: await read('train'), test: await read('t10k') };
}

const toUnitRange = (pixels) => Float32Array.from(pixels, (pixel) => pixel / 255);

function synthesize(engine) {
  const read = (count, seed) => {
    const set = engine.syntheticDigits(count, seed);
    const images = new Float32Array(count * 784);
    for (let i = 0; i < count; i += 1) images.set(set.image(i), i * 784);
    const labels = Uint8Array.from({ length: count }, (_, i) => set.label(i));
    set.delete();
    return { images, labels };
  };
  return { train: read(20_000, 1), test: read(4_000, 2) };
}
