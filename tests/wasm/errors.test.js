import { expect, test } from 'vitest';
import { createInstance } from './module.js';

test('errors by the hundred thousand leave the module as it was', async () => {
  const module = await createInstance();
  const before = module.descentFunctions();
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // collecting a trace takes far longer than the call
  const errors = new Map();
  for (let batch = 0; batch < 200; batch++) {
    for (let i = 0; i < 1000; i++) {
      try {
        module.descentFunction('cosine');
      } catch (error) {
        const { message } = /** @type {Error} */ (error);
        errors.set(message, (errors.get(message) ?? 0) + 1);
      }
    }
    await null; // as between two events of the page
  }
  Error.stackTraceLimit = stackTraceLimit;
  // Without the stack given back, it is used up after some 160,000.
  expect([...errors.values()]).toEqual([200_000]);
  expect(module.descentFunctions()).toEqual(before);
});
