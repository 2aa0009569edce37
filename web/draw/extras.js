/** Beneath the canvas: the user's own drawings, what is learned from them, and the keyboard. */

import { html } from 'lit';
import { Sentence } from '../app/sentence.js';
import { keyboardHelp } from './controls.js';
import { round } from './kept.js';
import './labels.js';

/** @typedef {import('./draw.js').DrawView} DrawView */

/** @param {DrawView} view */
export function extras(view) {
  return html`
    <section class="extras">
      <dd-labels
        .drawingOf=${() => drawingToKeep(view)}
        @kept=${() => (view.kept = view.labels?.last?.label ?? null)}
        @notice=${view.labelNotice}
      ></dd-labels>
      <dd-teacher></dd-teacher>
      ${keyboardHelp()}
    </section>
  `;
}

/** For when there is a network: the page reads first, and reads all the same where this fails. */
export function loadTeacher() {
  whenIdle(() => import('./teach/teacher.js').catch(() => {}));
}

/** Safari does not tell when it is idle. @param {() => unknown} task */
const whenIdle = (task) =>
  'requestIdleCallback' in window
    ? requestIdleCallback(task, { timeout: 2000 })
    : setTimeout(task, 500);

/**
 * Opens a file of drawings that was dropped on the page.
 * @param {DrawView} view @param {File} file
 */
export async function openDrawings(view, file) {
  try {
    await import('./teach/teacher.js');
  } catch {
    // Not another import(): some browsers keep a module's failure for as long as the page lives.
    view.notice = new Sentence('shell.viewFailed', {}, { retry: () => location.reload() });
    return;
  }
  const teacher = /** @type {import('./teach/teacher.js').Teacher} */ (
    view.querySelector('dd-teacher')
  );
  await teacher.import(file);
}

/**
 * What to keep for training: the image, and the strokes that it comes from; of a number, the image
 * of the digit that is looked at.
 * @param {DrawView} view
 */
function drawingToKeep({ drawing, reading }) {
  if (drawing.isEmpty) throw new Sentence('draw.nothingToKeep');
  if (!reading.digit) throw new Sentence('draw.notReady');
  const { strokes, picture } = drawing.content;
  const kept = { image: reading.digit.image.slice() };
  if (picture || reading.digits.length > 1) return kept;
  return { ...kept, strokes: strokes.map((stroke) => stroke.map(round)) };
}
