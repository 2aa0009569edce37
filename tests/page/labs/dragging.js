// What page tests of labs share: figures read, points dragged by mouse and by touch.

/** A figure of the lab, in full precision. */
export const figureValue = async (page, name) =>
  Number(await page.locator(`[data-figure="${name}"]`).first().getAttribute('data-value'));

const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

/** Drags what `locator` shows by so many pixels. */
export async function dragByMouse(page, locator, dx, dy) {
  await locator.scrollIntoViewIfNeeded();
  const [x, y] = await middle(locator);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 5 });
  await page.mouse.up();
}

/** The same with a finger; the page must have been opened with `hasTouch`. */
export async function dragByTouch(page, locator, dx, dy) {
  await locator.scrollIntoViewIfNeeded();
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
}

/** Types into a field and leaves it. */
export async function type(page, testId, text) {
  await page.getByTestId(testId).fill(text);
  await page.getByTestId(testId).press('Enter');
}
