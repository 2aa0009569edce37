import { describe, expect, test } from 'vitest';
import { descendPages, readTable } from './descending.js';
import { phone } from '../harness.js';

const openDescend = descendPages();

async function openPlane(query = '', options = {}) {
  const page = await openDescend(`?tab=plane${query}`, options);
  // The map has its size, and J around the start.
  await page.waitForFunction(() => document.querySelector('.map-start')?.style.left.endsWith('px'));
  return page;
}

const lastRow = async (page) => (await readTable(page)).at(-1);
const startOf = async (page) => (await readTable(page))[0].slice(1, 3);
const text = (page, testId) => page.getByTestId(testId).innerText();
const times = async (count, act) => {
  for (let i = 0; i < count; i++) await act();
};

/** Where a share of the map, from its left and upper edge, lies in the window. */
async function onMap(page, across, down) {
  const box = await page.getByTestId('descend-map').boundingBox();
  return [box.x + across * box.width, box.y + down * box.height];
}

/** The hash once the page has written it. */
async function hashWith(page, part) {
  await page.waitForFunction((wanted) => location.hash.includes(wanted), part);
  return page.evaluate(() => location.hash);
}

test('x² + sin²y from (3, 1) goes down as the reference says, forth and back', async () => {
  const page = await openPlane();
  expect(await readTable(page)).toHaveLength(1);
  expect((await lastRow(page))[3]).toBeCloseTo(9.708073, 6);
  await page.getByTestId('descend-step').click();
  const [step, x, y, value] = await lastRow(page);
  expect(step).toBe(1);
  expect(x).toBeCloseTo(2.4, 12);
  expect(y).toBeCloseTo(0.90907, 6);
  expect(value).toBeCloseTo(6.382415, 6);
  await times(15, () => page.getByTestId('descend-step').click());
  const all = await readTable(page);
  expect(all.map(([number]) => number)).toEqual(Array.from({ length: 17 }, (_, i) => i));
  [0.105553, 0.063481, 0.015166].forEach((number, i) =>
    expect(all[15][i + 1]).toBeCloseTo(number, 6),
  );
  expect(all[16][3]).toBeCloseTo(0.009711, 6);
  await page.getByTestId('descend-back').click();
  expect((await lastRow(page))[0]).toBe(15);
  await page.getByTestId('descend-reset').click();
  expect(await readTable(page)).toHaveLength(1);
});

test('a run goes on by itself until it has arrived, and can be paused', async () => {
  const page = await openPlane('&speed=100');
  await page.getByTestId('descend-run').click();
  await page.waitForFunction(
    () => document.querySelector('[data-testid="follow-sgd"]').dataset.behaviour === 'converged',
  );
  const arrived = await lastRow(page);
  expect(arrived[3]).toBeLessThan(1e-4);
  expect((await readTable(page)).at(-2)[3]).toBeGreaterThanOrEqual(1e-4);
  expect(await text(page, 'descend-story')).toContain(`after ${arrived[0]} steps`);
  await expect.poll(() => text(page, 'descend-run')).toBe('Run');

  await page.getByTestId('descend-speed').selectOption('1');
  await page.getByTestId('descend-reset').click();
  await page.getByTestId('descend-run').click();
  expect(await text(page, 'descend-run')).toBe('Pause');
  await page.getByTestId('descend-run').click();
  expect(await text(page, 'descend-run')).toBe('Run');
});

test('the start is set by a click, by dragging its ring, by keys and by numbers', async () => {
  const page = await openPlane('&steps=5');
  await page.mouse.click(...(await onMap(page, 0.25, 0.5)));
  const [x, y] = await startOf(page);
  expect(x).toBeLessThan(-1.5);
  expect(Math.abs(y)).toBeLessThan(0.1);
  expect(await readTable(page), 'the whole path is drawn anew').toHaveLength(6);

  const ring = await page.getByTestId('descend-start').boundingBox();
  await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2);
  await page.mouse.down();
  await page.mouse.move(...(await onMap(page, 0.75, 0.25)), { steps: 4 });
  await page.mouse.up();
  const dragged = await startOf(page);
  expect(dragged[0]).toBeGreaterThan(1.5);
  expect(dragged[1]).toBeGreaterThan(1.5);

  await page.getByTestId('descend-start').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const moved = await startOf(page);
  expect(moved[0]).toBeGreaterThan(dragged[0]);
  expect(moved[1]).toBeLessThan(dragged[1]);
  expect(await page.getByTestId('descend-start').getAttribute('aria-valuetext')).toContain('x = ');

  await page.getByTestId('descend-start-x').fill('-1.25');
  await page.getByTestId('descend-start-x').press('Enter');
  await page.getByTestId('descend-start-y').fill('0.5');
  await page.getByTestId('descend-start-y').press('Enter');
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
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
});

