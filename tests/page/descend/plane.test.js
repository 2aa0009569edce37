import { describe, expect, test } from 'vitest';
import { drag, press, pressTimes, type } from '../actions.js';
import {
  dataOf,
  overflow,
  placeIn,
  problemOf,
  said,
  textOf,
  valueOf,
  whenData,
} from '../readings.js';
import { phone } from '../harness.js';
import { chooseFunction, faultlessDescend } from './descending.js';
import { lastRow, readTable, whenTable } from './table.js';

const openPlane = faultlessDescend('?tab=plane', async (page) => {
  await whenTable(page);
  // The map has its size, and J around the start.
  await expect.poll(() => ringPlace(page)).toMatch(/px$/);
});

/** How far the ring of the start is from the left edge of the map. */
const ringPlace = (page) => page.getByTestId('descend-start').evaluate(({ style }) => style.left);

const startOf = async (page) => (await readTable(page))[0].slice(1, 3);

/** Where a share of the map, from its left and upper edge, lies in the window. */
const onMap = (page, across, down) => placeIn(page.getByTestId('descend-map'), across, down);

test('x² + sin²y from (3, 1) goes down as the reference says, forth and back', async () => {
  const page = await openPlane();
  expect(await readTable(page)).toHaveLength(1);
  expect((await lastRow(page))[3]).toBeCloseTo(9.708073, 6);
  await press(page, 'descend-step');
  const [step, x, y, value] = await lastRow(page);
  expect(step).toBe(1);
  expect(x).toBeCloseTo(2.4, 12);
  expect(y).toBeCloseTo(0.90907, 6);
  expect(value).toBeCloseTo(6.382415, 6);
  await pressTimes(page, 'descend-step', 15);
  const all = await readTable(page);
  expect(all.map(([number]) => number)).toEqual(Array.from({ length: 17 }, (_, i) => i));
  [0.105553, 0.063481, 0.015166].forEach((number, i) =>
    expect(all[15][i + 1]).toBeCloseTo(number, 6),
  );
  expect(all[16][3]).toBeCloseTo(0.009711, 6);
  await press(page, 'descend-back');
  expect((await lastRow(page))[0]).toBe(15);
  await press(page, 'descend-reset');
  expect(await readTable(page)).toHaveLength(1);
});

test('a run goes on by itself until it has arrived, and can be paused', async () => {
  const page = await openPlane('&speed=100');
  await press(page, 'descend-run');
  await whenData(page, 'follow-sgd', { behaviour: 'converged' });
  const arrived = await lastRow(page);
  expect(arrived[3]).toBeLessThan(1e-4);
  expect((await readTable(page)).slice(-2)[0][3]).toBeGreaterThanOrEqual(1e-4);
  expect(await textOf(page, 'descend-story')).toContain(`after ${arrived[0]} steps`);
  await said(page, 'descend-run').toBe('Run');

  await page.getByTestId('descend-speed').selectOption('1');
  await press(page, 'descend-reset');
  await press(page, 'descend-run');
  expect(await textOf(page, 'descend-run')).toBe('Pause');
  await press(page, 'descend-run');
  expect(await textOf(page, 'descend-run')).toBe('Run');
});

test('the start is set by a click, by dragging its ring, by keys and by numbers', async () => {
  const page = await openPlane('&steps=5');
  await page.mouse.click(...(await onMap(page, 0.25, 0.5)));
  const [x, y] = await startOf(page);
  expect(x).toBeLessThan(-1.5);
  expect(Math.abs(y)).toBeLessThan(0.1);
  expect(await readTable(page), 'the whole path is drawn anew').toHaveLength(6);

  const ring = page.getByTestId('descend-start');
  await drag(page, await placeIn(ring), await onMap(page, 0.75, 0.25));
  const dragged = await startOf(page);
  expect(dragged[0]).toBeGreaterThan(1.5);
  expect(dragged[1]).toBeGreaterThan(1.5);

  await page.getByTestId('descend-start').press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const moved = await startOf(page);
  expect(moved[0]).toBeGreaterThan(dragged[0]);
  expect(moved[1]).toBeLessThan(dragged[1]);
  expect(await page.getByTestId('descend-start').getAttribute('aria-valuetext')).toContain('x = ');

  await type(page, 'descend-start-x', '-1.25');
  await type(page, 'descend-start-y', '0.5');
  expect(await startOf(page)).toEqual([-1.25, 0.5]);
});

