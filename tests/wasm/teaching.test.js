// The lesson that Draw's "Learn from my digits" gives, on the very module that its worker runs.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprint, splitDrawings } from '../../web/engine/storage/drawing-split.js';
import { readDrawings, writeDrawings } from '../../web/engine/storage/drawings-file.js';
import { labelledImages } from '../../web/engine/storage/store.js';
import { teach } from '../../web/engine/worker/teaching.js';
import { createInstance, digitArchitecture } from './module.js';

const defaultModel = () =>
  new Uint8Array(readFileSync(new URL('../../weights/default.safetensors', import.meta.url)));

const engine = await createInstance();

/** A habit that no network expects: a plus sign, with arms of `reach` pixels, for `label`. */
function plus(label, reach) {
  const strokes = [
    [14 - reach, 14, 14 + reach, 14],
    [14, 14 - reach, 14, 14 + reach],
  ];
  const image = engine.imageFromStrokes(new Float32Array(strokes.flat()), new Int32Array([2, 2]));
  return { label, image, strokes };
}

/** Slanted variants of the plus. */
const pluses = (label, count) =>
  Array.from({ length: count }, (_, i) => {
    const slant = (i / count - 0.5) * 6;
    const points = [4, 14, 24, 14 + slant, 14 + slant, 4, 14, 24];
    return {
      label,
      image: engine.imageFromStrokes(new Float32Array(points), new Int32Array([2, 2])),
    };
  });

const reads = (model, images) => {
  const network = engine.networkFromModel(model);
  const digits = images.map((image) => {
    const { probabilities } = network.recognize(image);
    return probabilities.indexOf(Math.max(...probabilities));
  });
  network.delete();
  return digits;
};

const lessonOf = (drawings, model = defaultModel()) => ({
  model,
  training: labelledImages(drawings),
  measured: labelledImages(drawings),
});

const measure = (taught, of) => taught.measures.find((one) => one.of === of);

describe('a lesson', () => {
  let habit;
  let taught;
  const shares = [];
  beforeAll(() => {
    habit = pluses(3, 8);
    taught = teach(engine, lessonOf(habit), (share) => shares.push(share));
  });

  test('teaches what the network could not read, and reports what the network then does', () => {
    const images = habit.map(({ image }) => image);
    const right = (model) => reads(model, images).filter((digit) => digit === 3).length / 8;
    expect(right(defaultModel())).toBeLessThan(0.5);
    expect(measure(taught, 'own')).toEqual({
      of: 'own',
      count: 8,
      before: right(defaultModel()),
      after: right(taught.model),
    });
    expect(measure(taught, 'own').after).toBe(1);
  });

  test('forgets nothing of the other digits', () => {
    const { count, before, after } = measure(taught, 'synthetic');
    expect(count).toBe(2000);
    expect(before).toBeGreaterThan(0.8);
    expect(after).toBeGreaterThan(before - 0.01);
  });

  test('says how far it is, up to the end', () => {
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(taught.steps).toBeGreaterThanOrEqual(300);
  });

  test('leaves the given model as it is, and gives the same result again', () => {
    const lesson = lessonOf(habit);
    const given = lesson.model.slice();
    const again = teach(engine, lesson, () => {});
    expect(lesson.model).toEqual(given);
    expect(again.model).toEqual(taught.model);
  });

  test('goes on from what an earlier one taught', () => {
    const second = teach(engine, lessonOf([...habit, ...pluses(3, 5)], taught.model), () => {});
    expect(measure(second, 'own').before).toBeGreaterThan(0.9);
    expect(measure(second, 'synthetic').before).toBe(measure(taught, 'synthetic').after);
  });

  test('learns a single drawing', () => {
    const one = teach(engine, lessonOf([plus(5, 9)]), () => {});
    expect(measure(one, 'own').after).toBe(1);
    expect(measure(one, 'synthetic').after).toBeGreaterThan(
      measure(one, 'synthetic').before - 0.01,
    );
  });

  test('keeps what a network knows of drawings that are no digits', () => {
    const classes = JSON.stringify([...'0123456789', 'none']);
    const options = {
      architecture: digitArchitecture([32], 'relu', 11),
      ...{ initializer: 'he', optimizer: { name: 'adam' }, learningRate: 0.003 },
      ...{ batchSize: 64, l2: 0, seed: 1 },
    };
    const set = engine.nonDigits(1500, 21, 'training');
    set.append(engine.syntheticDigits(4000, 21));
    const trainer = engine.newTrainer(options, set, set);
    trainer.trainBatches(500);
    const eleven = trainer.saveModel({ classes }, 'F32');
    const { model, measures } = teach(engine, lessonOf(habit, eleven), () => {});
    expect(measures.map((one) => one.of)).toEqual(['own', 'synthetic', 'nonDigits']);
    expect(measures[0].after).toBe(1);
    expect(measures[1].after).toBeGreaterThan(measures[1].before - 0.05);
    expect(measures[2].before).toBeGreaterThan(0.5);
    expect(measures[2].after).toBeGreaterThan(measures[2].before - 0.1);
    const network = engine.networkFromModel(model);
    expect(network.classes().at(-1)).toBe('none');
    network.delete();
  });

  test('does not begin with what is no model, or without drawings', () => {
    const broken = { ...lessonOf(habit), model: new Uint8Array(20) };
    expect(() => teach(engine, broken, () => {})).toThrow(/^model/);
    expect(() => teach(engine, lessonOf([]), () => {})).toThrow();
  });
});

/** Drawings of one pixel each, which differ. */
const dots = (labels) =>
  labels.map((label, i) => {
    const image = new Float32Array(784);
    image[i] = 1;
    return { label, image };
  });

