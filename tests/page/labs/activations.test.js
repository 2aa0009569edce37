import { expect, test } from 'vitest';
import { press } from '../actions.js';
import { faultlessLab, figure } from './lab.js';

const openLab = faultlessLab('activations');

test('a lab keeps its state in the link, also on the way back', async () => {
  const page = await openLab('?activation=relu&z=-2');
  await figure(page, 'slope').toBe(0);
  await page.getByTestId('lab-activation-tanh').check();
  await expect.poll(() => page.url()).toContain('activation=tanh&z=-2');
  await press(page, 'learn-next');
  await page.goBack();
  await expect.poll(() => page.getByTestId('lab-activation-tanh').isChecked()).toBe(true);
  await press(page, 'lab-undo');
});