test('a tap sets the start and the buttons work by touch', async () => {
  const page = await openPlane('', phone);
  await page.touchscreen.tap(...(await onMap(page, 0.3, 0.3)));
  await expect.poll(async () => (await startOf(page))[0]).toBeLessThan(-1);
  const [, y] = await startOf(page);
  expect(y).toBeGreaterThan(0.5);
  await page.getByTestId('descend-step').tap();
  expect(await readTable(page)).toHaveLength(2);
  expect(await overflow(page)).toBe(0);
});

test('six optimizers race from one start, and it is said who is first', async () => {
  const page = await openPlane('&steps=60');
  await press(page, 'racers-all');
  const names = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'];
  const steps = {};
  for (const name of names) {
    const row = page.getByTestId(`follow-${name}`);
    await row.click();
    steps[name] = Number(await row.getAttribute('data-steps'));
    const path = await readTable(page);
    expect(path[0].slice(1, 3), name).toEqual([3, 1]);
    expect(path, name).toHaveLength(steps[name] + 1);
  }
  const first = Math.min(...Object.values(steps));
  expect(first).toBeLessThan(60);
  const winners = names.filter((name) => steps[name] === first);
  const story = await textOf(page, 'descend-story');
  expect(story).toContain(`arrived first, after ${first} steps`);
  const title = page.getByTestId(`follow-${winners[0]}`).locator('span').first();
  expect(story.split(' arrived first')[0]).toContain(await title.innerText());
});

test('an arrival in a minimum that is not the lowest is told apart', async () => {
  const page = await openPlane('&function=rastrigin&steps=60');
  await said(page, 'descend-story').toContain('a local minimum');
  await page.getByTestId('racer-momentum').check();
  await said(page, 'descend-story').toMatch(/local minimum, not the lowest: .*SGD/);
});

test('η and the β of the optimizer that is followed redraw its whole path', async () => {
  const page = await openPlane('&racers=sgd,momentum&follow=momentum&steps=12');
  const before = await readTable(page);
  await page.getByTestId('descend-rate').press('ArrowLeft');
  const slower = await readTable(page);
  expect(slower).toHaveLength(before.length);
  expect(slower[1][1]).toBeGreaterThan(before[1][1]);
  await page.getByTestId('descend-momentum').fill('0');
  const plain = await readTable(page);
  expect(plain[5]).not.toEqual(slower[5]);
  await press(page, 'follow-sgd');
  const rate = await valueOf(page, 'descend-rate-value');
  expect(rate, 'η of SGD is its own').toBe(0.1);
  expect(await page.getByTestId('descend-momentum').count()).toBe(0);
  await page.getByTestId('racer-momentum').uncheck();
  await press(page, 'racer-sgd');
  expect(await page.getByTestId('racer-sgd').isChecked(), 'one stays').toBe(true);
});

describe('the link', () => {
  test('opens the same picture', async () => {
    const page = await openPlane();
    await chooseFunction(page, 'himmelblau');
    await page.getByTestId('racer-adam').check();
    await page.mouse.click(...(await onMap(page, 0.4, 0.6)));
    await press(page, 'descend-zoom-in');
    await page.getByTestId('descend-arrows').check();
    await page.getByTestId('descend-beta1').fill('0.8');
    await pressTimes(page, 'descend-step', 3);
    await expect.poll(() => page.url()).toContain('steps=3');
    const { hash } = new URL(page.url());
    const path = await readTable(page);
    const place = (other) =>
      other.getByTestId('descend-start').evaluate((ring) => [ring.style.left, ring.style.top]);
    const ring = await place(page);
    await page.context().close();

    const other = await openPlane('', { route: hash });
    expect(await readTable(other)).toEqual(path);
    await expect.poll(() => place(other)).toEqual(ring);
    expect(await other.getByTestId('descend-function').inputValue()).toBe('himmelblau');
    expect(await other.getByTestId('racer-adam').isChecked()).toBe(true);
    expect(await other.getByTestId('follow-adam').getAttribute('aria-pressed')).toBe('true');
    expect(await other.getByTestId('descend-beta1').inputValue()).toBe('0.8');
    expect(await other.getByTestId('descend-arrows').isChecked()).toBe(true);
  });

  test('to a function alone has the start and the η that suit it', async () => {
    const page = await openPlane('&function=rosenbrock');
    expect(await startOf(page)).toEqual([-1.2, 1]);
    const rate = await dataOf(page, 'descend-rate-value');
    expect(Number(rate)).toBe(0.001);
  });

  test('with values that cannot be used says so and uses the usual ones', async () => {
    const page = await openPlane('&x=Infinity&sgd.rate=0&racers=sgd,who');
    expect(await startOf(page)).toEqual([3, 1]);
    expect(await textOf(page, 'descend-refused')).toMatch(
      /x.*racers.*sgd\.rate|x.*sgd\.rate.*racers/,
    );
  });
});

