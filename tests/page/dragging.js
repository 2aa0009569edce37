// What the tests of the labs share: hands that drag.

/** The middle of an element, in pixels of the window; it is scrolled into view first. */
export async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** The disc of the point number `index` of the plot `testid`. */
export const pointOf = (page, index = 0, testid = 'lab-plot') =>
  page.getByTestId(testid).locator(`[data-index="${index}"] .dot`);

/** Drags by mouse from the middle of an element by so many pixels. */
export async function dragByMouse(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

/** The same by a finger. */
export async function dragByTouch(page, locator, dx, dy) {
  const [x, y] = await middle(locator);
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  await touch('touchStart', [[x, y]]);
  await touch('touchMove', [[x + dx / 2, y + dy / 2]]);
  await touch('touchMove', [[x + dx, y + dy]]);
  await touch('touchEnd', []);
}

/** The value of a lab's figure. */
export const figureValue = async (page, name) =>
  Number(await page.locator(`[data-figure="${name}"]`).getAttribute('data-value'));

/** A phone that is touched. */
export const phone = { viewport: { width: 390, height: 844 }, contextOptions: { hasTouch: true } };
