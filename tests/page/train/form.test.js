// The form, the figures and the chart of Train.
import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import {
  drop,
  file,
  imageFile,
  labelFile,
  openTrain,
  setRate,
  status,
  trainAndPause,
  whenBeyond,
} from './training.js';

const open = faultlessPages({ open: openTrain });

test('files can be dropped anywhere on the page, and the run does not end by it', async () => {
  const { page } = await open();
  await trainAndPause(page);
  const before = await status(page);
  const dragged = (type, selector) =>
    page.evaluate(
      ({ type, selector }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'], 'x.idx'));
        const event = new DragEvent(type, {
          dataTransfer: transfer,
          bubbles: true,
          cancelable: true,
        });
        return !document.querySelector(selector).dispatchEvent(event);
      },
      { type, selector },
    );
  for (const selector of ['.shell-header', 'footer', 'body', '.train-main']) {
    expect(await dragged('dragover', selector), selector).toBe(true);
    await page.getByText('Drop IDX files or a model here').waitFor();
    expect(await dragged('drop', selector), selector).toBe(true);
    await page.getByText('Drop IDX files or a model here').waitFor({ state: 'detached' });
    await page.getByTestId('train-message').getByText('x.idx is cut off').waitFor();
  }
  expect(await status(page)).toEqual(before);

  const pair = [file('images', imageFile(60)), file('labels', labelFile(60))];
  await drop(page, pair, '.shell-header');
  await page.getByText('50 to learn from, 10 to test with').waitFor();
});

test('a number out of range is answered with the range, until there is a right one', async () => {
  const { page } = await open();
  const fields = {
    '[name=batchSize]': ['1 … 4096', ['-1', '', '4097', '1.5'], '128'],
    '[name=seed]': ['0 … 4294967295', ['-1'], '1'],
    '[aria-label="Units of hidden layer 1"]': ['1 … 1024', ['0', '2000'], '64'],
    '[data-testid=learning-rate-exact]': ['0.00001 … 10', ['-4', '11'], '0.2'],
  };
  for (const [selector, [range, wrong, before]] of Object.entries(fields)) {
    const input = page.locator(selector);
    const hint = input.locator('xpath=following-sibling::*[contains(@class,"field-range")]');
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

test.each([360, 390])('the names of the figures are whole at %i px', async (width) => {
  for (const locale of ['en-US', 'zh-CN']) {
    const { page, close } = await open({ viewport: { width, height: 844 }, locale });
    const cut = await page
      .locator('.figure dt')
      .evaluateAll((names) =>
        names
          .filter((name) => name.scrollWidth > name.clientWidth)
          .map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await close();
  }
});

test('the chart names its axis, and no line strikes through the labels of η', async () => {
  const { page } = await open({
    prepare: (page) =>
      page.addInitScript(() => {
        const log = (globalThis.drawn = []);
        const prototype = CanvasRenderingContext2D.prototype;
        const { fillText, fillRect, stroke, clearRect } = prototype;
        prototype.fillText = function (text, ...rest) {
          log.push(String(text));
          return fillText.call(this, text, ...rest);
        };
        prototype.fillRect = function (...rest) {
          log.push('fill');
          return fillRect.apply(this, rest);
        };
        prototype.stroke = function (...rest) {
          if (this.getLineDash().length > 0) log.push('dashes');
          return stroke.apply(this, rest);
        };
        prototype.clearRect = function (...rest) {
          log.length = 0;
          return clearRect.apply(this, rest);
        };
      }),
  });
  await page.getByTestId('train-start').click();
  await whenBeyond(page, 20);
  for (const [i, exponent] of [-1.3, -1.2, -1.1].entries()) {
    await setRate(page, exponent);
    await page.locator(`[data-testid="loss-chart"][data-marks="${i + 1}"]`).waitFor();
    await page.waitForTimeout(800);
  }
  await page.getByTestId('train-pause').click();
  await page.waitForTimeout(300);
  const drawn = await page.evaluate(() => globalThis.drawn);
  expect(drawn).toContain('Step');
  expect(drawn.filter((entry) => entry === 'dashes')).toHaveLength(3);
  const labels = drawn.flatMap((entry, i) => (entry.startsWith('η') ? [i] : []));
  expect(labels.length).toBeGreaterThan(0);
  expect(drawn.lastIndexOf('dashes')).toBeLessThan(labels[0]);
  for (const i of labels) expect(drawn[i - 1]).toBe('fill');
});
