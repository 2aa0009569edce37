// What the tests of Train share: its controls, its figures, and files to give it.
import { gzipSync } from 'node:zlib';
import { openPage } from '../harness.js';

/** Few digits, so that a test takes little time on any machine. */
export const smallRun = '#/train?count=4000';

/** Opens Train and waits for its controls. */
export async function openTrain({ route = smallRun, ...options } = {}) {
  const opened = await openPage({ route, ...options });
  await opened.page.getByTestId('train-start').waitFor();
  return opened;
}

/** What the page says of the run. */
export async function status(page) {
  const { state, epoch, step, samplesPerSecond } = await page
    .getByTestId('train-status')
    .evaluate(({ dataset }) => ({ ...dataset }));
  return { state, epoch: Number(epoch), step: Number(step), speed: Number(samplesPerSecond) };
}

export const whenState = (page, state) =>
  page.locator(`[data-testid="train-status"][data-state="${state}"]`).waitFor({ timeout: 60_000 });

/** Waits until the run has done more than `step` steps. */
export const whenBeyond = (page, step) =>
  page.waitForFunction(
    (step) => Number(document.querySelector('[data-testid="train-status"]').dataset.step) > step,
    step,
    { timeout: 60_000 },
  );

/** The number that an element stands for; null while there is none. */
export const value = async (page, testId) => {
  const text = await page.getByTestId(testId).getAttribute('data-value');
  return text === '' ? null : Number(text);
};

export const whenAccuracy = (page, least, timeout = 90_000) =>
  page.waitForFunction(
    (least) =>
      Number(document.querySelector('[data-testid="test-accuracy"]').dataset.value) > least,
    least,
    { timeout },
  );

/** Moves the slider to an exponent, as a drag does. */
export const setRate = (page, exponent) =>
  page.getByTestId('learning-rate').evaluate((input, exponent) => {
    input.value = String(exponent);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, exponent);

export const message = (page) => page.getByTestId('train-message').innerText();

/** A run that rests after some training. */
export async function trainAndPause(page) {
  await page.getByTestId('train-start').click();
  await whenBeyond(page, 20);
  await page.getByTestId('train-pause').click();
  await whenState(page, 'paused');
}

/** IDX bytes of a 28 × 28 image file: digit d is a bar in row 2d + 4. */
export function imageFile(count) {
  const bytes = Buffer.alloc(16 + 784 * count);
  [0x803, count, 28, 28].forEach((number, i) => bytes.writeUInt32BE(number, 4 * i));
  for (let i = 0; i < count; ++i)
    bytes
      .fill(255, 16 + 784 * i + 28 * (2 * (i % 10) + 4) + 4)
      .fill(0, 16 + 784 * i + 28 * (2 * (i % 10) + 4) + 24);
  return bytes;
}

export function labelFile(count) {
  const bytes = Buffer.alloc(8 + count);
  [0x801, count].forEach((number, i) => bytes.writeUInt32BE(number, 4 * i));
  for (let i = 0; i < count; ++i) bytes[8 + i] = i % 10;
  return bytes;
}

export const file = (name, buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

export const gzipped = ({ name, mimeType, buffer }) => ({
  name: `${name}.gz`,
  mimeType,
  buffer: gzipSync(buffer),
});

/** Drops files on a part of the page, as from a folder. */
export async function drop(page, files, target = '.train') {
  const transfer = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    },
    files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  );
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
}
