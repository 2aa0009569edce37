/** Beneath the canvas: the user's own drawings, what is learned from them, and the keyboard. */

import { html, nothing } from 'lit';
import { textButton } from '../ui/button.js';
import { t } from '../app/text.js';
import { CodedError } from '../engine/errors.js';
import './labels.js';
import { keyboardHelp } from './shortcuts.js';
import { round } from './stored-drawing.js';

/** @typedef {import('./draw.js').DrawView} DrawView */

/** @param {DrawView} view */
export function ownDrawings(view) {
  return html`
    <section class="extras">
      <dd-labels
        .drawingOf=${() => drawingToSave(view)}
        @saved=${() => (view.savedAs = view.labels?.last?.label ?? null)}
        @notice=${view.labelNotice}
      ></dd-labels>
      <dd-teacher></dd-teacher>
      ${keyboardHelp()}
    </section>
  `;
}

/**
 * A digit key is pressed quickly: what it saved is said where the eyes are, and removed there.
 * @param {DrawView} view
 */
export function savedAs({ savedAs: digit, labels }) {
  if (digit === null) return nothing;
  return html`
    <p>
      ${t('draw.keptAs', { digit })}
      ${textButton(t('draw.undoKeep'), () => labels?.removeLast(), 'undo-keep')}
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
 * What to save for training: the image, and the strokes that it comes from; of a number, the image
 * of the digit that is looked at.
 * @param {DrawView} view
 */
function drawingToSave({ drawing, reader }) {
  if (drawing.isEmpty) throw new CodedError('draw.nothingToKeep');
  if (!reader.digit) throw new CodedError('draw.notReady');
  const { strokes, picture } = drawing.content;
  const image = reader.digit.image.slice();
  if (picture || reader.digits.length > 1) return { image };
  return { image, strokes: strokes.map((stroke) => stroke.map(round)) };
}
