// The form, the figures and the chart of Train.
import { expect, test } from 'vitest';
import { drop, file, press } from '../actions.js';
import { frames, overflow, whenData } from '../readings.js';
import { faultlessTrain, pressUntil, setRate, train, trainAndPause } from './training.js';
import { status } from './run-status.js';
import { imageFile, labelFile } from './idx-files.js';

const open = faultlessTrain();

test('files can be dropped anywhere on the page, and the run does not end by it', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const before = await status(page);
  const files = [file('x.idx', 'x')];
  for (const on of ['header', 'footer', 'body', '[data-testid="loss-chart"]']) {
    expect(await drop(page, files, { on, as: 'dragover' }), on).toBe(true);
    await page.getByText('Drop IDX files or a model here').waitFor();
    expect(await drop(page, files, { on }), on).toBe(true);
    await page.getByText('Drop IDX files or a model here').waitFor({ state: 'detached' });
    await page.getByTestId('train-message').getByText('x.idx is cut off').waitFor();
  }
  expect(await status(page)).toEqual(before);

  await drop(page, [imageFile('images', 60), labelFile('labels', 60)], { on: 'header' });
  await page.getByText('50 to learn from, 10 to test with').waitFor();
});

test('a number out of range is answered with the range, until there is a right one', async () => {
  const { page } = await open();
  /** @type {[selector: string, range: string, wrong: string[], before: string][]} */
  const fields = [
    ['[name=batchSize]', '1 … 4096', ['-1', '', '4097', '1.5'], '128'],
    ['[name=seed]', '0 … 4294967295', ['-1'], '1'],
    ['[aria-label="Units of hidden layer 1"]', '1 … 1024', ['0', '2000'], '64'],
    ['[data-testid=learning-rate-exact]', '0.00001 … 10', ['-4', '11'], '0.2'],
  ];
  for (const [selector, range, wrong, before] of fields) {
    const input = page.locator(selector);
    const hint = input.locator('..').getByRole('status');
    expect(await hint.innerText(), selector).toBe('');
    for (const text of wrong) {
      await input.fill(text);
      await input.blur();
      expect(await hint.innerText(), `${selector} ${text}`).toBe(range);
      expect(await input.inputValue(), `${selector} ${text}`).toBe(before);
      await input.fill('3');
      await input.blur();
      expect(await hint.innerText(), selector).toBe('');
      await input.fill(before);
      await input.blur();
    }
  }
});

test('the names of the figures are whole on narrow screens', async () => {
  const { page } = await open({ viewport: { width: 360, height: 844 } });
  const cut = () =>
    page
      .locator('dt')
      .evaluateAll((names) =>
        names
          .filter((name) => name.scrollWidth > name.clientWidth)
          .map(({ textContent }) => textContent),
      );
  for (const language of ['en', 'zh-CN']) {
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    for (const width of [360, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(cut).toEqual([]);
      await expect.poll(() => overflow(page)).toBe(0);
    }
    await press(page, 'language');
  }
});

/** An init script: what has been drawn on canvases since they were last cleared. */
function logDrawing() {
  /** @type {string[]} */
  const log = (window.drawn = []);
  const prototype = CanvasRenderingContext2D.prototype;
  /** @type {Record<string, (context: CanvasRenderingContext2D, text: unknown) => unknown>} */
  const notes = {
    fillText: (_, text) => log.push(String(text)),
    fillRect: () => log.push('fill'),
    stroke: (context) => context.getLineDash().length > 0 && log.push('dashes'),
    clearRect: () => (log.length = 0),
  };
  for (const [name, note] of Object.entries(notes)) {
    const original = Reflect.get(prototype, name);
    Reflect.set(
      prototype,
      name,
      /** @this {CanvasRenderingContext2D} */ function (/** @type {unknown[]} */ ...given) {
        note(this, given[0]);
        return original.apply(this, given);
      },
    );
  }
}

test('the chart names its axis, and no line strikes through the labels of η', async () => {
  const { page } = await open({
    prepare: async (page) => {
      await page.clock.install();
      await page.addInitScript(logDrawing);
    },
  });
  await train(page);
  for (const [i, exponent] of [-1.3, -1.2, -1.1].entries()) {
    await setRate(page, exponent);
    await whenData(page, 'loss-chart', { marks: i + 1 });
    await page.clock.fastForward(1000); // the next is a movement of its own
  }
  await pressUntil(page, 'train-pause', 'paused');
  await frames(page);
  const drawn = await page.evaluate(() => window.drawn);
  expect(drawn).toContain('Step');
  expect(drawn.filter((entry) => entry === 'dashes')).toHaveLength(3);
  const labels = drawn.flatMap((entry, i) => (entry.startsWith('η') ? [i] : []));
  expect(labels.length).toBeGreaterThan(0);
  expect(drawn.lastIndexOf('dashes')).toBeLessThan(labels[0]);
  for (const i of labels) expect(drawn[i - 1]).toBe('fill');
});
