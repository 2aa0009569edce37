// What the tests of the labs share: hands that drag and type, and figures that are read.

/** The middle of an element, in pixels of the window; it is scrolled into view first. */
export async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
}

/** The disc of the point number `index` of the plot `testid`. */
export const pointOf = (page, index = 0, testid = 'lab-plot') =>
  page.getByTestId(testid).locator(`[data-index="${index}"] .dot`);

/** Drags by mouse from the middle of an element by so many pixels. */
export async function dragByMouse(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 5 });
  await page.mouse.up();
}

/** The same by a finger; the page must have been opened with `hasTouch`. */
export async function dragByTouch(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py]) => ({ x: px, y: py })),
    });
  await touch('touchStart', [[x, y]]);
  for (let i = 1; i <= 5; i++) await touch('touchMove', [[x + (dx * i) / 5, y + (dy * i) / 5]]);
  await touch('touchEnd', []);
  await session.detach();
  // Chromium takes a drag as short as this for a fling, and a tap right after it for what stops that.
  await page.waitForTimeout(300);
}

/** Types into a field and leaves it. */
export async function type(page, testId, text) {
  await page.getByTestId(testId).fill(text);
  await page.getByTestId(testId).press('Enter');
}

/** A figure of the lab that is shown, in full precision. */
export const figureValue = async (page, name) =>
  Number(await page.locator(`[data-figure="${name}"]`).getAttribute('data-value'));
