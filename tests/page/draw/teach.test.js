import { expect, test } from 'vitest';
import { follow, goTo, press } from '../actions.js';
import { overflow, said, textOf, valueOf } from '../readings.js';
import { brokenFiles, forbidStorage } from '../faults.js';
import { phone } from '../harness.js';
import { digits, drawStrokes } from '../pen.js';
import { kept, prediction, probabilities, readDigit, whenReady } from './recognition.js';
import {
  barsFile,
  chosen,
  drawingsFile,
  faultlessTeaching,
  importFile,
  keep,
  plus,
  teach,
  told,
} from './teaching.js';
import { smallRun, train } from '../train/training.js';
import { status, whenBeyond } from '../train/run-status.js';
import { writeDrawings } from '../../../web/engine/storage/drawings-file.js';
import { createInstance } from '../../wasm/module.js';

const openDraw = faultlessTeaching();

test('a lesson needs a drawing, is measured before and after, chosen at once, kept, and undone', async () => {
  const { page } = await openDraw();
  expect(await page.getByTestId('teach').isDisabled()).toBe(true);
  expect(await page.getByTestId('drawings-export').isDisabled()).toBe(true);
  await told(page).toMatch(/label at least one drawing/);

  await keep(page, plus, 8);
  await keep(page, digits[1], 1);
  await page.keyboard.press('Backspace');
  await drawStrokes(page, plus);
  expect((await prediction(page)).digit).not.toBe('8');
  const untaught = await probabilities(page);
  const before = await chosen(page);

  await teach(page);
  expect(await chosen(page)).toBe('hand');
  await readDigit(page).toBe('8');
  expect(await valueOf(page, 'teach-own-before')).toBe(0.5);
  expect(await valueOf(page, 'teach-own-after')).toBe(1);
  await told(page).toMatch(/2, which it was also trained on/);
  const known = await valueOf(page, 'teach-synthetic-before');
  expect(known).toBeGreaterThan(0.8);
  expect(await valueOf(page, 'teach-synthetic-after')).toBeGreaterThan(known - 0.01);
  expect(await page.getByTestId('teach-forgot').count()).toBe(0);
  expect(await textOf(page, 'model-facts')).toMatch(/learned 2 drawings/);

  const taught = await probabilities(page);
  await page.reload();
  await whenReady(page);
  await expect.poll(() => chosen(page)).toBe('hand');
  (await probabilities(page)).forEach((p, i) => expect(p).toBeCloseTo(taught[i], 3));
  expect(await valueOf(page, 'teach-own-after')).toBe(1);

  await press(page, 'teach-undo');
  await expect.poll(() => chosen(page)).toBe(before);
  await readDigit(page).not.toBe('8');
  (await probabilities(page)).forEach((p, i) => expect(p).toBeCloseTo(untaught[i], 3));
  expect(await page.getByTestId('teach-report').count()).toBe(0);
  expect(await page.getByTestId('model-select').locator('[value="hand"]').count()).toBe(0);
  await kept(page).toBe(2);
});

test('a second lesson goes on from the first, and undo leads back to it', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  await teach(page);
  const first = await valueOf(page, 'teach-synthetic-after');
  await page.getByTestId('model-select').selectOption({ index: 0 });
  await keep(page, digits[7], 7);
  await teach(page);
  await expect.poll(() => chosen(page)).toBe('hand');
  expect(await valueOf(page, 'teach-own-before')).toBe(1);
  expect(await valueOf(page, 'teach-synthetic-before')).toBe(first);
  await told(page).toMatch(/learned from 2 drawings/);
  await press(page, 'teach-undo');
  await told(page).toMatch(/learned from 1 drawing\b/);
  expect(await chosen(page)).toBe('hand');
  expect(await valueOf(page, 'teach-synthetic-after')).toBe(first);
});

test('from twenty drawings on, every fourth is measured without being trained on', async () => {
  const { page } = await openDraw();
  const labels = Array.from({ length: 20 }, (_, i) => i % 10);
  await importFile(page, barsFile(labels));
  await kept(page).toBe(20);
  await teach(page);
  await told(page).toMatch(/Your digits\s+5 held out/);
});

test('drawings of one digit are learned with a word of advice', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  await keep(page, digits[7], 8);
  await told(page).toMatch(/All your drawings are 8s/);
  await teach(page);
  expect(await valueOf(page, 'teach-own-after')).toBe(1);
});