test('six optimizers race from one start, and it is said who is first', async () => {
  const page = await openPlane('&steps=60');
  await page.getByTestId('racers-all').click();
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
  const story = await text(page, 'descend-story');
  expect(story).toContain(`arrived first, after ${first} steps`);
  const title = await page.getByTestId(`follow-${winners[0]}`).locator('.racer-title').innerText();
  expect(story.split(' arrived first')[0]).toContain(title);
});

test('an arrival in a minimum that is not the lowest is told apart', async () => {
  const page = await openPlane('&function=rastrigin&steps=60');
  await expect.poll(() => text(page, 'descend-story')).toContain('a local minimum');
  await page.getByTestId('racer-momentum').check();
  await expect
    .poll(() => text(page, 'descend-story'))
    .toMatch(/local minimum, not the lowest: .*SGD/);
});

test('η and the β of the optimizer that is followed redraw its whole path', async () => {
  const page = await openPlane('&racers=sgd,momentum&follow=momentum&steps=12');
  const before = await readTable(page);
  await page.getByTestId('descend-rate').focus();
  await page.keyboard.press('ArrowLeft');
  const slower = await readTable(page);
  expect(slower).toHaveLength(before.length);
  expect(slower[1][1]).toBeGreaterThan(before[1][1]);
  await page.getByTestId('descend-momentum').fill('0');
  const plain = await readTable(page);
  expect(plain[5]).not.toEqual(slower[5]);
  await page.getByTestId('follow-sgd').click();
  const rate = Number(await page.getByTestId('descend-rate-value').getAttribute('data-value'));
  expect(rate, 'η of SGD is its own').toBe(0.1);
  expect(await page.getByTestId('descend-momentum').count()).toBe(0);
  await page.getByTestId('racer-momentum').uncheck();
  await page.getByTestId('racer-sgd').click();
  expect(await page.getByTestId('racer-sgd').isChecked(), 'one stays').toBe(true);
});

describe('the link', () => {
  test('opens the same picture', async () => {
    const page = await openPlane();
    await page.getByTestId('descend-function').selectOption('himmelblau');
    await page.getByTestId('racer-adam').check();
    await page.mouse.click(...(await onMap(page, 0.4, 0.6)));
    await page.getByTestId('descend-zoom-in').click();
    await page.getByTestId('descend-arrows').check();
    await page.getByTestId('descend-beta1').fill('0.8');
    await times(3, () => page.getByTestId('descend-step').click());
    const hash = await hashWith(page, 'steps=3');
    const path = await readTable(page);
    const place = (other) =>
      other.getByTestId('descend-start').evaluate((ring) => [ring.style.left, ring.style.top]);
    const ring = await place(page);
    await page.context().close();

    const other = await openDescend(hash.replace('#/descend', ''));
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
    const rate = await page.getByTestId('descend-rate-value').getAttribute('data-value');
    expect(Number(rate)).toBe(0.001);
  });

  test('with values that cannot be used says so and uses the usual ones', async () => {
    const page = await openPlane('&x=Infinity&sgd.rate=0&racers=sgd,who');
    expect(await startOf(page)).toEqual([3, 1]);
    expect(await text(page, 'descend-refused')).toMatch(
      /x.*racers.*sgd\.rate|x.*sgd\.rate.*racers/,
    );
  });
});

