import { expect, test } from 'vitest';
import { createLabs, expectError, fieldsOf } from '../module.js';

const labs = await createLabs();

const table = (options) =>
  labs.linearRounds({
    ...{ w: 3, b: 4, target: 150, changed: 'b', newFactors: true, rounds: 100 },
    ...options,
  });

test('rounds from 162 to 150', () => {
  const { rows, state } = table({ changed: 'w' });
  expect([rows.length, state]).toEqual([2, 'arrived']);
  expect(fieldsOf(rows[0])).toBe(
    'error factorW factorB deltaW deltaB w b x y z dzdx dzdy dxdw dxdb dydb dzdw dzdbByX dzdbByY dzdb',
  );
  expect(rows[0]).toMatchObject({ x: 18, y: 9, z: 162, error: 12, dzdx: 9, dzdy: 18, dzdb: 63 });
  const kept = table({ newFactors: false }).rows;
  expect(kept.every(({ factorB }) => factorB === 63)).toBe(true);
});

test('bad input is named', () => {
  expectError('range quantity=w min=-1000000 max=1000000', () => table({ w: NaN }));
  expectError('unknownName quantity=changing value=x', () => table({ changed: 'x' }));
  expectError('wrongType field=w type=number', () => table({ w: '3' }));
});
