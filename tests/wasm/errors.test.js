import { expect, test } from 'vitest';
import { createInstance } from './module.js';

test('errors by the hundred thousand leave the module as it was', async () => {
  const module = await createInstance();
  const before = module.descentFunctions();
  for (let batch = 0; batch < 250; batch++) {
    for (let i = 0; i < 1000; i++)
      expect(() => module.descentFunction('cosine')).toThrow(/"cosine"/);
    await null; // as between two events of the page
  }
  expect(module.descentFunctions()).toEqual(before);
});
