// What the module offers for reading real handwriting: variants for training, drawings that are no
// digits, and networks with an eleventh class.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createInstance, evaluate, expectError } from './module.js';

const module = await createInstance();

const layersTo = (outputs) => ({
  inputs: 784,
  layers: [
    { units: 24, activation: 'relu' },
    { units: outputs, activation: 'softmax' },
  ],
  loss: 'crossEntropy',
});
const settings = {
  architecture: layersTo(10),
  initializer: 'he',
  optimizer: { name: 'adam' },
  learningRate: 0.003,
  batchSize: 50,
  seed: 1,
};
const augmentation = {
  rotation: 0.2,
  aspect: 0.2,
  displacement: 1.5,
  penWidth: 0.4,
  erasure: 0.2,
};

const sum = (image) => image.reduce((total, ink) => total + ink, 0);

describe('variants of a sample', () => {
  it('come one behind the other, by their seed', () => {
    const digits = module.syntheticDigits(10, 1);
    const variants = digits.variants(3, 12, augmentation, 5);
    expect(variants).toHaveLength(12 * 784);
    expect(digits.variants(3, 12, augmentation, 5)).toEqual(variants);
    expect(digits.variants(3, 12, augmentation, 6)).not.toEqual(variants);
    const inks = Array.from({ length: 12 }, (_, i) =>
      sum(variants.subarray(784 * i, 784 * (i + 1))),
    );
    expect(new Set(inks).size).toBe(12);
  });

  it('are the sample itself when nothing may change', () => {
    const digits = module.syntheticDigits(10, 1);
    expect(digits.variants(7, 1, {}, 1)).toEqual(digits.image(7));
    expect(digits.variants(7, 0, {}, 1)).toHaveLength(0);
  });

  it.each([
    [{ rotation: 2 }, 'range quantity=rotation min=0 max=1'],
    [{ displacement: -1 }, 'range quantity=displacement min=0 max=5'],
    [{ smoothness: 1 }, 'range quantity=smoothness min=2 max=14'],
    [{ penWidth: NaN }, 'range quantity=penWidthRange min=0 max=1'],
    [{ erasure: 'often' }, 'wrongType field=erasure type=number'],
  ])('are refused for %o', (wrong, mistake) => {
    const digits = module.syntheticDigits(10, 1);
    expectError(mistake, () => digits.variants(0, 1, wrong, 1));
    expectError(mistake, () =>
      module.newTrainer({ ...settings, augmentation: wrong }, digits, digits),
    );
  });

  it('are asked for within the data set', () => {
    const digits = module.syntheticDigits(10, 1);
    expectError('noSuchItem quantity=sample index=10', () => digits.variants(10, 1, {}, 1));
    expectError('range quantity=variantCount min=0 max=1000', () =>
      digits.variants(0, 1001, {}, 1),
    );
  });
});

describe('training with augmentation', () => {
  const train = (changes, steps = 30) => {
    const trainer = module.newTrainer(
      { ...settings, ...changes },
      module.syntheticDigits(500, 1),
      module.syntheticDigits(200, 2),
    );
    trainer.trainBatches(steps);
    return trainer;
  };

  it('gives another run, and the same again from the same seed', () => {
    const varied = train({ augmentation }).parameters();
    expect(varied).toEqual(train({ augmentation }).parameters());
    expect(varied).not.toEqual(train({}).parameters());
    expect(train({ augmentation: null }).parameters()).toEqual(train({}).parameters());
  });

  it('can be switched while the training runs', () => {
    const switched = train({ augmentation });
    switched.setAugmentation(null);
    const kept = train({ augmentation });
    switched.trainBatches(5);
    kept.trainBatches(5);
    expect(switched.parameters()).not.toEqual(kept.parameters());
    expectError('range quantity=scale', () => switched.setAugmentation({ scale: 3 }));
  });

  it('leaves the samples as they are when the network is judged', () => {
    const trainer = train({ augmentation });
    const undisturbed = train({ augmentation });
    expect(evaluate(trainer, 'train')).toEqual(evaluate(trainer, 'train'));
    trainer.trainBatches(5);
    undisturbed.trainBatches(5);
    expect(trainer.parameters()).toEqual(undisturbed.parameters());
  });
});

