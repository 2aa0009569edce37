// The table that every form reads, written by the build, is what the module says and can do.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createInstance, folder } from './module.js';

const module = await createInstance();
/** @type {import('../../web/engine/types.js').Catalog} */
const catalog = module.catalog();
const bowl = module.descentFunction('bowl');
const numbers = { learningRate: 0.1, batchSize: 8, l2: 0, seed: 1 };
const digits = module.syntheticDigits(20, 1);

test('the build wrote what the module says', () => {
  expect(JSON.parse(readFileSync(new URL('catalog.json', folder), 'utf8'))).toEqual(catalog);
});

test('the defaults of all settings lie in their ranges', () => {
  for (const { default: value, min, max } of Object.values(catalog.settings)) {
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
  }
});

test.each(catalog.optimizers)('$name goes downhill at its rate', (optimizer) => {
  const { name, settings, networkRate, planeRate } = optimizer;
  const spec = { name };
  for (const setting of settings) spec[setting] = catalog.settings[setting].default;
  const options = { optimizer: spec, learningRate: planeRate ?? networkRate, steps: 20 };
  const { values } = module.descend(bowl, { ...options, start: [1, 1] });
  expect(values[20]).toBeLessThan(values[0]);
  for (const end of ['min', 'max']) {
    for (const setting of settings) spec[setting] = catalog.settings[setting][end];
    expect(module.descend(bowl, { ...options, start: [1, 1] }).values).toHaveLength(21);
  }
});

test('every network that the names can make can be trained', () => {
  for (const { name: loss, outputs } of catalog.losses) {
    for (const output of outputs) {
      for (const initializer of catalog.initializers) {
        const layers = catalog.hiddenActivations.map((activation) => ({ units: 2, activation }));
        layers.push({ units: 10, activation: output });
        const architecture = { inputs: 784, layers, loss };
        const optimizer = { name: catalog.optimizers[0].name };
        const options = { architecture, initializer, optimizer, ...numbers };
        const trainer = module.newTrainer(options, digits, digits);
        expect(trainer.trainBatches(1).state).toBe('ready');
        trainer.delete();
      }
    }
  }
});
