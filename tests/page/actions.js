// What the tests do on any page, as a person does.
import { frames, placeIn } from './readings.js';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Locator} Locator
 * @typedef {[x: number, y: number]} Place  in pixels of the window
 */

/** @param {Page} page @param {string} testId */
export const press = (page, testId) => page.getByTestId(testId).click();

/** @param {Page} page @param {string} testId @param {number} times */
export async function pressTimes(page, testId, times) {
  for (let i = 0; i < times; i++) await press(page, testId);
}

/** Types into a field and leaves it. @param {Page} page @param {string | Locator} field @param {string} text */
export async function type(page, field, text) {
  const input = typeof field === 'string' ? page.getByTestId(field) : field;
  await input.fill(text);
  await input.press('Enter');
}

/** Moves a slider over values, as one drag does. @param {Page} page @param {string} testId @param {number[]} values */
export const slide = (page, testId, ...values) =>
  page.getByTestId(testId).evaluate((input, values) => {
    for (const value of values) {
      /** @type {HTMLInputElement} */ (input).value = String(value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, values);

/** Goes to another view by its link. @param {Page} page @param {'draw' | 'train' | 'descend' | 'learn'} view */
export const goTo = (page, view) =>
  page.getByRole('navigation').locator(`a[href="#/${view}"]`).click();

/** Changes the address as a link within the page does. @param {Page} page @param {string} hash */
export const follow = (page, hash) => page.evaluate((hash) => void (location.hash = hash), hash);

/** Opens the section that holds something, if it is closed. @param {Page} page @param {Locator} has */
export async function openSection(page, has) {
  const section = page.locator('details', { has });
  if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
}

/** The middle of an element, which is scrolled into view first. @param {Locator} locator */
export async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  return placeIn(locator);
}

/** Drags by mouse from one place to another. @param {Page} page @param {Place} from @param {Place} to */
export async function drag(page, from, to) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

/** The same from the middle of an element by so many pixels. @param {Page} page @param {Locator} locator @param {number} dx @param {number} dy */
export async function dragByMouse(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  await drag(page, [x, y], [x + dx, y + dy]);
}

/** The same by a finger; the page must have been opened with `hasTouch`. @param {Page} page @param {Locator} locator @param {number} dx @param {number} dy */
export async function dragByTouch(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  const touch = await finger(page);
  await touch('touchStart', [x, y]);
  for (let i = 1; i <= 5; i++) await touch('touchMove', [x + (dx * i) / 5, y + (dy * i) / 5]);
  // A finger that is lifted in motion flings, and a tap right after it only stops that.
  await frames(page, 6);
  await touch('touchEnd');
}

/**
 * Fingers on the screen.
 * @param {Page} page
 * @returns {Promise<(
 *   type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...places: Place[]
 * ) => Promise<unknown>>}
 */
export async function finger(page) {
  const session = await page.context().newCDPSession(page);
  return (type, ...places) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(([x, y], id) => ({ x, y, id })),
    });
}

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} FilePayload  as `setInputFiles` takes it */

/** @param {string} name @param {string | Buffer} content @returns {FilePayload} */
export const file = (name, content, mimeType = 'application/octet-stream') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/**
 * Drops files on a part of the page, or pastes them.
 * @param {Page} page
 * @param {FilePayload[]} files
 * @param {{ on?: string, as?: 'dragover' | 'drop' | 'paste' }} [options]
 * @returns {Promise<boolean>} whether the page has taken them, in place of the browser
 */
export const drop = (page, files, { on = 'body', as = 'drop' } = {}) =>
  page.evaluate(
    ({ files, on, as }) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      const bubbling = { bubbles: true, cancelable: true };
      const event =
        as === 'paste'
          ? new ClipboardEvent('paste', { ...bubbling, clipboardData: data })
          : new DragEvent(as, { ...bubbling, dataTransfer: data });
      return !document.querySelector(on)?.dispatchEvent(event);
    },
    {
      files: files.map(({ name, mimeType, buffer }) => ({
        name,
        type: mimeType,
        base64: buffer.toString('base64'),
      })),
      on,
      as,
    },
  );
