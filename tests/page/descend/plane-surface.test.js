import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';

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

const state = (page) => page.getByTestId('descend-surface').getAttribute('data-state');
const renders = async (page) =>
  Number(await page.getByTestId('descend-surface').getAttribute('data-renders'));

/** The number of renderings once there are no more of them. */
async function settled(page) {
  let before = -1;
  for (let now = await renders(page); now !== before; now = await renders(page)) {
    before = now;
    await page.waitForTimeout(500);
  }
  return before;
}

test('without WebGL a sentence stands in its place, and nothing is loaded for it', async () => {
  const { page, surfaceLoaded } = await openPlane('&steps=3', (prepared) =>
    prepared.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind === '2d' ? getContext.call(this, kind, ...rest) : null;
      };
    }),
  );
  await expect.poll(() => state(page)).toBe('no-webgl');
  expect(await page.locator('.surface-note').innerText()).toContain('WebGL');
  expect(surfaceLoaded()).toBe(false);
  await page.getByTestId('descend-step').click();
  expect(await page.getByTestId('descend-table').locator('tbody tr').count()).toBe(5);
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
  await page.getByTestId('descend-surface').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => renders(page)).toBeGreaterThan(still);
  const turned = await settled(page);
  await page.getByTestId('descend-step').click();
  await expect.poll(() => renders(page)).toBeGreaterThan(turned);

  const moved = await settled(page);
  const box = await page.getByTestId('descend-surface').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 - 20, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => renders(page)).toBeGreaterThan(moved);
});
