// npm run evaluate [-- NAME …]: measures the models of weights/ with the WASM module, as the page runs
// it: on MNIST's test set, on the pen strokes of the writers that no model is trained on, drawn by the
// module's own ink, and on drawings that are no digits. Needs MNIST ($MNIST_DIR or `npm run data`);
// without $PEN_STROKES the writers are left out.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail, isMain, root } from '../web/build/command.mjs';
import { findMnist } from '../web/build/mnist.mjs';
import { instantiate } from '../web/build/node-module.mjs';
import { setup } from '../web/build/setup.mjs';
import { buildModule } from '../web/build/wasm.mjs';

/** Every fifth of the thirty writers. */
export const heldOutWriters = [5, 10, 15, 20, 25, 30];

/** The class of a drawing that is no digit, in models that know it. */
const none = 'none';
const nonDigitCount = 4000;
const nonDigitSeed = 20030804;
/** Of the expected calibration error: bins of equal width. */
const bins = 15;

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
 * @typedef {{ accuracy: number, digits: number[], calibrationError: number, lost?: number }} Reading
 *   `accuracy`: the fraction read correctly, a digit that is called none being wrong; `digits`: the
 *   same for each digit; `calibrationError`: expected difference of confidence and accuracy (Guo et
 *   al., 2017); `lost`: the fraction called none, of models that know it
 *
 * @typedef {{
 *   t10k: Reading, heldOutWriters?: Reading,
 *   numbers?: { single: number, apart: number, touching: number },
 *   rejected?: { trainedKinds: number, unseenKinds: number }, emptyCanvas: string,
 * }} Evaluation
 *   `numbers`: the fractions read correctly as the page reads them, of single digits, and of numbers
 *   of three digits side by side with gaps of 0.1 to 0.4 of their height, or with none; `rejected`:
 *   the fractions of non-digits called none
 *
 * @param {Uint8Array} model a safetensors file
 * @param {string} mnist the folder of MNIST's gzip files
 * @param {string | undefined} penStrokes the stroke file, if there is one
 * @returns {Promise<Evaluation>}
 */
export async function evaluateModel(model, mnist, penStrokes) {
  const module = await instantiate(new URL('../build/wasm/', import.meta.url), 'digit-descent');
  const network = module.networkFromModel(new Uint8Array(model));
  const classes = network.classes();
  const noneIndex = classes.indexOf(none);
  const predict = (image) => {
    const { probabilities } = network.recognize(image);
    const confidence = Math.max(...probabilities);
    return { predicted: probabilities.indexOf(confidence), confidence };
  };

  const test = module.dataSetFromIdx(
    readMnistFile(mnist, 't10k-images-idx3-ubyte.gz'),
    readMnistFile(mnist, 't10k-labels-idx1-ubyte.gz'),
  );
  const read = [...Array(test.size()).keys()].map((i) => ({
    label: test.label(i),
    ...predict(test.image(i)),
  }));
  test.delete();
  /** @type {Omit<Evaluation, 'emptyCanvas'>} */
  const result = { t10k: summary(read, noneIndex) };

  if (penStrokes) {
    const digits = readPenStrokes(penStrokes).filter(({ writer }) =>
      heldOutWriters.includes(writer),
    );
    const readings = digits.map(({ label, strokes }) => {
      const points = new Float32Array(strokes.flat(2));
      const lengths = new Int32Array(strokes.map((stroke) => stroke.length));
      return { label, ...predict(module.imageFromStrokes(points, lengths)) };
    });
    result.heldOutWriters = summary(readings, noneIndex);
    result.numbers = readNumbers(network, digits);
  }

  if (noneIndex >= 0) {
    const rejected = (family) => {
      const drawings = module.nonDigits(nonDigitCount, nonDigitSeed, family);
      let count = 0;
      for (let i = 0; i < nonDigitCount; i++) {
        if (predict(drawings.image(i)).predicted === noneIndex) count += 1;
      }
      drawings.delete();
      return count / nonDigitCount;
    };
    result.rejected = { trainedKinds: rejected('training'), unseenKinds: rejected('unseen') };
  }
  // The ink gives no image for an empty canvas, so that no network is asked.
  const empty = module.imageFromStrokes(new Float32Array(0), new Int32Array(0));
  const emptyCanvas = empty === null ? 'nothing is read' : classes[predict(empty).predicted];
  network.delete();
  return { ...result, emptyCanvas };
}

/**
 * How the page reads these digits, one by one and three side by side.
 * @param {{ label: number, strokes: [number, number][][] }[]} digits
 */
