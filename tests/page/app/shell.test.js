import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { phone } from '../harness.js';
import { whenReady } from '../pen.js';

const open = faultlessPages();

const text = (page, testId) => page.getByTestId(testId).innerText();

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
  const { page } = await open({ locale: 'zh-CN' });
  await whenReady(page);
  expect(await text(page, 'clear')).toBe('清空');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.getByTestId('language').click();
  expect(await text(page, 'clear')).toBe('Clear');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.title()).toBe('Draw · Digit Descent');
  await page.reload();
  await whenReady(page);
  expect(await text(page, 'clear')).toBe('Clear');
});

test('an unknown route shows Draw, and views stay as they were', async () => {
  const { page } = await open({ route: '#/nowhere?x=1' });
  await whenReady(page);
  const current = page.locator('.shell-nav [aria-current="page"]');
  expect(await current.innerText()).toBe('Draw');
  await page.evaluate(() => document.querySelector('dd-draw').setAttribute('data-same', ''));
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  await page.waitForSelector('dd-train');
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  await page.locator('.wordmark').click();
  expect(await page.locator('dd-draw[data-same]').isVisible()).toBe(true);
});

test('the colour scheme follows the system until one is chosen', async () => {
  const { page } = await open({ colorScheme: 'dark' });
  await whenReady(page);
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.getByTestId('scheme').click();
  const light = await paper();
  expect(light).not.toBe(dark);
  await page.reload();
  await whenReady(page);
  expect(await paper()).toBe(light);
  await page.getByTestId('scheme').click();
  expect(await paper()).toBe(dark);
});

for (const colorScheme of ['light', 'dark']) {
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

for (const route of ['#/draw', '#/train']) {
  test(`${route} fits 360 px without scrolling sideways`, async () => {
    const { page } = await open({ route, viewport: { width: 360, height: 740 } });
    await page.waitForSelector(route === '#/draw' ? 'dd-ink-canvas canvas' : 'dd-train');
    for (const language of ['en', 'zh']) {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        language,
      ).toBeLessThanOrEqual(360);
      await page.getByTestId('language').click();
    }
  });

  test(`every control of ${route} has a name`, async () => {
    const { page } = await open({ route });
    await page.waitForSelector(route === '#/draw' ? '.stack-layer canvas' : 'dd-train button');
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const focusable = nodes.filter(
      ({ ignored, role, properties = [] }) =>
        !ignored &&
        role?.value !== 'RootWebArea' &&
        properties.some(({ name, value }) => name === 'focusable' && value.value),
    );
    expect(focusable.length).toBeGreaterThan(10);
    const nameless = focusable.filter(({ name, role }) => !name?.value && role.value !== 'main');
    expect(nameless.map(({ role }) => role.value)).toEqual([]);
  });
}

test('a phone shows the canvas, the prediction and all bars at once', async () => {
  const { page } = await open({ viewport: phone.viewport });
  await whenReady(page);
  for (const testId of ['draw-canvas', 'prediction', 'probability-0', 'probability-9']) {
    const { y, height } = await page.getByTestId(testId).boundingBox();
    expect(y, testId).toBeGreaterThanOrEqual(0);
    expect(y + height, testId).toBeLessThanOrEqual(844);
  }
});

test('a view whose file does not come gets a sentence, and may be tried again', async () => {
  let broken = true;
  const { page, problems } = await open({
    prepare: (page) =>
      page.route('**/assets/train-*.js', (route) =>
        broken ? route.fulfill({ status: 503 }) : route.continue(),
      ),
  });
  await whenReady(page);
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  const notice = page.locator('.shell-status[role="alert"]');
  await expect.poll(() => notice.innerText()).toMatch(/could not be loaded/);
  expect((await notice.boundingBox()).y).toBeLessThan(200);
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  broken = false;
  problems.consoleErrors.length = 0; // the 503, which the browser reports itself
  await notice.getByRole('button').click();
  await page.waitForSelector('dd-train', { timeout: 5000 });
});

test('a view that is slow to come is said to be loading, and the one before is put away', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const { page } = await open({
    prepare: (page) =>
      page.route('**/assets/train-*.js', async (route) => {
        await held;
        await route.continue();
      }),
  });
  await whenReady(page);
  await page.locator('.shell-nav a', { hasText: 'Train' }).click();
  const status = page.locator('.shell-status[role="status"]');
  await expect.poll(() => status.innerText()).toBe('Loading…');
  expect(await page.locator('dd-draw').isVisible()).toBe(false);
  release();
  await page.waitForSelector('dd-train');
  await expect.poll(() => status.innerText()).toBe('');
});

test('the navigation fits in both languages', async () => {
  const { page } = await open({ viewport: { width: 360, height: 740 } });
  await whenReady(page);
  const cut = () =>
    page.evaluate(() => {
      const nav = document.querySelector('.shell-nav');
      return Math.max(
        nav.scrollWidth - nav.clientWidth,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    });
  for (const language of ['en', 'zh']) {
    for (const width of [360, 390, 480, 640, 720]) {
      await page.setViewportSize({ width, height: 740 });
      // The window answers to its new size a frame later.
      await expect.poll(cut, { message: `${language}, ${width} px`, timeout: 5000 }).toBe(0);
    }
    await page.getByTestId('language').click();
  }
});
