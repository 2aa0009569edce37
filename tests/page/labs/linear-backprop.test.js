import { expect, test } from 'vitest';
import { press } from '../actions.js';
import { frames } from '../readings.js';
import { faultlessLab, figureValue, phone, refuses, rowsOf } from './lab.js';

const openLab = faultlessLab('linear-backprop');

const state = (page) => page.locator('[data-figure="error"]').getAttribute('data-state');
const rows = (page) => rowsOf(page.getByTestId('lab-table'));
const choose = (page, name) => page.locator('label', { has: page.getByTestId(`lab-${name}`) });

test('mouse: 162 to 150, a row a step', async () => {
  const page = await openLab();
  const expected = { x: 18, y: 9, z: 162, dzdb: 63, dzdw: 18, error: 12 };
  for (const [name, value] of Object.entries(expected))
    expect(await figureValue(page, name)).toBe(value);
  expect(await figureValue(page, 'deltaB-0')).toBeCloseTo(0.190476, 6);
  await press(page, 'lab-step');
  expect(await rows(page)).toBe(2);
  expect(await figureValue(page, 'z-1')).toBeCloseTo(150.217687, 6);
  await press(page, 'lab-step');
  expect(await state(page)).toBe('arrived');
  await press(page, 'lab-step');
  expect(await rows(page)).toBe(3);
  await choose(page, 'newFactors-old').click();
  expect(await state(page)).toBe('running');
});

test('keyboard: the target moves the error, and the table with it', async () => {
  const page = await openLab('?rounds=2');
  await page.getByTestId('lab-target').press('ArrowLeft');
  expect(await figureValue(page, 'error-0')).toBe(13);
  expect(await figureValue(page, 'deltaB-0')).toBeCloseTo(13 / 63, 12);
  await page.getByTestId('lab-blamed-b').press('ArrowRight');
  expect(await figureValue(page, 'deltaW-0')).toBeCloseTo(13 / 18, 12);
  await page.keyboard.press('Control+z');
  expect(await figureValue(page, 'deltaB-0')).toBeCloseTo(13 / 63, 12);
});

test('touch: w alone arrives in one round of a run', async () => {
  const page = await openLab('', phone);
  await choose(page, 'blamed-w').tap();
  await page.getByTestId('lab-run').tap();
  await expect.poll(() => state(page)).toBe('arrived');
  expect(await figureValue(page, 'w-1')).toBeCloseTo(2.333333, 6);
  expect(await figureValue(page, 'z-1')).toBeCloseTo(150, 10);
});

test('a run is one to undo, and reset stops it', async () => {
  const page = await openLab('?newFactors=old&b=1');
  await press(page, 'lab-run');
  await expect.poll(() => rows(page)).toBeGreaterThan(2);
  await press(page, 'lab-undo');
  await expect.poll(() => rows(page)).toBe(1);
  await press(page, 'lab-run');
  await expect.poll(() => rows(page)).toBeGreaterThan(2);
  await press(page, 'lab-reset');
  await frames(page, 60); // at 1.5 rounds a second, the first of which would come at once
  expect(await rows(page)).toBe(1);
  expect(await figureValue(page, 'error')).toBe(12);
});

test('bad input gets a sentence; it can be broken, and says how', async () => {
  const page = await openLab();
  await refuses(page, 'lab-target-typed', ['', 'NaN', '1e9', 'b'], '−50 to 300', async () =>
    expect(await figureValue(page, 'error')).toBe(12),
  );

  for (const [id, expected, sentence] of [
    ['old', 'diverged', /beyond all bounds/],
    ['stuck', 'stuck', /A factor is 0/],
  ]) {
    await press(page, `lab-try-${id}`);
    await expect.poll(() => state(page)).toBe(expected);
    expect(await page.getByRole('status').filter({ hasText: sentence }).innerText()).toMatch(
      sentence,
    );
  }
  await press(page, 'lab-try-impossible');
  await expect.poll(() => state(page)).toBe('running');
  expect(await rows(page)).toBe(13);
});

test('a link restores the state; a hostile one is as none', async () => {
  const page = await openLab('?b=1&newFactors=old&rounds=6&target=140');
  expect(await rows(page)).toBe(7);
  expect(await figureValue(page, 'factorB-6')).toBe(27);
  await page.evaluate(
    () => (location.hash = '#/learn/linear-backprop?w=1e999&b=NaN&target=&blamed=x&rounds=-1'),
  );
  await expect.poll(() => rows(page)).toBe(1);
  expect(await figureValue(page, 'error')).toBe(12);
});
