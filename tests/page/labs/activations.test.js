import { expect, test } from 'vitest';
import { figureValue } from '../dragging.js';
import { faultlessLab } from '../faultless.js';

const openLab = faultlessLab('activations', '[data-lab="activations"] .lab-controls');

test('a lab keeps its state in the link, also on the way back', async () => {
  const page = await openLab('?activation=relu&z=-2');
  await expect.poll(() => figureValue(page, 'slope')).toBe(0);
  await page.getByTestId('lab-activation-tanh').check();
  await expect.poll(() => page.url()).toContain('activation=tanh&z=-2');
  await page.getByTestId('learn-next').click();
  await page.goBack();
  await expect.poll(() => page.getByTestId('lab-activation-tanh').isChecked()).toBe(true);
  await page.getByTestId('lab-undo').click();
});
