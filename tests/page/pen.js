// Draws digits on the page as a hand would.

import { file } from './actions.js';
import { boxOf } from './readings.js';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {[x: number, y: number]} Point
 */

/** Points on the unit square, one list for each stroke. */
export const digits = {
  0: [circle(0.5, 0.5, 0.2, 0.3)],
  1: [line([0.53, 0.2], [0.48, 0.8])],
  7: [[...line([0.28, 0.22], [0.72, 0.22]), ...line([0.72, 0.22], [0.45, 0.82])]],
};

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Point[]} */
function circle(x, y, width, height) {
  return Array.from({ length: 25 }, (_, i) => {
    const angle = -(i / 24) * 2 * Math.PI - Math.PI / 2;
    return [x + width * Math.cos(angle), y + height * Math.sin(angle)];
  });
}

/** @param {Point} from @param {Point} to @returns {Point[]} */
function line([x0, y0], [x1, y1], steps = 12) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const along = i / steps;
    return [x0 + along * (x1 - x0), y0 + along * (y1 - y0)];
  });
}

/** A function from points on the unit square to points of the window. @param {Page} page */
export async function canvasFrame(page) {
  const box = await boxOf(page.getByTestId('draw-canvas'));
  return (/** @type {Point} */ [x, y]) =>
    /** @type {Point} */ ([box.x + x * box.width, box.y + y * box.height]);
}

/**
 * Draws strokes by mouse; `place` maps points of the unit square.
 * @param {Page} page
 * @param {Point[][]} strokes
 * @param {(point: Point) => Point} [place]
 */
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

/**
 * A file, as `setInputFiles` takes it: strokes in dark ink on light paper, or in other colours; paper
 * null is transparent.
 * @param {Page} page
 * @param {Point[][]} strokes
 * @param {string} [name]
 * @param {{ ink?: string, paper?: string | null }} [colours]
 */
export async function pictureFile(
  page,
  strokes,
  name = 'digit.png',
  { ink = '#223', paper = '#f4f1ea' } = {},
) {
  const bytes = await page.evaluate(
    async ({ strokes, ink, paper }) => {
      const canvas = new OffscreenCanvas(200, 200);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.fillStyle = paper ?? 'transparent';
      context.fillRect(0, 0, 200, 200);
      context.lineWidth = 14;
      context.lineCap = context.lineJoin = 'round';
      context.strokeStyle = ink;
      context.beginPath();
      for (const stroke of strokes) stroke.forEach(([x, y]) => context.lineTo(x * 200, y * 200));
      context.stroke();
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    },
    { strokes, ink, paper },
  );
  return file(name, Buffer.from(bytes), 'image/png');
}
