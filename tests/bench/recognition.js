import { closeBrowser, openPage } from '../page/harness.js';
import { printTable, quantile } from './table.js';

const strokes = 20;
const eventsInStroke = 30;

/** Milliseconds from a pen event to its probabilities in the page, with real pen input. */
export async function printRecognition() {
  const { page, context } = await openPage({ route: '#/draw' });
  try {
    await page.locator('[data-testid="prediction"]:not([data-state="loading"])').waitFor();
    await page.evaluate(watchRecognition);
    await drawWithPen(await context.newCDPSession(page), page);
    const latencies = await page.evaluate(() => window.latencies);

    const least = (strokes * eventsInStroke) / 2;
    if (latencies.length < least) {
      throw new Error(
        `Expected probabilities after at least ${least} pen events, got ${latencies.length}.`,
      );
    }
    const milliseconds = (share) => `${quantile(latencies, share).toFixed(2)} ms`;
    printTable(`From pen event to probabilities, ${latencies.length} events`, [
      ['', 'p50', 'p95', 'longest'],
      ['Draw view', milliseconds(0.5), milliseconds(0.95), milliseconds(1)],
    ]);
  } finally {
    await closeBrowser();
  }
}

/**
 * Runs in the page: takes the time when a pen event enters the document, before any handler, and when
 * it leaves it again, provided that the ten probabilities have changed in between. No observer of the
 * page's mutations, which would have the page itself take notes of each.
 */
function watchRecognition() {
  window.latencies = [];
  const bars = Array.from({ length: 10 }, (_, digit) =>
    document.querySelector(`[data-testid="probability-${digit}"]`),
  );
  const read = () => bars.map((bar) => bar?.getAttribute('data-value')).join();
  let before = read();
  let started = 0;
  for (const type of ['pointerdown', 'pointermove']) {
    document.addEventListener(type, () => (started = performance.now()), { capture: true });
    document.addEventListener(type, () => {
      const milliseconds = performance.now() - started;
      const after = read();
      if (after !== before) window.latencies.push(milliseconds);
      before = after;
    });
  }
}

/** Loops of growing size, one event at a time, undone by "clear" before each stroke. */
async function drawWithPen(session, page) {
  const box = await page.getByTestId('draw-canvas').boundingBox();
  const pen = (type, x, y) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
      force: 0.5,
    });
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const size = 0.2 + (0.2 * stroke) / strokes;
    const at = (i) => {
      const angle = (2 * Math.PI * i) / eventsInStroke;
      const x = box.x + box.width * (0.5 + 0.6 * size * Math.sin(angle));
      const y = box.y + box.height * (0.5 - size * Math.cos(angle));
      return [x, y];
    };
    await pen('mousePressed', ...at(0));
    for (let i = 1; i <= eventsInStroke; i += 1) await pen('mouseMoved', ...at(i));
    await pen('mouseReleased', ...at(eventsInStroke));
    await page.getByTestId('clear').click();
  }
}
