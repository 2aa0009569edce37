// Draws digits on the page as a hand would, and reads what the page says of them.

/** Points on the unit square, one list for each stroke. */
export const digits = {
  0: [circle(0.5, 0.5, 0.2, 0.3)],
  1: [line([0.53, 0.2], [0.48, 0.8])],
  7: [[...line([0.28, 0.22], [0.72, 0.22]), ...line([0.72, 0.22], [0.45, 0.82])]],
};

function circle(x, y, width, height) {
  return Array.from({ length: 25 }, (_, i) => {
    const angle = -(i / 24) * 2 * Math.PI - Math.PI / 2;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

function line([x0, y0], [x1, y1], steps = 12) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const along = i / steps;
    return [x0 + along * (x1 - x0), y0 + along * (y1 - y0)];
  });
}

/** Waits until the network is there. */
export async function whenReady(page) {
  await page.waitForSelector(
    '[data-testid="prediction"]:is([data-state="empty"], [data-state="ready"])',
  );
}

/** A function from points on the unit square to points of the window. */
export async function canvasFrame(page) {
  const box = await page.getByTestId('draw-canvas').boundingBox();
  return ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
}

/** Draws strokes by mouse; `place` maps points of the unit square. */
export async function drawStrokes(page, strokes, place = (point) => point) {
  const frame = await canvasFrame(page);
  for (const stroke of strokes) {
    const [first, ...others] = stroke.map(place).map(frame);
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...point);
    await page.mouse.up();
  }
}

/** @returns {Promise<{ state: string, digit: string, confidence: number, words: string }>} */
export const prediction = (page) =>
  page.getByTestId('prediction').evaluate((element) => ({
    state: element.dataset.state,
    digit: element.dataset.digit,
    confidence: Number(element.dataset.confidence),
    words: element.querySelector('.prediction-words').textContent,
    spoken: element.querySelector('.visually-hidden').textContent,
  }));

export const probabilities = (page) =>
  page
    .locator('[data-testid^="probability-"]')
    .evaluateAll((rows) => rows.map((row) => Number(row.dataset.value)));

/**
 * A file, as `setInputFiles` takes it: strokes in dark ink on light paper, or in other colours; paper
 * null is transparent.
 */
export async function pictureFile(
  page,
  strokes,
  name = 'digit.png',
  { ink = '#223', paper = '#f4f1ea' } = {},
) {
  const bytes = await page.evaluate(
    async ({ source, ink, paper }) => {
      const canvas = new OffscreenCanvas(200, 200);
      const context = canvas.getContext('2d');
      context.fillStyle = paper ?? 'transparent';
      context.fillRect(0, 0, 200, 200);
      context.lineWidth = 14;
      context.lineCap = context.lineJoin = 'round';
      context.strokeStyle = ink;
      context.beginPath();
      for (const stroke of source) stroke.forEach(([x, y]) => context.lineTo(x * 200, y * 200));
      context.stroke();
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    },
    { source: strokes, ink, paper },
  );
  return { name, mimeType: 'image/png', buffer: Buffer.from(bytes) };
}