describe('non-digits', () => {
  it('are the ones that the native build draws from the same seed, to the byte', () => {
    let hash = 0x811c9dc5; // FNV-1a; tests/cpp/non_digits_test.cpp has the same sum
    for (const family of ['training', 'unseen']) {
      const drawings = module.nonDigits(200, 42, family);
      for (let i = 0; i < 200; i++) {
        expect(drawings.label(i)).toBe(10);
        for (const value of drawings.image(i)) {
          hash = Math.imul(hash ^ Math.round(value * 255), 0x01000193) >>> 0;
        }
      }
    }
    expect(hash.toString(16)).toBe('d6852bb2');
  });

  it('have names, and no kind is in both families', () => {
    const trained = module.nonDigitKinds('training');
    const unseen = module.nonDigitKinds('unseen');
    expect(trained).toContain('scribble');
    expect(unseen).toContain('star');
    expect(new Set([...trained, ...unseen]).size).toBe(trained.length + unseen.length);
    expectError('unknownName quantity=nonDigitFamily value=letters', () =>
      module.nonDigitKinds('letters'),
    );
  });
});

describe('recognition', () => {
  it('comes with the activations of all layers, of a digit of strokes as of its image', () => {
    const network = module.newNetwork(layersTo(10), 'he', 1);
    const [digit] = network.readNumber(new Float32Array([0.4, 0.2, 0.5, 0.8]), new Int32Array([2]));
    const { probabilities, activations } = network.recognize(digit.image);
    expect(digit).toMatchObject({ probabilities, activations });
    expect(activations).toHaveLength(24 + 10);
    expect(activations.subarray(24)).toEqual(probabilities); // softmax
    expect(sum(activations.subarray(0, 24))).toBeGreaterThan(0);
  });
});

describe('an eleventh class', () => {
  it('is learned from digits and non-digits together', () => {
    const mixed = (count, seed) => {
      const data = module.nonDigits(count, seed, 'training');
      data.append(module.syntheticDigits(4 * count, seed));
      return data;
    };
    const [train, test] = [mixed(400, 1), mixed(100, 2)];
    expect(train.classes()).toBe(11);
    expect(train.slice(0, 10).classes()).toBe(11);
    const trainer = module.newTrainer({ ...settings, architecture: layersTo(11) }, train, test);
    trainer.trainBatches(600);
    expect(evaluate(trainer).accuracy).toBeGreaterThan(0.7);
    const confusion = trainer.confusion();
    expect(confusion).toHaveLength(121);
    expect(confusion[120]).toBeGreaterThan(60); // of 100 non-digits
  });

  it('is refused by networks and data sets of ten', () => {
    const drawings = module.nonDigits(20, 1, 'training');
    const digits = module.syntheticDigits(20, 1);
    expect(digits.classes()).toBe(10);
    expectError('labels max=9', () => digits.append(drawings));
    expectError('label value=10 max=9', () => module.newTrainer(settings, drawings, digits));
    expectError('range quantity=label min=0 max=9', () =>
      module.dataSetFromImages(new Float32Array(784), new Uint8Array([10])),
    );
  });

  it('is named in the model file', () => {
    const numbers = [...Array(10).keys()].map(String);
    expect(module.newNetwork(layersTo(10), 'zero', 1).classes()).toEqual(numbers);
    const file = readFileSync(new URL('../../weights/default.safetensors', import.meta.url));
    const network = module.networkFromModel(new Uint8Array(file));
    expect(network.classes()).toEqual([...numbers, 'none']);
    expect(network.recognize(new Float32Array(784)).probabilities).toHaveLength(11);
  });

  it('must be named for each output, or not at all', () => {
    const digits = module.syntheticDigits(20, 1);
    const trainer = module.newTrainer(settings, digits, digits);
    const named = (classes) =>
      module.networkFromModel(trainer.saveModel({ classes: JSON.stringify(classes) }, 'F16'));
    expect(named([...'abcdefghij']).classes()).toEqual([...'abcdefghij']);
    expectError('modelClasses count=10', () => named(['0', '1']));
    expectError('modelClasses count=10', () => named([...Array(10).keys()]));
    expectError('modelClasses count=10', () => named({}));
  });
});
