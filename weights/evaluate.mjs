// Measures a model with the WASM module, as the page runs it: on MNIST's test set, and on the pen
// strokes of the writers that no model is trained on, drawn by the module's own ink.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createInstance } from '../tests/wasm/module.js';

/** Every fifth of the thirty writers. */
export const heldOutWriters = [5, 10, 15, 20, 25, 30];

/** @returns {Uint8Array} the content of one of MNIST's gzip files */
export const readMnistFile = (folder, name) =>
  new Uint8Array(gunzipSync(readFileSync(join(folder, name))));

/** @returns {{label: number, writer: number, strokes: [number, number][][]}[]} */
export const readPenStrokes = (file) =>
  gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/**
 * @param {Uint8Array} model a safetensors file
 * @param {string} mnist the folder of MNIST's gzip files
 * @param {string | undefined} penStrokes the stroke file, if there is one
 * @returns {Promise<{t10k: number, heldOutWriters?: number}>} fractions that are read correctly
 */
export async function evaluateModel(model, mnist, penStrokes) {
  const module = await createInstance();
  const network = module.networkFromModel(new Uint8Array(model));
  const predict = (image) => argmax(network.recognize(image));

  const test = module.dataSetFromIdx(
    readMnistFile(mnist, 't10k-images-idx3-ubyte.gz'),
    readMnistFile(mnist, 't10k-labels-idx1-ubyte.gz'),
  );
  let right = 0;
  for (let i = 0; i < test.size(); i++) {
    if (predict(test.image(i)) === test.label(i)) right += 1;
  }
  const accuracy = { t10k: right / test.size() };
  test.delete();

  if (penStrokes) {
    const digits = readPenStrokes(penStrokes).filter(({ writer }) =>
      heldOutWriters.includes(writer),
    );
    const read = digits.filter(({ label, strokes }) => {
      const points = new Float32Array(strokes.flat(2));
      const lengths = new Int32Array(strokes.map((stroke) => stroke.length));
      return predict(module.imageFromStrokes(points, lengths)) === label;
    });
    accuracy.heldOutWriters = read.length / digits.length;
  }
  network.delete();
  return accuracy;
}

const argmax = (values) => values.indexOf(Math.max(...values));
