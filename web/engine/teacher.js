/** The page's side of a lesson. */
import { CodedError } from './errors.js';

/**
 * Teaches in a worker of its own, so that a run in Train goes on, and a cancelled lesson ends at once.
 * @param {import('./worker/teaching.js').Lesson} lesson
 * @param {{ onProgress: (share: number) => void, signal: AbortSignal }} options  `share`: 0…1
 * @returns {Promise<import('./worker/teaching.js').Taught>} rejects with a CodedError: `cancelled`, `crash`,
 *   or what the worker says
 */
export function teachInWorker(lesson, { onProgress, signal }) {
  const worker = new Worker(new URL('./worker/teacher-worker.js', import.meta.url), {
    type: 'module',
  });
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ code, /** @type {{}} */ parameters) =>
      reject(new CodedError(code, parameters));
    const crash = (/** @type {string} */ reason) => fail('crash', { reason });
    signal.addEventListener('abort', () => fail('cancelled', {}), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      crash(event.message || 'worker');
    });
    worker.addEventListener('messageerror', () => crash('message'));
    worker.addEventListener('message', ({ data }) => {
      if (data.type === 'progress') onProgress(data.share);
      else if (data.type === 'taught') resolve(data.taught);
      else fail(data.error.code, data.error.parameters);
    });
    worker.postMessage(lesson);
  }).finally(() => worker.terminate());
}
