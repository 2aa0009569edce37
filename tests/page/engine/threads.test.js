// Two threads train where the page is cross-origin isolated, one everywhere else.
import { expect, test } from 'vitest';
import { press } from '../actions.js';
import { becomes, dataOf, valueOf, whenData } from '../readings.js';
import { faultlessDraw } from '../draw/recognition.js';
import { faultlessTrain, smallRun, trainAndPause } from '../train/training.js';

const open = faultlessTrain();
const openDraw = faultlessDraw();

const isIsolated = (page) => page.evaluate(() => crossOriginIsolated);

const registrations = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Waits until the service worker would answer the next opening. */
const whenActive = (page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.active?.state;
      }),
    )
    .toBe('activated');

const threads = (page) => dataOf(page, 'train-status', 'threads');

/** A worker comes a moment after the first step. */
const whenThreads = (page, count) => whenData(page, 'train-status', { threads: count });

test('a host that sends the headers has two threads at once, and needs no service worker', async () => {
  const { page } = await open({ isolating: true });
  await press(page, 'train-start');
  await whenThreads(page, 2);
  expect(await isIsolated(page)).toBe(true);
  expect(await registrations(page)).toBe(0);
});

test('elsewhere one thread trains, and two from the next visit on', async () => {
  const { page } = await open();
  expect(await isIsolated(page)).toBe(false);
  await trainAndPause(page);
  expect(await threads(page)).toBe('1');
  await whenActive(page);
  expect(await isIsolated(page)).toBe(false); // it has not been reloaded

  await page.reload();
  expect(await isIsolated(page)).toBe(true);
  await press(page, 'train-start');
  await whenThreads(page, 2);

  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
  await page.reload();
  expect(await isIsolated(page)).toBe(false);
});

test('two threads compute what one does, and the same when they do it again', async () => {
  /** @type {number[][]} */
  const runs = [];
  for (const isolating of [false, true, true]) {
    const { page, close } = await open({ isolating });
    for (let step = 1; step <= 40; ++step) {
      await press(page, 'train-step');
      await becomes(page, 'train-status', 'step').toBe(step);
    }
    await whenThreads(page, isolating ? 2 : 1);
    runs.push([await valueOf(page, 'train-loss'), await valueOf(page, 'gradient-norm')]);
    await close();
  }
  const [one, two, again] = runs;
  expect(again).toEqual(two);
  two.forEach((figure, i) => expect(figure / one[i]).toBeCloseTo(1, 4));
});

test('who does not train is not given a service worker', async () => {
  const { page } = await openDraw();
  expect(await registrations(page)).toBe(0);
});

test('where service workers are blocked, one thread trains, in silence', async () => {
  let loads = 0;
  const { page } = await open({
    contextOptions: { serviceWorkers: 'block' },
    prepare: (page) => page.on('load', () => ++loads),
  });
  await trainAndPause(page);
  await page.reload();
  await trainAndPause(page);
  expect(await threads(page)).toBe('1');
  expect(await isIsolated(page)).toBe(false);
  expect(await page.getByTestId('train-message').count()).toBe(0);
  expect(loads).toBe(2);
});

test('what the host lacks, and a host out of reach, are no page, and the next is one again', async () => {
  const { page, problems } = await open();
  await trainAndPause(page);
  await whenActive(page);
  await page.reload();
  const missing = await page.goto('missing.html');
  expect(missing?.status()).toBe(404);
  expect(missing?.fromServiceWorker()).toBe(true);

  await page.context().setOffline(true);
  await expect(page.goto(smallRun)).rejects.toThrow('net::ERR_');
  await page.context().setOffline(false);
  await page.goto(smallRun);
  expect(await isIsolated(page)).toBe(true);
  problems.consoleErrors.length = 0; // the browser's own, about what it did not get
});