describe('the drawings to measure', () => {
  test('are the trained ones while there are fewer than twenty', () => {
    const few = dots(Array.from({ length: 19 }, (_, i) => i % 10));
    const { training, measured, heldOut, seen } = splitDrawings(few);
    expect(training).toEqual(few);
    expect(measured).toEqual(few);
    expect(heldOut).toBe(false);
    expect(seen.trained).toHaveLength(19);
  });

  test('are every fourth from twenty on, of every digit, and never trained on', () => {
    const many = dots(Array.from({ length: 40 }, (_, i) => i % 10));
    const { training, measured, heldOut } = splitDrawings(many);
    expect(heldOut).toBe(true);
    expect(measured.map(({ label }) => label).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(training).toHaveLength(30);
    const trained = new Set(training.map(fingerprint));
    expect(measured.some((drawing) => trained.has(fingerprint(drawing)))).toBe(false);
  });

  test('stay the same in a further lesson, whatever is added', () => {
    const many = dots(Array.from({ length: 48 }, (_, i) => i % 10));
    const first = splitDrawings(many.slice(0, 40));
    const second = splitDrawings([...many.slice(40), ...many.slice(0, 40)], first.seen);
    const prints = (list) => list.map(fingerprint).sort();
    expect(prints(second.measured)).toEqual(expect.arrayContaining(prints(first.measured)));
    expect(second.measured).toHaveLength(12);
    const trained = new Set(first.seen.trained);
    expect(prints(second.measured).some((print) => trained.has(print))).toBe(false);
  });

  test('are no drawings that a lesson with few has trained on', () => {
    const many = dots(Array.from({ length: 30 }, (_, i) => i % 10));
    const { seen } = splitDrawings(many.slice(0, 15));
    // Fifteen are new, and every fourth of these is too few to measure.
    const next = splitDrawings(many, seen);
    expect(next.heldOut).toBe(false);
    expect(next.training).toHaveLength(30);
    const later = splitDrawings(dots(Array.from({ length: 50 }, (_, i) => i % 10)), next.seen);
    expect(later.heldOut).toBe(true);
    expect(later.measured).toHaveLength(5);
  });

  test('do not part two copies of a drawing', () => {
    const many = dots(Array.from({ length: 24 }, (_, i) => i % 10));
    const { training, measured } = splitDrawings([...many, ...many]);
    const trained = new Set(training.map(fingerprint));
    expect(measured.length).toBeGreaterThanOrEqual(5);
    expect(measured.some((drawing) => trained.has(fingerprint(drawing)))).toBe(false);
  });
});

describe('a file of drawings', () => {
  const bytes = ({ image, ...rest }) => ({
    ...rest,
    image: Array.from(image, (value) => Math.round(255 * value)),
  });

  test('gives back what was written into it', () => {
    /** @type {import('../../web/engine/storage/store.js').Drawing[]} */
    const kept = [...pluses(4, 3), plus(7, 6)];
    const back = readDrawings(writeDrawings(kept));
    expect(back.map(bytes)).toEqual(kept.map(bytes));
    expect(back.map(fingerprint)).toEqual(kept.map(fingerprint));
    expect(back[3].strokes).toEqual(kept[3].strokes);
  });

  const changed = (change) => {
    const file = JSON.parse(writeDrawings(pluses(4, 2)));
    change(file, file.drawings[1]);
    return JSON.stringify(file);
  };
  const inFile = (change) => () => changed(change);
  /** @type {Record<string, [() => string, object]>} */
  const files = {
    'a text': [() => 'not JSON', { code: 'drawingsNoJson' }],
    'a file that is cut off': [() => changed(() => {}).slice(0, -9), { code: 'drawingsNoJson' }],
    'other JSON': [() => '[1, 2]', { code: 'drawingsFormat' }],
    null: [() => 'null', { code: 'drawingsFormat' }],
    'a list that is none': [inFile((file) => (file.drawings = 3)), { code: 'drawingsFormat' }],
    'another version': [
      inFile((file) => (file.version = 2)),
      { code: 'drawingsVersion', parameters: { found: '2' } },
    ],
    'no drawings': [
      inFile((file) => (file.drawings = [])),
      { code: 'drawingsNone', parameters: {} },
    ],
  };
  /** What is wrong with the second drawing of a file. */
  const drawings = {
    'a label of 10': [(_, d) => (d.label = 10), 'drawingsLabel', '10'],
    'a label of −1': [(_, d) => (d.label = -1), 'drawingsLabel', '-1'],
    'a label as text': [(_, d) => (d.label = '7'), 'drawingsLabel', '"7"'],
    'a label of 2.5': [(_, d) => (d.label = 2.5), 'drawingsLabel', '2.5'],
    'a short image': [(_, d) => d.image.pop(), 'drawingsImage', '783'],
    'no image': [(_, d) => delete d.image, 'drawingsImage', '–'],
    'a pixel of 256': [(_, d) => (d.image[5] = 256), 'drawingsPixel', '256'],
    'a pixel of null': [(_, d) => (d.image[5] = null), 'drawingsPixel', 'null'],
    'a blank image': [(_, d) => d.image.fill(0), 'drawingsBlank'],
    'half a point': [(_, d) => (d.strokes = [[1, 2, 3]]), 'drawingsStrokes'],
    'a drawing of null': [(file) => (file.drawings[1] = null), 'drawingsLabel', '–'],
  };
  for (const [what, [change, code, ...found]] of Object.entries(drawings)) {
    const parameters = { number: 2, ...(found.length && { found: found[0] }) };
    files[what] = [inFile(change), { code, parameters }];
  }
  test.each(Object.entries(files))('with %s is refused', (_, [make, error]) => {
    expect(() => readDrawings(make())).toThrow(expect.objectContaining(error));
  });
});
