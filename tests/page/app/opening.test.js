import { expect, test } from 'vitest';
import { goTo, press } from '../actions.js';
import { faultlessPages } from '../faultless.js';
import { digits, drawStrokes } from '../pen.js';
import { prediction, whenReady } from '../draw/recognition.js';

const open = faultlessPages();

/** Notes the files that are asked for; those that `held` matches are answered when told to. */
function watchFiles(/** @type {RegExp} */ held = /(?!)/) {
  /** @type {string[]} */
  const files = [];
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  const prepare = (page) =>
    page.route('**/*', async (route) => {
      const file = route.request().url().replace(/.*\//, '');
      files.push(file.replace(/-[\w-]{8}\./, '.'));
      if (held.test(file)) await released;
      await route.continue();
    });
  return { files, release: () => release(), prepare };
}

test('what Draw needs is asked for once, and the styles of the page not again by what comes later', async () => {
  const { files, prepare } = watchFiles();
  const { page } = await open({ prepare });
  await whenReady(page);
  await drawStrokes(page, digits[1]);
  expect((await prediction(page)).digit).toBe('1');
  const needed = ['draw.js', 'recognition.js', 'recognition.wasm', 'default.safetensors'];
  for (const file of needed) expect(files.filter((one) => one === file)).toEqual([file]);

  await expect.poll(() => files).toContain('teacher.css');
  await goTo(page, 'learn');
  await page.getByTestId('learn-next').waitFor();
  expect(files.filter((file) => /^index.*\.css$/.test(file))).toEqual([]);
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

test('what Draw needs does not wait for the page’s own module', async () => {
  const { files, release, prepare } = watchFiles(/^index-.*\.js$/);
  const opening = open({ prepare });
  await expect.poll(() => files).toContain('default.safetensors');
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
  await page.getByTestId('learn-next').waitFor();
  expect(files).toContain('learn.js');
  expect(files.filter((file) => /^draw\.js|recognition|\.safetensors$/.test(file))).toEqual([]);
});

test('the texts of a view that comes later follow the language, switched before or after', async () => {
  const { page } = await open();
  await whenReady(page);
  await press(page, 'language');
  await goTo(page, 'train');
  const start = page.getByTestId('train-start');
  expect((await start.innerText()).trim()).toMatch(/\p{Script=Han}/u);
  await press(page, 'language');
  await expect.poll(async () => (await start.innerText()).trim()).toMatch(/^[A-Z][a-z]+$/);
  await goTo(page, 'descend');
  const step = page.getByTestId('descend-step').first();
  expect((await step.innerText()).trim()).toMatch(/^[A-Za-z ]+$/);
  await press(page, 'language');
  await expect.poll(async () => (await step.innerText()).trim()).toMatch(/\p{Script=Han}/u);
});
