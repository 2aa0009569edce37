import { expect, test } from 'vitest';
import { dragByMouse, press } from '../actions.js';
import { dataOf, frames, valueOf } from '../readings.js';
import { faultlessPages } from '../faultless.js';
import { readTable } from './table.js';

const open = faultlessPages();

/** Opens the tab and notes whether the code of the surface was asked for. */
async function openPlane(query, prepare) {
  let loaded = false;
  const { page } = await open({
    route: `#/descend?tab=plane${query}`,
    prepare: async (page) => {
      page.on('request', (request) => (loaded ||= /surface-scene/.test(request.url())));
      await prepare?.(page);
    },
  });
  await page.getByTestId('descend-table').waitFor();
  return { page, surfaceLoaded: () => loaded };
}

const state = (page) => dataOf(page, 'descend-surface', 'state');
const renders = async (page) => await valueOf(page, 'descend-surface', 'renders');

/** The number of renderings once there are no more of them. */
async function settled(page) {
  let before = -1;
  for (let now = await renders(page); now !== before; now = await renders(page)) {
    before = now;
    await frames(page, 30);
  }
  return before;
}

test('without WebGL a sentence stands in its place, and nothing is loaded for it', async () => {
  const { page, surfaceLoaded } = await openPlane('&steps=3', (prepared) =>
    prepared.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      Reflect.set(
        HTMLCanvasElement.prototype,
        'getContext',
        /** @this {HTMLCanvasElement} */ function (kind, ...rest) {
          return kind === '2d' ? Reflect.apply(getContext, this, [kind, ...rest]) : null;
        },
      );
    }),
  );
  await expect.poll(() => state(page)).toBe('no-webgl');
  expect(await page.getByText('WebGL').innerText()).toContain('WebGL');
  expect(surfaceLoaded()).toBe(false);
  await press(page, 'descend-step');
  expect((await readTable(page)).length).toBe(5);
});

test('a surface that is not shown is not loaded; shown and hidden, it comes and goes', async () => {
  const { page, surfaceLoaded } = await openPlane('&surface=0');
  expect(await page.getByTestId('descend-surface').count()).toBe(0);
  expect(surfaceLoaded()).toBe(false);
  await page.getByTestId('descend-surface-shown').check();
  await expect.poll(() => state(page)).toMatch(/ready|no-webgl/);
  await page.getByTestId('descend-surface-shown').uncheck();
  expect(await page.getByTestId('descend-surface').count()).toBe(0);
});

test('the surface is drawn when it is turned or a path changes, and only then', async (context) => {
  const { page } = await openPlane('&steps=3');
  await expect.poll(() => state(page)).toMatch(/ready|no-webgl/);
  if ((await state(page)) === 'no-webgl') context.skip('This browser offers no WebGL.');
  await expect.poll(() => renders(page)).toBeGreaterThan(0);
  const still = await settled(page);
  await page.getByTestId('descend-surface').press('ArrowLeft');
  await expect.poll(() => renders(page)).toBeGreaterThan(still);
  const turned = await settled(page);
  await press(page, 'descend-step');
  await expect.poll(() => renders(page)).toBeGreaterThan(turned);

  const moved = await settled(page);
  await dragByMouse(page, page.getByTestId('descend-surface'), 60, -20);
  await expect.poll(() => renders(page)).toBeGreaterThan(moved);
});
