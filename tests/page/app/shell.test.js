import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { goTo, press } from '../actions.js';
import { boxOf, overflow, textOf } from '../readings.js';
import { brokenFiles, heldFiles } from '../faults.js';
import { faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';
import { faultlessDraw, whenReady } from '../draw/recognition.js';

const open = faultlessPages();
const openDraw = faultlessDraw();

const web = fileURLToPath(new URL('../../../web/', import.meta.url));
const scripts = (await readdir(web, { recursive: true })).filter((name) => name.endsWith('.js'));
const textsOf = async (/** @type {string} */ file) => (await import(`${web}${file}`)).default;

/** Folders of texts by what their keys begin with, as the code adds them. */
const rooms = new Map([['shell', 'app']]);
for (const name of scripts) {
  const code = await readFile(`${web}${name}`, 'utf8');
  for (const [, prefix] of code.matchAll(/(?:^addTexts|labOf)\('([\w-]+)'/gm))
    rooms.set(prefix, dirname(name));
}

test('both languages have the same texts', async () => {
  const folders = (/** @type {string} */ file) =>
    scripts.filter((name) => name.endsWith(`/${file}`)).map(dirname);
  const known = [...new Set(rooms.values())].sort();
  expect(folders('en.js').sort()).toEqual(known);
  expect(folders('zh.js').sort()).toEqual(known);
  for (const folder of known) {
    const [en, zh] = await Promise.all([textsOf(`${folder}/en.js`), textsOf(`${folder}/zh.js`)]);
    expect(Object.keys(zh).sort(), folder).toEqual(Object.keys(en).sort());
  }
});

test('every text that the code asks for exists', async () => {
  const keys = new Set();
  for (const name of scripts) {
    const code = await readFile(`${web}${name}`, 'utf8');
    for (const [, key] of code.matchAll(/(?:\bt\(|new CodedError\()\s*'([a-z][\w-]*\.[\w-]+)'/g))
      keys.add(key);
    const lab = name.match(/^labs\/([\w-]+)\//)?.[1];
    const own = lab ? await textsOf(`labs/${lab}/en.js`) : {};
    for (const [, key] of lab ? code.matchAll(/\.text\(\s*'([\w-]+)'/g) : [])
      keys.add(key in own ? `${lab}.${key}` : `learn.${key}`);
  }
  expect(keys.size).toBeGreaterThan(40);
  for (const key of keys) {
    const [room, name] = key.split('.');
    expect(await textsOf(`${rooms.get(room)}/en.js`), key).toHaveProperty([name]);
  }
});

test('the page speaks the browser’s language, and another when asked to, also after a reload', async () => {
  const { page } = await openDraw({ locale: 'zh-CN' });
  expect(await textOf(page, 'clear')).toBe('清空');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await press(page, 'language');
  expect(await textOf(page, 'clear')).toBe('Clear');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toBe('Draw · Digit Descent');
  await page.reload();
  await whenReady(page);
  expect(await textOf(page, 'clear')).toBe('Clear');
});

test('an unknown route shows Draw, and views stay as they were', async () => {
  const { page } = await openDraw({ route: '#/nowhere?x=1' });
  const current = page.getByRole('navigation').locator('[aria-current="page"]');
  expect(await current.innerText()).toBe('Draw');
  await page.evaluate(() => document.querySelector('dd-draw')?.setAttribute('data-same', ''));
  await goTo(page, 'train');
  await page.waitForSelector('dd-train');
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  await page.getByRole('banner').getByRole('link').first().click();
  expect(await page.locator('dd-draw[data-same]').isVisible()).toBe(true);
});

test('the colour scheme follows the system until one is chosen', async () => {
  const { page } = await openDraw({ colorScheme: 'dark' });
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await press(page, 'scheme');
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.reload();
  await whenReady(page);
  expect(await paper()).toBe(light);
  await press(page, 'scheme');
  expect(await paper()).toBe(dark);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`text has a contrast of 4.5 in the ${colorScheme} scheme`, async () => {
    const { page } = await open({ colorScheme });
    const ratios = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const luminance = (name) => {
        const written = style.getPropertyValue(`--${name}`).trim();
        const hex = written.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
        const [r, g, b] = [1, 3, 5]
          .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
          .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ratio = (a, b) => {
        const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
      };
      const texts = ['text', 'muted', 'positive'];
      const papers = ['paper', 'surface', 'sunken'];
      return Object.fromEntries([
        ...texts.flatMap((a) => papers.map((b) => [`${a} on ${b}`, ratio(a, b)])),
        ['on-positive on positive', ratio('on-positive', 'positive')],
        ['text on negative-soft', ratio('text', 'negative-soft')],
      ]);
    });
    for (const [pair, ratio] of Object.entries(ratios)) {
      expect(ratio, pair).toBeGreaterThanOrEqual(4.5);
    }
  });
}

test('every control of Draw and Train has a name, and both fit 360 px', async () => {
  const { page } = await openDraw();
  for (const [view, selector] of /** @type {const} */ ([
    ['draw', 'dd-layer-stack canvas'],
    ['train', 'dd-train button'],
  ])) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await goTo(page, view);
    await page.waitForSelector(selector);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const focusable = nodes.filter(
      ({ ignored, role, properties = [] }) =>
        !ignored &&
        role?.value !== 'RootWebArea' &&
        properties.some(({ name, value }) => name === 'focusable' && value.value),
    );
    expect(focusable.length).toBeGreaterThan(10);
    const nameless = focusable.filter(({ name, role }) => !name?.value && role?.value !== 'main');
    expect(nameless.map(({ role }) => role?.value)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 740 });
    for (let language = 0; language < 2; language++) {
      await expect.poll(() => overflow(page), { message: view }).toBe(0);
      await press(page, 'language');
    }
  }
});

test('a phone shows canvas, prediction and all bars at once; the navigation fits in both languages', async () => {
  const { page } = await openDraw({ viewport: phone.viewport });
  for (const testId of ['draw-canvas', 'prediction', 'probability-0', 'probability-9']) {
    const { y, height } = await boxOf(page.getByTestId(testId));
    expect(y, testId).toBeGreaterThanOrEqual(0);
    expect(y + height, testId).toBeLessThanOrEqual(844);
  }

  const navigation = page.getByRole('navigation');
  const cut = async () =>
    Math.max(
      await navigation.evaluate((nav) => nav.scrollWidth - nav.clientWidth),
      await overflow(page),
    );
  for (const language of ['en', 'zh']) {
    for (const width of [360, 390, 480, 640, 720]) {
      await page.setViewportSize({ width, height: 740 });
      // The window answers to its new size a frame later.
      await expect.poll(cut, { message: `${language}, ${width} px` }).toBe(0);
    }
    await press(page, 'language');
  }
});

test('a view whose file does not come gets a sentence, and may be tried again', async () => {
  const { prepare, mend } = brokenFiles('**/assets/train-*.js', (route) =>
    route.fulfill({ status: 503 }),
  );
  const { page, problems } = await openDraw({ prepare });
  await goTo(page, 'train');
  const notice = page.getByRole('alert');
  await expect.poll(() => notice.innerText()).toMatch(/could not be loaded/);
  expect((await boxOf(notice)).y).toBeLessThan(200);
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  mend();
  problems.consoleErrors.length = 0; // the 503, which the browser reports itself
  await notice.getByRole('button').click();
  await page.waitForSelector('dd-train');
});

test('a view that is slow to come is said to be loading, and the one before is put away', async () => {
  const { prepare, release } = heldFiles('**/assets/train-*.js');
  const { page } = await openDraw({ prepare });
  await goTo(page, 'train');
  const loading = page.getByRole('status').getByText('Loading…');
  await loading.waitFor();
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  release();
  await page.waitForSelector('dd-train');
  await loading.waitFor({ state: 'detached' });
});
