import { expect, test } from 'vitest';
import { faultlessPages } from '../faultless.js';
import { digits, drawStrokes, prediction, whenReady } from '../pen.js';

const open = faultlessPages();

/** Notes the files that are asked for; those that `held` matches are answered when told to. */
function watchFiles(held) {
  const files = [];
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const prepare = (page) =>
    page.route('**/*', async (route) => {
      const file = route.request().url().split('/').pop();
      files.push(file.replace(/-[\w-]{8}\./, '.'));
      if (held?.test(file)) await released;
      await route.continue();
    });
  return { files, release, prepare };
}

test('what Draw needs is asked for once', async () => {
  const { files, prepare } = watchFiles();
  const { page } = await open({ prepare });
  await whenReady(page);
  await drawStrokes(page, digits[1]);
  expect((await prediction(page)).digit).toBe('1');
  const needed = ['draw.js', 'recognition.js', 'recognition.wasm', 'default.safetensors'];
  for (const file of needed) expect(files.filter((one) => one === file)).toEqual([file]);
});

test('the first prediction takes no more files than there are parts', async () => {
  const { files, release, prepare } = watchFiles(/^teacher-/);
  const { page } = await open({ prepare });
  await whenReady(page);
  const waitedFor = files.slice(
    0,
    files.findIndex((file) => file.startsWith('teacher')),
  );
  expect(waitedFor.filter((file) => file.endsWith('.css'))).toEqual([]);
  expect(waitedFor.filter((file) => file.endsWith('.js')).length).toBeLessThanOrEqual(5);
  release();
});

test('what is loaded later does not ask for the styles of the page again', async () => {
  const { files, prepare } = watchFiles();
  const { page } = await open({ prepare });
  await whenReady(page);
  await expect.poll(() => files, { timeout: 10_000 }).toContain('teacher.css');
  await page.locator('.shell-nav a[href="#/learn"]').click();
  await page.locator('dd-learn h1').first().waitFor();
  expect(files.filter((file) => /^index.*\.css$/.test(file))).toEqual([]);
});

test('what Draw needs does not wait for the page’s own module', async () => {
  const { files, release, prepare } = watchFiles(/^index-.*\.js$/);
  const opening = open({ prepare });
  await expect.poll(() => files, { timeout: 10_000 }).toContain('default.safetensors');
  for (const file of ['index.js', 'draw.js', 'recognition.js', 'recognition.wasm']) {
    expect(files).toContain(file);
  }
  release();
  const { page } = await opening;
  await whenReady(page);
});

test('another view is opened without the files of Draw', async () => {
  const { files, prepare } = watchFiles();
  const { page } = await open({ route: '#/learn', prepare });
  await page.locator('dd-learn h1').first().waitFor();
  expect(files).toContain('learn.js');
  expect(files.filter((file) => /^draw\.js|recognition|\.safetensors$/.test(file))).toEqual([]);
});

test('the texts of a view that comes later follow the language, switched before or after', async () => {
  const { page } = await open();
  await whenReady(page);
  await page.getByTestId('language').click();
  await page.locator('.shell-nav a[href="#/train"]').click();
  const start = page.getByTestId('train-start');
  expect((await start.innerText()).trim()).toMatch(/\p{Script=Han}/u);
  await page.getByTestId('language').click();
  await expect.poll(async () => (await start.innerText()).trim()).toMatch(/^[A-Z][a-z]+$/);
  await page.locator('.shell-nav a[href="#/descend"]').click();
  const step = page.getByTestId('descend-step').first();
  expect((await step.innerText()).trim()).toMatch(/^[A-Za-z ]+$/);
  await page.getByTestId('language').click();
  await expect.poll(async () => (await step.innerText()).trim()).toMatch(/\p{Script=Han}/u);
});
