import { describe, expect, test } from 'vitest';
import { openSection, press, pressTimes, type } from '../actions.js';
import { boxOf, problemOf, said, textOf, valueOf } from '../readings.js';
import { behaviour, chooseFunction, faultlessDescend, slideRate } from './descending.js';
import { lastRow, readTable, whenAtStep } from './table.js';

const openDescend = faultlessDescend();

const x = (page) => valueOf(page, 'descend-now-x');

describe('the references', () => {
  test('x² from 1.2 with η = 0.3, (x − 2)² from 1.4 with η = 0.1', async () => {
    const page = await openDescend();
    await chooseFunction(page, 'square');
    await slideRate(page, 0.3);
    expect(await readTable(page)).toEqual([[0, 1.2, 1.44]]);
    await pressTimes(page, 'descend-step', 4);
    const rows = await readTable(page);
    expect(rows.map(([step]) => step)).toEqual([0, 1, 2, 3, 4]);
    [1.2, 0.48, 0.192, 0.0768, 0.03072].forEach((expected, k) =>
      expect(rows[k][1]).toBeCloseTo(expected, 12),
    );
    [0.2304, 0.036864, 0.005898, 0.000944].forEach((expected, k) =>
      expect(Math.abs(rows[k + 1][2] - expected)).toBeLessThanOrEqual(5e-7),
    );
    await press(page, 'descend-back');
    expect((await readTable(page)).length).toBe(4);
    await press(page, 'descend-reset');
    expect(await readTable(page)).toEqual([[0, 1.2, 1.44]]);

    await chooseFunction(page, 'shifted-square');
    expect(await valueOf(page, 'descend-now-slope')).toBeCloseTo(-1.2, 12);
    await press(page, 'descend-step');
    expect(await x(page)).toBeCloseTo(1.52, 12);
  });

  test('what each η does to x² is said, at once and for the steps there are', async () => {
    const page = await openDescend();
    const expected = {
      1: 'cycling',
      0.8: 'oscillating',
      0.4: 'converging',
      0.1: 'crawling',
    };
    for (const steps of [0, 6]) {
      if (steps) await pressTimes(page, 'descend-step', steps);
      for (const [rate, word] of Object.entries(expected)) {
        await page.locator(`dd-rate-field [data-rate="${rate}"]`).click();
        expect(await behaviour(page), rate).toBe(word);
        expect((await readTable(page)).length).toBe(steps + 1);
      }
    }
    await page.locator('dd-rate-field [data-rate="1"]').click();
    expect((await readTable(page)).map((row) => row[1])).toEqual([
      1.2, -1.2, 1.2, -1.2, 1.2, -1.2, 1.2,
    ]);
    await slideRate(page, 1.1);
    expect(await behaviour(page)).toBe('diverging');
    await slideRate(page, 0.5);
    expect((await readTable(page))[1]).toEqual([1, 0, 0]);
    expect(await behaviour(page)).toBe('converged');
    expect(await textOf(page, 'descend-largest-rate')).toContain('2/L = 1');
  });

  test('a plateau is crawled over, a double well ends in one of its valleys', async () => {
    const page = await openDescend('?tab=line&function=flat-steep&steps=5');
    expect(await behaviour(page)).toBe('crawling');
    await chooseFunction(page, 'double-well');
    await page.getByTestId('descend-speed').selectOption('100');
    await press(page, 'descend-run');
    await expect.poll(() => behaviour(page)).toBe('converged');
    expect(await x(page)).toBeCloseTo(0.96015, 4);
    expect(await page.locator('[data-minimum]').count()).toBe(2);
  });
});

describe('runs', () => {
  test('a run ends where a stop rule holds; a single step goes on', async () => {
    const page = await openDescend('?tab=line&learningRate=0.3&stopValue=0.001&speed=100');
    await press(page, 'descend-run');
    await whenAtStep(page, 4); // J = 0.000944, the first below 0.001
    await said(page, 'descend-run').toBe('Run');
    expect(await valueOf(page, 'descend-rule')).toBe(4);
    await press(page, 'descend-step');
    await whenAtStep(page, 5);
    await press(page, 'descend-run');
    await said(page, 'descend-run').toBe('Run');
    expect((await readTable(page)).length).toBe(6);
  });

  test('a run ends after the number of steps that was asked for', async () => {
    const page = await openDescend('?tab=line&learningRate=1&speed=100');
    await openSection(page, page.getByTestId('descend-limit'));
    await type(page, 'descend-limit', '30');
    await press(page, 'descend-run');
    await whenAtStep(page, 30);
    await said(page, 'descend-run').toBe('Run');
  });

  test('pausing keeps the steps, and η turned while it runs bends the whole path', async () => {
    const page = await openDescend('?tab=line&learningRate=1&speed=30');
    await press(page, 'descend-run');
    await expect.poll(async () => (await lastRow(page))[0]).toBeGreaterThanOrEqual(5);
    await slideRate(page, 0.1);
    expect(await textOf(page, 'descend-run')).toBe('Pause');
    await press(page, 'descend-run');
    const rows = await readTable(page);
    expect(rows.length).toBeGreaterThan(5);
    rows.forEach((row, k) => expect(row[1]).toBeCloseTo(1.2 * 0.8 ** k, 9));
    expect(await textOf(page, 'descend-run')).toBe('Run');
    expect((await readTable(page)).length).toBe(rows.length);
  });

  test('every optimizer steps, each by its own formula', async () => {
    const page = await openDescend('?tab=line&learningRate=0.1&steps=2');
    const ends = [];
    for (const name of ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam']) {
      await page.getByTestId('descend-optimizer').selectOption(name);
      ends.push(await x(page));
    }
    expect(new Set(ends).size).toBe(6);
    expect(ends[0]).toBeCloseTo(1.2 * 0.64, 12);
    await page.getByTestId('descend-optimizer').selectOption('momentum');
    await type(page, 'descend-momentum', '0');
    expect(await x(page)).toBeCloseTo(1.2 * 0.64, 12);
    await type(page, 'descend-momentum', '1');
    expect(await problemOf(page, 'descend-momentum')).toContain('below 1');
    expect(await x(page)).toBeCloseTo(1.2 * 0.64, 12);
  });

  test('of a long path, the table has the rows in view', async () => {
    const page = await openDescend('?tab=line&learningRate=1&steps=5000');
    await whenAtStep(page, 5000);
    expect((await readTable(page)).length).toBeLessThan(300);
    const box = page.getByRole('region').filter({ has: page.getByTestId('descend-table') });
    await box.evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(async () => (await readTable(page))[0]).toEqual([0, 1.2, 1.44]);
  });
});

