import { expect, test } from 'vitest';
import { dragByMouse, dragByTouch, middle, press } from '../actions.js';
import { textOf } from '../readings.js';
import { faultlessLab, figureValue, phone, refuses } from './lab.js';

const openLab = faultlessLab('perceptron');

const verdict = (page) => textOf(page, 'lab-verdict');
const board = '?part=circuit';
/** The wires of a half adder that the board does not begin with: start, pin. */
const missing = [
  [2, 4],
  [3, 5],
  [4, 6],
  [5, 7],
  [3, 8],
  [3, 9],
  [6, 10],
  [7, 11],
];
const start = (page, id) => page.getByTestId(`circuit-start-${id}`);
const pin = (page, id) => page.getByTestId(`circuit-pin-${id}`);

test('the table of a NAND, and that of one input on both wires', async () => {
  const page = await openLab();
  const sums = ['z00', 'z01', 'z10', 'z11'].map((name) => figureValue(page, name));
  expect(await Promise.all(sums)).toEqual([3, 1, 1, -1]);
  expect(await figureValue(page, 'tiedWeight')).toBe(-4);
  expect([await figureValue(page, 'tied0'), await figureValue(page, 'tied1')]).toEqual([3, -1]);
  const row = page.locator('tr[data-kind="now"]').first();
  expect(await row.innerText()).toMatch(/^1\s+0/);
  await press(page, 'neuron-input-1');
  expect(await row.innerText()).toMatch(/^1\s+1/);
  await press(page, 'lab-try-xor');
  expect(await textOf(page, 'lab-gate')).toContain('OR');
});

test('a half adder is wired by taps of the mouse and by drawing wires', async () => {
  const page = await openLab(board);
  expect(await verdict(page)).toContain('open input');
  for (const [from, to] of missing.slice(0, 4)) {
    await page.mouse.click(...(await middle(start(page, from))));
    await page.mouse.click(...(await middle(pin(page, to))));
  }
  for (const [from, to] of missing.slice(4)) {
    const [x, y] = await middle(start(page, from));
    const [toX, toY] = await middle(pin(page, to));
    await dragByMouse(page, start(page, from), toX - x, toY - y);
  }
  expect(await verdict(page)).toContain('This is a half adder');
  expect([await figureValue(page, 'sum11'), await figureValue(page, 'carry11')]).toEqual([0, 1]);
  // A tap on the end of a wire takes it away.
  await page.mouse.click(...(await middle(pin(page, 11))));
  expect(await verdict(page)).toContain('no wire');
  expect(await figureValue(page, 'carry11')).toBe(-1);
});

test('the same by a finger', async () => {
  const page = await openLab(board, phone);
  for (const [from, to] of missing.slice(0, 7)) {
    await page.touchscreen.tap(...(await middle(start(page, from))));
    await page.touchscreen.tap(...(await middle(pin(page, to))));
  }
  const [x, y] = await middle(start(page, 7));
  const [toX, toY] = await middle(pin(page, 11));
  await dragByTouch(page, start(page, 7), toX - x, toY - y);
  expect(await verdict(page)).toContain('This is a half adder');
});

test('the same by keys, on the board and in the list', async () => {
  const page = await openLab(board);
  for (const [from, to] of missing.slice(0, 4)) {
    await page.getByTestId(`circuit-start-${from}`).press('Enter');
    await page.getByTestId(`circuit-pin-${to}`).press(' ');
  }
  await page
    .locator('details', { has: page.getByTestId('lab-wire-4') })
    .locator('summary')
    .press('Enter');
  for (const [from, to] of missing.slice(4))
    await page.getByTestId(`lab-wire-${to}`).selectOption(String(from));
  expect(await verdict(page)).toContain('This is a half adder');
  await expect
    .poll(() => page.url())
    .toContain('wires=1%2C2%2C1%2C3%2C2%2C3%2C4%2C5%2C3%2C3%2C6%2C7');
  await page.reload();
  await expect.poll(() => verdict(page)).toContain('This is a half adder');
});

test('a loop and another gate are told in sentences, in Chinese too', async () => {
  const page = await openLab(board, { locale: 'zh-CN' });
  await press(page, 'lab-try-loop');
  expect(await verdict(page)).toContain('互相等待');
  expect(await figureValue(page, 'sum00')).toBe(-1);
  await press(page, 'lab-try-nor');
  expect(await verdict(page)).toContain('✗');
  await press(page, 'lab-try-solution');
  expect(await verdict(page)).toContain('四行全对');
});

test('wires from a bad link are those of a new board', async () => {
  const page = await openLab(`${board}&wires=9,9,9&w1=Infinity&b=x`);
  expect(await verdict(page)).toContain('C, D, E');
  await refuses(page, 'lab-b-typed', [''], '−6 to 6');
});
