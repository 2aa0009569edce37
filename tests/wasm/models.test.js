// Model files, and those that are committed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateModel } from '../../weights/evaluate.mjs';
import { createInstance, digitArchitecture, expectError } from './module.js';

const mnist = process.env.MNIST_DIR;
const penStrokes = process.env.PEN_STROKES;
const architecture = digitArchitecture([64, 16], 'tanh');
const settings = {
  ...{ architecture, initializer: 'xavier', optimizer: { name: 'sgd' } },
  ...{ learningRate: 0.2, batchSize: 128, seed: 1 },
};

const module = await createInstance();

describe('models', () => {
  it('come back through a file, and wrong files are refused', () => {
    const data = [module.syntheticDigits(200, 1), module.syntheticDigits(100, 2)];
    const trainer = module.newTrainer(settings, ...data);
    trainer.trainBatches(5);
    const file = trainer.saveModel({ note: 'é 数字' }, 'F32');
    const network = module.networkFromModel(file);
    expect(network.architecture()).toEqual(architecture);
    expect(network.metadata()).toEqual({ note: 'é 数字' });
    expect(network.parameters()).toEqual(trainer.parameters());

    const other = module.newTrainer({ ...settings, seed: 9 }, ...data);
    other.loadModel(file);
    expect(other.parameters()).toEqual(trainer.parameters());
    expectError('modelCut', () => other.loadModel(file.slice(0, 5000)));
    expectError('modelKind', () => other.loadModel(new Uint8Array(1000)));
    expect(other.parameters()).toEqual(trainer.parameters());
    const layers = [{ units: 5, activation: 'tanh' }, architecture.layers[2]];
    const smaller = { ...settings, architecture: { ...architecture, layers } };
    expectError('otherArchitecture', () => module.newTrainer(smaller, ...data).loadModel(file));
    expectError('unknownName quantity=dtype value=BF16', () => trainer.saveModel({}, 'BF16'));
  });

  it('are laid out as the safetensors format says', () => {
    const network = readSafetensors(
      readFileSync(new URL('../../weights/default.safetensors', import.meta.url)),
    );
    const { layers } = JSON.parse(network.metadata.architecture);
    let fanIn = 784;
    layers.forEach(({ units }, i) => {
      expect(network.tensors[`layers.${i}.weights`].shape).toEqual([fanIn, units]);
      expect(network.tensors[`layers.${i}.biases`].shape).toEqual([units]);
      fanIn = units;
    });
  });
});

const folder = new URL('../../weights/', import.meta.url);
const cards = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'recipes.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe('the committed weights', () => {
  it('are there, one of them the default', () => {
    expect(cards.map(({ name }) => name).sort()).toEqual([
      'ai-edu-64-16',
      'default',
      'nielsen-15',
      'nielsen-30',
      'wide',
    ]);
    expect(cards.filter((card) => card.default).map(({ name }) => name)).toEqual(['default']);
  });

  it.each(cards)('$name is the file that its card describes', (card) => {
    const file = readFileSync(new URL(card.file, folder));
    expect(createHash('sha256').update(file).digest('hex')).toBe(card.sha256);
    expect(file.length).toBe(card.bytes);
    const network = module.networkFromModel(new Uint8Array(file));
    expect(network.architecture()).toEqual(card.architecture);
    expect(JSON.parse(network.metadata().recipe)).toEqual(card.recipe);
  });

  // What must not be lost again, a little below what was reached: least accuracy; of the models with
  // an eleventh class also the least share of non-digits that are rejected, and the most real digits
  // that are lost by it.
  const needed = {
    wide: { t10k: 0.994, heldOutWriters: 0.985, trainedKinds: 0.95, unseenKinds: 0.85, lost: 0.01 },
    default: {
      t10k: 0.99,
      heldOutWriters: 0.985,
      trainedKinds: 0.95,
      unseenKinds: 0.8,
      lost: 0.01,
    },
    'ai-edu-64-16': { t10k: 0.97, heldOutWriters: 0.9 },
    'nielsen-30': { t10k: 0.945, heldOutWriters: 0.85 },
    'nielsen-15': { t10k: 0.92, heldOutWriters: 0.8 },
  };
  it.skipIf(!mnist || !penStrokes || !existsSync(penStrokes)).each(cards)(
    '$name reads as well as its card says',
    async (card) => {
      const file = readFileSync(new URL(card.file, folder));
      const found = /** @type {Required<import('../../weights/evaluate.mjs').Evaluation>} */ (
        await evaluateModel(file, String(mnist), String(penStrokes))
      );
      expect(found).toEqual(card.evaluation);
      const { t10k, heldOutWriters, rejected } = found;
      expect(card.accuracy).toEqual({
        t10k: t10k.accuracy,
        heldOutWriters: heldOutWriters.accuracy,
      });
      expect(found.emptyCanvas).toBe('nothing is read');
      const least = needed[card.name];
      expect(t10k.accuracy).toBeGreaterThanOrEqual(least.t10k);
      expect(heldOutWriters.accuracy).toBeGreaterThanOrEqual(least.heldOutWriters);
      expect(rejected === undefined).toBe(least.lost === undefined);
      if (rejected === undefined) return;
      expect(found.numbers.single).toBeGreaterThanOrEqual(0.98);
      expect(found.numbers.apart).toBeGreaterThanOrEqual(0.95);
      expect(rejected.trainedKinds).toBeGreaterThanOrEqual(least.trainedKinds);
      expect(rejected.unseenKinds).toBeGreaterThanOrEqual(least.unseenKinds);
      for (const { lost, calibrationError } of [t10k, heldOutWriters]) {
        expect(lost).toBeLessThanOrEqual(least.lost);
        expect(calibrationError).toBeLessThanOrEqual(0.01);
      }
    },
  );

  it('needs at most 250 KB for the default', () => {
    expect(cards.find((card) => card.default).bytes).toBeLessThanOrEqual(250_000);
  });
});

/** A reader of its own: what the format asks for, not what our C++ happens to write. */
function readSafetensors(file) {
  const length = Number(file.readBigUInt64LE(0));
  expect(file[8]).toBe('{'.charCodeAt(0));
  const { __metadata__: metadata, ...tensors } = JSON.parse(file.subarray(8, 8 + length));
  expect(Object.values(metadata).every((value) => typeof value === 'string')).toBe(true);
  let end = 0;
  const size = { F32: 4, F16: 2, I8: 1 };
  for (const { dtype, shape, data_offsets: offsets } of Object.values(tensors).sort(
    (a, b) => a.data_offsets[0] - b.data_offsets[0],
  )) {
    expect(offsets[0]).toBe(end); // no holes
    end = offsets[1];
    expect(end - offsets[0]).toBe(shape.reduce((a, b) => a * b) * size[dtype]);
  }
  expect(8 + length + end).toBe(file.length);
  return { metadata, tensors };
}