describe('what goes wrong is said, and the page goes on', () => {
  test('an η that is none leaves the one before', async () => {
    const page = await openPlane('&steps=2');
    const before = await readTable(page);
    for (const typed of ['0', '-1', 'Infinity', 'much']) {
      await page.getByTestId('descend-rate-exact').fill(typed);
      await page.getByTestId('descend-rate-exact').press('Enter');
      await expect
        .poll(() => page.locator('#descend-rate-exact-problem').innerText())
        .toContain(typed);
      expect(await readTable(page)).toEqual(before);
    }
  });

  test('a start at infinity leaves the one before', async () => {
    const page = await openPlane();
    await page.getByTestId('descend-start-y').fill('Infinity');
    await page.getByTestId('descend-start-y').press('Enter');
    await expect
      .poll(() => page.locator('#descend-start-y-problem').innerText())
      .toContain('finite');
    expect(await startOf(page)).toEqual([3, 1]);
  });

  test('a descent that diverges keeps its last finite point', async () => {
    const page = await openPlane('&function=rosenbrock&steps=30');
    await page.getByTestId('descend-rate-exact').fill('1e9');
    await page.getByTestId('descend-rate-exact').press('Enter');
    const row = page.getByTestId('follow-sgd');
    await expect.poll(() => row.getAttribute('data-state')).toBe('diverged');
    expect((await lastRow(page)).every(Number.isFinite)).toBe(true);
    expect(await text(page, 'descend-story')).toContain('last finite point');
    await page.getByTestId('descend-rate-exact').fill('0.001');
    await page.getByTestId('descend-rate-exact').press('Enter');
    await expect.poll(() => row.getAttribute('data-state')).toBe('running');
    expect(await readTable(page)).toHaveLength(31);
  });

  test('an expression with a mistake keeps the one before; one without a value says so', async () => {
    const page = await openPlane('&steps=4');
    await page.getByTestId('descend-function').selectOption('own-2');
    await page.getByTestId('descend-expression').fill('x^2 + 3*y^2');
    await page.getByTestId('descend-step').click();
    const before = await readTable(page);
    expect(before[1].slice(1, 3).map((number) => Number(number.toFixed(9)))).toEqual([2.7, 0.7]);
    await page.getByTestId('descend-expression').fill('x^2 + * y');
    const problem = page.getByTestId('descend-expression-problem');
    await expect.poll(() => problem.getAttribute('data-position')).toBe('6');
    expect(await readTable(page)).toEqual(before);
    for (const undefinedEverywhere of ['1/0', 'log(-1)']) {
      await page.getByTestId('descend-expression').fill(undefinedEverywhere);
      await expect.poll(() => text(page, 'descend-story')).toContain('no finite value');
    }
    await page.getByTestId('descend-expression').fill('x*x + y*y');
    await expect.poll(async () => (await readTable(page)).length).toBe(2);
  });

  test('a path that leaves the picture is said to, and the picture can take it in', async () => {
    const page = await openPlane('&function=saddle&steps=60');
    await expect.poll(() => text(page, 'descend-leaving')).toContain('SGD');
    await page.getByTestId('descend-fit').click();
    await expect.poll(() => page.getByTestId('descend-unfit').count()).toBe(1);
    await page.getByTestId('descend-unfit').click();
    await expect.poll(() => page.getByTestId('descend-leaving').count()).toBe(1);
  });
});

test('every function of two variables is drawn and goes down', async () => {
  const page = await openPlane();
  const names = await page
    .getByTestId('descend-function')
    .locator('option[data-dimension="2"]')
    .evaluateAll((options) => options.map(({ value }) => value));
  expect(names).toHaveLength(12);
  for (const name of names) {
    await page.getByTestId('descend-function').selectOption(name);
    await times(2, () => page.getByTestId('descend-step').click());
    const path = await readTable(page);
    expect(path.at(-1)[3], name).toBeLessThan(path[0][3]);
  }
  await page.getByTestId('descend-function').selectOption('ellipse');
  await page.getByTestId('descend-step').click();
  const before = await lastRow(page);
  await page.getByTestId('descend-kappa').focus();
  await page.keyboard.press('ArrowRight');
  expect((await lastRow(page))[2], 'κ stretches y').not.toBe(before[2]);
});