describe('what goes wrong is said, and the page goes on', () => {
  test('an η that is none and a start at infinity leave those before', async () => {
    const page = await openPlane('&steps=2');
    const before = await readTable(page);
    for (const typed of ['0', '-1', 'Infinity', 'much']) {
      await type(page, 'descend-rate-exact', typed);
      await expect.poll(() => problemOf(page, 'descend-rate-exact')).toContain(typed);
      expect(await readTable(page)).toEqual(before);
    }
    await type(page, 'descend-start-y', 'Infinity');
    await expect.poll(() => problemOf(page, 'descend-start-y')).toContain('finite');
    expect(await startOf(page)).toEqual([3, 1]);
  });

  test('a descent that diverges keeps its last finite point', async () => {
    const page = await openPlane('&function=rosenbrock&steps=30');
    await type(page, 'descend-rate-exact', '1e9');
    await whenData(page, 'follow-sgd', { state: 'diverged' });
    expect((await lastRow(page)).every(Number.isFinite)).toBe(true);
    expect(await textOf(page, 'descend-story')).toContain('last finite point');
    await type(page, 'descend-rate-exact', '0.001');
    await whenData(page, 'follow-sgd', { state: 'running' });
    expect(await readTable(page)).toHaveLength(31);
  });

  test('an expression with a mistake keeps the one before; one without a value says so', async () => {
    const page = await openPlane('&steps=4');
    await chooseFunction(page, 'own-2');
    await page.getByTestId('descend-expression').fill('x^2 + 3*y^2');
    await press(page, 'descend-step');
    const before = await readTable(page);
    expect(before[1].slice(1, 3).map((number) => Number(number.toFixed(9)))).toEqual([2.7, 0.7]);
    await page.getByTestId('descend-expression').fill('x^2 + * y');
    const problem = page.getByTestId('descend-expression-problem');
    await expect.poll(() => problem.getAttribute('data-position')).toBe('6');
    expect(await readTable(page)).toEqual(before);
    for (const undefinedEverywhere of ['1/0', 'log(-1)']) {
      await page.getByTestId('descend-expression').fill(undefinedEverywhere);
      await said(page, 'descend-story').toContain('no finite value');
    }
    await page.getByTestId('descend-expression').fill('x*x + y*y');
    await expect.poll(async () => (await readTable(page)).length).toBe(2);
  });

  test('a path that leaves the picture is said to, and the picture can take it in', async () => {
    const page = await openPlane('&function=saddle&steps=60');
    await said(page, 'descend-leaving').toContain('SGD');
    await press(page, 'descend-fit');
    await expect.poll(() => page.getByTestId('descend-unfit').count()).toBe(1);
    await press(page, 'descend-unfit');
    await expect.poll(() => page.getByTestId('descend-leaving').count()).toBe(1);
  });
});

test('every function of two variables is drawn and goes down', async () => {
  const page = await openPlane();
  const names = await page
    .getByTestId('descend-function')
    .locator('option[data-dimension="2"]')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  expect(names).toHaveLength(12);
  for (const name of names) {
    await chooseFunction(page, name);
    await pressTimes(page, 'descend-step', 2);
    const path = await readTable(page);
    expect(path.slice(-1)[0][3], name).toBeLessThan(path[0][3]);
  }
  await chooseFunction(page, 'ellipse');
  await press(page, 'descend-step');
  const before = await lastRow(page);
  await page.getByTestId('descend-kappa').press('ArrowRight');
  expect((await lastRow(page))[2], 'κ stretches y').not.toBe(before[2]);
});