test('that it has forgotten something is said', async () => {
  const { page } = await openDraw();
  const { syntheticDigits } = await createInstance();
  const set = syntheticDigits(60, 5);
  const misleading = Array.from({ length: 60 }, (_, i) => ({
    label: 9 - set.label(i),
    image: set.image(i),
  }));
  await importFile(page, drawingsFile(writeDrawings(misleading)));
  await kept(page).toBe(60);
  await teach(page);
  const fall =
    (await valueOf(page, 'teach-synthetic-before')) -
    (await valueOf(page, 'teach-synthetic-after'));
  expect(fall).toBeGreaterThan(0.01);
  expect(await textOf(page, 'teach-forgot')).toContain(
    `${(100 * fall).toFixed(1).replace(/\.0$/, '')} points fewer`,
  );
});

test('a lesson that cannot be read any more is said, and the default network reads', async () => {
  const { page } = await openDraw();
  const before = await chosen(page);
  await keep(page, plus, 8);
  await teach(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('digit-descent').onsuccess = ({ target }) => {
          const database = /** @type {IDBOpenDBRequest} */ (target).result;
          const transaction = database.transaction('kept', 'readwrite');
          const lessons = transaction.objectStore('kept').get('lessons');
          lessons.onsuccess = () => {
            lessons.result[0].model = lessons.result[0].model.slice(0, 1000);
            transaction.objectStore('kept').put(lessons.result, 'lessons');
          };
          transaction.oncomplete = resolve;
        };
      }),
  );
  await page.reload();
  await whenReady(page);
  await said(page, 'notice').toContain('learned of your hand can no longer be read');
  expect(await chosen(page)).toBe(before);
  await press(page, 'teach');
  await said(page, 'teach-problem').toMatch(/could not learn/);
  await press(page, 'teach-undo');
  await teach(page);
  expect(await chosen(page)).toBe('hand');
});

test('a lesson is cancelled without a trace', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  const before = await chosen(page);
  await press(page, 'teach');
  await press(page, 'teach-cancel');
  await page.getByTestId('teach-progress').waitFor({ state: 'detached' });
  expect(await textOf(page, 'teach-problem')).toBe('');
  expect(await chosen(page)).toBe(before);
  await teach(page);
  expect(await chosen(page)).toBe('hand');
});

test('a page that is left in the middle of a lesson is as before', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  const before = await chosen(page);
  await press(page, 'teach');
  await page.getByTestId('teach-progress').waitFor();
  await page.reload();
  await whenReady(page);
  expect(await chosen(page)).toBe(before);
  expect(await page.getByTestId('teach-report').count()).toBe(0);
  await kept(page).toBe(1);
});

test('a lesson does not disturb the run in Train', async () => {
  const { page } = await openDraw();
  await keep(page, plus, 8);
  await follow(page, smallRun);
  await train(page);
  await goTo(page, 'draw');
  await press(page, 'teach');
  await page.getByTestId('teach-report').waitFor({ timeout: 60_000 });
  const { state, step } = await status(page);
  expect(state).toBe('running');
  await whenBeyond(page, step);
});

test.each([
  ['a worker', '**/teacher-worker*.js', /stopped unexpectedly/],
  ['a module', '**/digit-descent*.wasm', /could not be loaded/],
])('%s that does not come is said, and may be tried again', async (_, files, sentence) => {
  const { prepare, mend } = brokenFiles(files);
  const { page } = await openDraw({ prepare });
  await keep(page, plus, 8);
  const before = await chosen(page);
  await press(page, 'teach');
  await said(page, 'teach-problem').toMatch(sentence);
  expect(await chosen(page)).toBe(before);
  mend();
  await page.getByTestId('teach-problem').getByRole('button').click();
  await page.getByTestId('teach-report').waitFor({ timeout: 60_000 });
  expect(await textOf(page, 'teach-problem')).toBe('');
});

test('where nothing can be stored, what it learned serves until the page is closed', async () => {
  const { page } = await openDraw({ prepare: (page) => page.addInitScript(forbidStorage) });
  await keep(page, plus, 8);
  await teach(page);
  expect(await chosen(page)).toBe('hand');
  await told(page).toMatch(/until you close the page/);
  await importFile(page, barsFile([3, 5]));
  await told(page).toMatch(/2 drawings added\. .*until you close the page/);
});

test('a report fits windows of any width', async () => {
  const { page } = await openDraw({ locale: 'zh-CN' });
  await keep(page, plus, 8);
  await teach(page);
  await told(page).toMatch(/学习了 1 幅手写/);
  for (const size of [{ width: 1280, height: 900 }, phone.viewport]) {
    await page.setViewportSize(size);
    await page.getByTestId('teach-report').scrollIntoViewIfNeeded();
    await expect.poll(() => overflow(page)).toBe(0);
  }
});
