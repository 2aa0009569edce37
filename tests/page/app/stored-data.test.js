// What the first edition of the page kept in a browser, and the links that it wrote, still open.
// fixtures/first-edition.json and first-edition-links.json were recorded from that edition.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { follow, press } from '../actions.js';
import { becomes } from '../readings.js';
import { faultlessPages } from '../faultless.js';
import { openPage } from '../harness.js';
import { faultlessDraw, prediction } from '../draw/recognition.js';
import { whenState } from '../train/run-status.js';

const read = (name) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
const stored = read('first-edition.json');
const links = read('first-edition-links.json');
const open = faultlessPages();
const openDraw = faultlessDraw();

/**
 * Runs in a page of the origin in which the app does not run yet. In the fixture { "$float32": … }
 * and { "$uint8": … } stand for typed arrays, as base64 of their bytes.
 */
async function fillStorage({ localStorage: texts, indexedDB: records = {} }) {
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(decode);
    if (value.$float32) return new Float32Array(bytes(value.$float32).buffer);
    if (value.$uint8) return bytes(value.$uint8);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)]));
  };
  for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  const opening = indexedDB.open('digit-descent', 1);
  await new Promise((resolve, reject) => {
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('kept', 'readwrite');
      for (const [key, value] of Object.entries(records))
        transaction.objectStore('kept').put(decode(value), key);
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    };
  });
  opening.result.close();
}

/** Opens the page in a browser that has been here before. */
async function openWith(content) {
  const { page, context } = await openPage({
    prepare: (page) =>
      page.route('**/descent/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      ),
  });
  await page.evaluate(fillStorage, content);
  await page.close();
  return (await openDraw({ context })).page;
}

const value = (page, testId, attribute = 'data-value') =>
  page.getByTestId(testId).getAttribute(attribute);
const rounded = (shown) =>
  typeof shown === 'string' && shown !== '' && Number.isFinite(Number(shown))
    ? Number(Number(shown).toPrecision(10))
    : shown;

test('a visitor’s drawings, lesson, run, labs and settings are there', async () => {
  const page = await openWith(stored);
  const html = page.locator('html');
  await expect.poll(() => html.getAttribute('lang')).toBe('zh-CN');
  expect(await html.getAttribute('data-scheme')).toBe('dark');

  expect(await page.getByTestId('model-select').inputValue()).toBe('hand');
  const { digit, confidence } = await prediction(page);
  expect(digit).toBe('0');
  expect(confidence).toBeCloseTo(0.9941587448120117, 6);
  expect(await value(page, 'own-drawings')).toBe('4');
  await page.getByTestId('teach-report').waitFor();
  expect(await value(page, 'teach-own-before')).toBe('1');
  expect(await value(page, 'teach-own-after')).toBe('1');
  expect(await value(page, 'teach-synthetic-before')).toBe('0.757');
  expect(await value(page, 'teach-synthetic-after')).toBe('0.7665');

  await follow(page, '#/train');
  const kept = page.getByTestId('kept-run');
  expect(await kept.innerText()).toContain('上次的训练还在：784-5-10，第 1 轮，40.0%。');
  expect(new URL(page.url()).hash).toBe(
    '#/train?learningRate=0.05&hidden=5.tanh&optimizer=momentum&momentum=0.5&batchSize=32&seed=3&count=600',
  );
  await press(page, 'restore-run');
  await whenState(page, 'paused');
  expect(await value(page, 'train-status', 'data-step')).toBe('30');
  expect(await value(page, 'train-status', 'data-epoch')).toBe('1');
  expect(await value(page, 'learning-rate-value')).toBe('0.05');
  await expect.poll(() => value(page, 'loss-chart', 'data-marks')).toBe('2');
  expect(await value(page, 'loss-chart', 'data-points')).toBe('30');
  await becomes(page, 'train-loss').toBeCloseTo(1.870775869091377, 6);
  await becomes(page, 'test-accuracy').toBeCloseTo(0.396, 6);
  await becomes(page, 'train-accuracy').toBeCloseTo(0.4866666666666667, 6);

  await follow(page, '#/learn');
  await page.getByTestId('learn-next').waitFor();
  expect(await value(page, 'learn-progress')).toBe('3');
  expect(await value(page, 'learn-next', 'href')).toBe('#/learn/linear-backprop');
});

test('a picture in place of strokes, and a model beside the page, are there', async () => {
  const page = await openWith({ localStorage: stored.picture });
  await expect.poll(() => page.getByTestId('model-select').inputValue()).toBe('nielsen-15');
  await expect.poll(async () => (await prediction(page)).digit).toBe('7');
  expect((await prediction(page)).confidence).toBeCloseTo(0.999018669128418, 6);
});

/** Runs in the page: what it shows under names, each a test id, a figure or the name of a field. */
const shownUnder = (names) =>
  Object.fromEntries(
    names.map((name) => {
      const element = ['data-testid', 'data-figure', 'name']
        .map((attribute) =>
          document.querySelector(`main > :not([hidden]) [${attribute}="${name}"]`),
        )
        .find((element) => element !== null);
      if (element instanceof HTMLInputElement && /checkbox|radio/.test(element.type))
        return [name, element.checked];
      if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
        return [name, element.value];
      const { value, behaviour, digit } =
        /** @type {HTMLElement | null} */ (element)?.dataset ?? {};
      return [name, value ?? behaviour ?? digit ?? null];
    }),
  );

test.each(Object.entries(links))('%s', async (hash, { rewritten = hash, ...expected }) => {
  const { page } = await open({ route: hash });
  const agree = (record) =>
    Object.fromEntries(Object.entries(record).map(([name, one]) => [name, rounded(one)]));
  await expect
    .poll(async () => agree(await page.evaluate(shownUnder, Object.keys(expected))), {
      timeout: 20_000,
    })
    .toEqual(agree(expected));
  await expect.poll(() => new URL(page.url()).hash).toBe(rewritten);
});
