/** Beneath the canvas: the user's own drawings, what is learned from them, and the keyboard. */

import { html, nothing } from 'lit';
import { t } from '../app/text.js';
import { CodedError } from '../engine/errors.js';
import './labels.js';
import { keyboardHelp } from './shortcuts.js';
import { round } from './kept.js';

/** @typedef {import('./draw.js').DrawView} DrawView */

/** @param {DrawView} view */
export function ownDrawings(view) {
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

/**
 * A digit key is pressed quickly: what it kept is said where the eyes are, and taken back there.
 * @param {DrawView} view
 */
export function keptAs({ kept, labels }) {
  if (kept === null) return nothing;
  return html`
    <p>
      ${t('draw.keptAs', { digit: kept })}
      <button
        class="text-button"
        type="button"
        data-testid="undo-keep"
        @click=${() => labels?.takeBack()}
      >
        ${t('draw.undoKeep')}
      </button>
    </p>
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
    view.notice = new CodedError('shell.viewFailed', {}, () => location.reload());
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
function drawingToKeep({ drawing, reader }) {
  if (drawing.isEmpty) throw new CodedError('draw.nothingToKeep');
  if (!reader.digit) throw new CodedError('draw.notReady');
  const { strokes, picture } = drawing.content;
  const kept = { image: reader.digit.image.slice() };
  if (picture || reader.digits.length > 1) return kept;
  return { ...kept, strokes: strokes.map((stroke) => stroke.map(round)) };
}