function readNumbers(network, digits) {
  const reads = (strokes, number) => {
    const points = new Float32Array(strokes.flat(2));
    const lengths = new Int32Array(strokes.map((stroke) => stroke.length));
    const read = network
      .readNumber(points, lengths)
      .map(({ probabilities }) => probabilities.indexOf(Math.max(...probabilities)));
    return read.join() === number.join();
  };
  const third = Math.floor(digits.length / 3);
  const triples = [...Array(third).keys()].map((i) => [0, 1, 2].map((k) => digits[i + k * third]));
  const share = (list, holds) => rounded(list.filter(holds).length / list.length);
  const sideBySide = (gapOf) =>
    share(triples, (triple, i) =>
      reads(
        inARow(triple, gapOf(i)),
        triple.map(({ label }) => label),
      ),
    );
  return {
    single: share(digits, ({ label, strokes }) => reads(strokes, [label])),
    apart: sideBySide((i) => 0.1 + (0.3 * (i % 7)) / 6),
    touching: sideBySide(() => 0),
  };
}

/** The strokes of digits beside one another, each 1 high (or, if it is wide, at most 1.5 wide). */
function inARow(digits, gap) {
  let left = 0;
  return digits.flatMap(({ strokes }) => {
    const [xs, ys] = [0, 1].map((axis) => strokes.flat().map((point) => point[axis]));
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const width = Math.max(...xs) - x;
    const size = Math.max(Math.max(...ys) - y, width / 1.5, 1e-3);
    const begin = left;
    left += width / size + gap;
    return strokes.map((stroke) =>
      stroke.map((point) => [begin + (point[0] - x) / size, (point[1] - y) / size]),
    );
  });
}

/** @returns {Reading} */
function summary(readings, noneIndex) {
  const isRight = ({ label, predicted }) => label === predicted;
  const share = (list, holds) => list.filter(holds).length / list.length;
  const digits = [...Array(10).keys()].map((digit) =>
    rounded(
      share(
        readings.filter(({ label }) => label === digit),
        isRight,
      ),
    ),
  );
  const gaps = [...Array(bins).keys()].map((bin) => {
    const within = readings.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    const sure = within.reduce((sum, { confidence }) => sum + confidence, 0);
    return Math.abs(sure - within.filter(isRight).length);
  });
  return {
    accuracy: share(readings, isRight),
    digits,
    calibrationError: rounded(gaps.reduce((a, b) => a + b) / readings.length),
    ...(noneIndex >= 0 && { lost: share(readings, ({ predicted }) => predicted === noneIndex) }),
  };
}

/** Four digits say enough, and a card stays short. */
const rounded = (fraction) => Math.round(fraction * 1e4) / 1e4;

const percent = (fraction) => `${(100 * fraction).toFixed(2)} %`;

/** @param {string} name @param {number} bytes @param {Evaluation} found */
export function describeEvaluation(name, bytes, found) {
  const lines = [`${name}, ${Math.round(bytes / 1000)} KB`];
  const describe = (title, /** @type {Reading} */ { accuracy, digits, calibrationError, lost }) => {
    lines.push(
      `  ${title.padEnd(25)}${percent(accuracy)}, calibration error ${percent(calibrationError)}` +
        (lost === undefined ? '' : `, digits called none ${percent(lost)}`),
      `    by digit 0 … 9         ${digits.map((d) => (100 * d).toFixed(1)).join('  ')}`,
    );
  };
  describe('MNIST t10k', found.t10k);
  if (found.heldOutWriters) describe('writers never trained on', found.heldOutWriters);
  if (found.numbers) {
    const { single, apart, touching } = found.numbers;
    lines.push(
      `  as numbers, these digits alone ${percent(single)}, three apart ${percent(apart)}, ` +
        `three without a gap ${percent(touching)}`,
    );
  }
  if (found.rejected) {
    const { trainedKinds, unseenKinds } = found.rejected;
    lines.push(
      `  non-digits rejected      of kinds trained on ${percent(trainedKinds)}, ` +
        `of kinds never seen ${percent(unseenKinds)}`,
    );
  } else {
    lines.push('  non-digits rejected      none: it knows ten classes');
  }
  lines.push(`  empty canvas             ${found.emptyCanvas}`);
  return lines.join('\n');
}

async function evaluate(names) {
  const mnist = findMnist();
  if (mnist === null) {
    throw new Error('MNIST is missing: set MNIST_DIR to its folder or run `npm run data`.');
  }
  const known = readdirSync(join(root, 'weights'))
    .filter((file) => file.endsWith('.safetensors'))
    .map((file) => file.replace('.safetensors', ''));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no model ${unknown[0]}; the models are ${known.join(', ')}.`);
  }
  await setup('module');
  await buildModule();
  if (!process.env.PEN_STROKES) console.log('PEN_STROKES is not set: the writers are left out.');
  for (const name of names.length ? names : known) {
    const model = readFileSync(join(root, 'weights', `${name}.safetensors`));
    const found = await evaluateModel(model, mnist, process.env.PEN_STROKES);
    console.log(`\n${describeEvaluation(name, model.length, found)}`);
  }
}

if (isMain(import.meta.url)) evaluate(process.argv.slice(2)).catch(fail);
