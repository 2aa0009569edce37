// The learning rate of a run: how it acts, and what one that is too large does.
import { expect, test } from 'vitest';
import { press, type } from '../actions.js';
import { dataOf, textOf, valueOf, whenData } from '../readings.js';
import { faultlessTrain, pressUntil, setRate, train } from './training.js';
import { message, status, stepOf, whenAccuracy, whenBeyond, whenState } from './run-status.js';

const open = faultlessTrain();

test('η acts on the running training, resets nothing and leaves a mark on the curve', async () => {
  const { page } = await open({ prepare: (page) => page.clock.install() });
  await train(page);
  expect(await dataOf(page, 'loss-chart', 'marks')).toBe('0');
  const { step } = await status(page);
  await setRate(page, -0.6, -0.55, -0.5);
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.316);
  await whenData(page, 'loss-chart', { marks: 1 });
  await whenBeyond(page, step);
  expect((await status(page)).state).toBe('running');
  // The three values of one movement leave one mark; a later movement another one.
  await page.clock.fastForward(1000);
  await setRate(page, -1);
  await whenData(page, 'loss-chart', { marks: 2 });
  expect(await textOf(page, 'learning-rate-delay')).toMatch(/took effect after \d+ ms/);
  expect((await status(page)).step).toBeGreaterThan(step);
});

test('an exact η can be typed; what is out of range is not taken', async () => {
  const { page } = await open();
  const exact = page.getByTestId('learning-rate-exact');
  await type(page, exact, '0.123');
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.123);
  const slider = await page.getByTestId('learning-rate').inputValue();
  expect(Number(slider)).toBeCloseTo(Math.log10(0.123), 6);
  await type(page, exact, '-4');
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.123);
  expect(await exact.inputValue()).toBe('0.123');
});

test('a far too large η is called divergence, and training recovers with a smaller one', async () => {
  const { page } = await open();
  await setRate(page, 1);
  await pressUntil(page, 'train-start', 'diverged');
  expect(await message(page)).toMatch(/diverged at step \d+: with η = 10/);
  await press(page, 'smaller-rate');
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.2);
  await setRate(page, -1);
  const { step } = await status(page);
  await pressUntil(page, 'train-start', 'running');
  await whenAccuracy(page, 0.6);
  expect((await status(page)).step).toBeGreaterThan(step);
  expect(await page.getByTestId('train-message').count()).toBe(0);
});

test('a ramp of η that destroys the network is noticed, and the good weights come back', async () => {
  const { page } = await open({ route: '#/train?count=8000' });
  await press(page, 'train-start');
  await whenAccuracy(page, 0.6);
  for (const rate of [0.7, 1, 1.5, 3, 5]) {
    const step = await stepOf(page);
    await setRate(page, Math.log10(rate));
    // Each of them for some steps, unless the network is destroyed before.
    await expect
      .poll(async () => {
        const now = await status(page);
        return now.state === 'diverged' || now.step > step + 50;
      })
      .toBe(true);
  }
  await whenState(page, 'diverged');
  expect(await message(page)).toMatch(
    /with η = (0\.7|1|1\.5|3|5) (the network lost|the loss grew)/,
  );
  await whenAccuracy(page, 0.55);
  await pressUntil(page, 'train-reset', 'idle');
  await pressUntil(page, 'restore-run', 'paused');
  await setRate(page, -1);
  await press(page, 'train-start');
  await whenAccuracy(page, 0.75);
});

test('the η offered is much smaller than the one that diverged, and suits the optimizer', async () => {
  const { page } = await open({ route: '#/train?count=2000&optimizer=adam&learningRate=10' });
  await pressUntil(page, 'train-start', 'diverged');
  expect(await textOf(page, 'smaller-rate')).toBe('Use η = 0.001');
  await setRate(page, -1);
  expect(await message(page)).toContain('with η = 10');
  expect(await textOf(page, 'smaller-rate')).toBe('Use η = 0.001');
  await press(page, 'smaller-rate');
  expect(await valueOf(page, 'learning-rate-value')).toBe(0.001);
  expect(await page.getByTestId('smaller-rate').count()).toBe(0);
  await press(page, 'train-start');
  await whenAccuracy(page, 0.5);
});
