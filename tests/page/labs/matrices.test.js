import { expect, test } from 'vitest';
import { follow, press, type } from '../actions.js';
import { textOf } from '../readings.js';
import { faultlessLab, figure, figureValue, phone } from './lab.js';

const openLab = faultlessLab('matrices');

const result = (page) =>
  page
    .locator('[data-matrix="result"] tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll('[data-value]'), (cell) =>
          Number(cell.getAttribute('data-value')),
        ),
      ),
    );
const label = (page, testid) => page.locator('label', { has: page.getByTestId(testid) });

test('mouse and keyboard: the worked example, cell by cell, and an entry that is changed and undone', async () => {
  const page = await openLab();
  expect(await result(page)).toEqual([
    [19, 22],
    [43, 50],
  ]);
  expect(await figureValue(page, 'cell')).toBe(19);
  await press(page, 'lab-next');
  expect(await figureValue(page, 'cell')).toBe(22);
  await press(page, 'lab-result-1-0');
  expect([await figureValue(page, 'term-0'), await figureValue(page, 'term-1')]).toEqual([15, 28]);
  expect(await page.locator('[data-matrix="A"] td[data-lit="row"]').count()).toBe(2);
  await press(page, 'lab-try-hadamard');
  await expect.poll(() => result(page)).toEqual([[1, 4, 9]]);

  await press(page, 'lab-reset');
  await figure(page, 'cell').toBe(19);
  await type(page, 'lab-A-0-0', '-2');
  await expect
    .poll(() => result(page))
    .toEqual([
      [4, 4],
      [43, 50],
    ]);
  await page.getByTestId('lab-result-0-0').press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await figure(page, 'cell').toBe(50);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => result(page))
    .toEqual([
      [19, 22],
      [43, 50],
    ]);
});

test('touch: a layer in three layouts is the same numbers', async () => {
  const page = await openLab('', phone);
  await label(page, 'lab-op-layer').tap();
  const rows = [
    [4.5, 3],
    [-1, 0.5],
    [10.5, 7],
  ];
  await expect.poll(() => result(page)).toEqual(rows);
  await label(page, 'lab-layout-columns').tap();
  await expect
    .poll(() => result(page))
    .toEqual([0, 1].map((neuron) => rows.map((row) => row[neuron])));
  // The weight of input 1 for neuron 0, which stands in row 0, column 1 in this layout.
  await type(page, 'lab-W-0-1', '2');
  await expect.poll(async () => (await result(page))[0][0]).toBe(6.5);
  await label(page, 'lab-layout-vector').tap();
  await expect.poll(() => result(page)).toEqual([[6.5], [3]]);
  await page.getByTestId('lab-sample').selectOption('3');
  await expect.poll(async () => (await result(page))[0][0]).toBe(14.5);
});

test('bad input gets a sentence; shapes that do not fit are explained, and come back', async () => {
  const page = await openLab();
  for (const typed of ['', 'NaN', '1e9', '∞', 'x']) {
    await type(page, 'lab-A-0-0', typed);
    expect(await textOf(page, 'lab-refused')).toMatch(/−1000 to 1000/);
    expect(await page.getByTestId('lab-A-0-0').inputValue()).toBe('1');
    expect(await figureValue(page, 'result-0-0')).toBe(19);
  }

  await press(page, 'lab-try-mismatch');
  await page.getByText(/a row of A has 3 entries, a column of B has 2/).waitFor();
  await page.getByTestId('lab-bShape').selectOption('3x2');
  await expect.poll(async () => (await result(page)).length).toBe(2);
});

test('a link restores the state; a hostile one is as none', async () => {
  const page = await openLab('?a=1,0,0,0,1,0,0,0,1&cell=4&aShape=3x3&bShape=3x3');
  expect(await figureValue(page, 'cell')).toBe(8);
  for (const query of ['a=1,2', 'a=1,2,3,4,5,6,7,8,1e9', 'a=,,,,,,,,&bShape=9x9&cell=-1&op=x']) {
    await follow(page, `#/learn/matrices?${query}`);
    await figure(page, 'result-1-1').toBe(50);
  }
});