describe('bad input', () => {
  test('an η that cannot be is named, and the one before stays', async () => {
    const page = await openDescend('?tab=line&learningRate=0.3&steps=3');
    const before = await readTable(page);
    for (const typed of ['0', '-1', 'Infinity', 'much', '']) {
      await type(page, 'descend-rate-exact', typed);
      expect(await problemOf(page, 'descend-rate-exact')).toContain(`“${typed}”`);
      expect(await valueOf(page, 'descend-rate-value')).toBe(0.3);
      expect(await readTable(page)).toEqual(before);
    }
    await type(page, 'descend-rate-exact', '0.25');
    expect(await problemOf(page, 'descend-rate-exact')).toBe('');
    expect(await x(page)).toBeCloseTo(0.15, 12);
  });

  test('η = 10⁹ diverges, the last finite point is kept, and all goes on', async () => {
    const page = await openDescend('?tab=line&function=quartic&speed=100');
    await type(page, 'descend-rate-exact', '1e9');
    await press(page, 'descend-run');
    await expect.poll(() => behaviour(page)).toBe('diverged');
    await said(page, 'descend-run').toBe('Run');
    const rows = await readTable(page);
    expect(rows.flat().every(Number.isFinite)).toBe(true);
    await press(page, 'descend-step');
    expect(await readTable(page)).toEqual(rows);
    await press(page, 'descend-back');
    expect(await behaviour(page)).not.toBe('diverged');
    await press(page, 'descend-reset');
    await slideRate(page, 0.03);
    await press(page, 'descend-step');
    expect(await x(page)).toBeGreaterThan(-0.8);
  });

  test('a start at infinity is named, and the one before stays', async () => {
    // What a link asks for in vain falls back to the defaults.
    const page = await openDescend(
      '?tab=line&function=cube&learningRate=-1&start=Infinity&steps=x',
    );
    expect(await readTable(page)).toEqual([[0, 1.2, 1.44]]);
    expect(await valueOf(page, 'descend-rate-value')).toBe(0.3);
    for (const typed of ['Infinity', '-∞', '1e999', 'here']) {
      await type(page, 'descend-start', typed);
      expect(await problemOf(page, 'descend-start')).toContain('finite');
      expect(await x(page)).toBe(1.2);
    }
    await type(page, 'descend-start', '-1.5');
    expect(await x(page)).toBe(-1.5);
  });

  test('an expression without a value is said to have none', async () => {
    const page = await openDescend();
    await chooseFunction(page, 'own-1');
    for (const text of ['1/0', 'log(-1)', '0/0']) {
      await press(page, 'descend-reset');
      await page.getByTestId('descend-expression').fill(text);
      expect(await behaviour(page), text).toBe('undefined');
      await pressTimes(page, 'descend-step', 2);
      expect((await readTable(page)).length).toBe(1);
      await page.getByTestId('descend-expression').fill('x^2');
      await press(page, 'descend-step');
      expect(await x(page)).toBeCloseTo(2.4, 12);
    }
  });
});

test('an expression of one’s own descends like the function that it spells', async () => {
  const page = await openDescend('?tab=line&function=quartic&steps=9');
  const known = await readTable(page);
  await chooseFunction(page, 'own-1');
  await page.getByTestId('descend-expression').fill('x^4 - 3*x^3 + 2');
  await type(page, 'descend-start', '-0.8');
  await type(page, 'descend-rate-exact', '0.03');
  await pressTimes(page, 'descend-step', 9);
  const typed = await readTable(page);
  expect(typed.length).toBe(10);
  typed.forEach((row, k) => row.forEach((value, i) => expect(value).toBeCloseTo(known[k][i], 10)));
});

test('a mistake in an expression is shown at its place, and the curve before stays', async () => {
  const page = await openDescend('?tab=line&function=expression&expression=x^2&steps=2');
  const before = await readTable(page);
  await page.getByTestId('descend-expression').fill('x^2 + foo');
  const problem = page.getByTestId('descend-expression-problem');
  expect(await problem.getAttribute('data-position')).toBe('6');
  expect(await problem.innerText()).toContain('“foo”');
  expect(await readTable(page)).toEqual(before);
  // The caret stands under the f: six characters from the first.
  const field = page.getByTestId('descend-expression');
  const ch = await field.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d');
    const { fontSize, fontFamily } = getComputedStyle(element);
    if (context) context.font = `${fontSize} ${fontFamily}`;
    return context?.measureText('x').width ?? NaN;
  });
  const [caret, input] = [await boxOf(page.getByText('^', { exact: true })), await boxOf(field)];
  expect(Math.abs(caret.x - input.x - 9 - 6 * ch)).toBeLessThan(ch / 2);
  await page.getByTestId('descend-expression').fill('x^2 + x');
  expect(await problem.getAttribute('data-position')).toBe('');
});
