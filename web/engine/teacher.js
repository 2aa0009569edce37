/** The page's side of a lesson. */
import { WorkerClient } from './worker-protocol.js';

/**
 * Teaches in a worker of its own, so that a run in Train goes on, and a cancelled lesson ends at once.
 * @param {import('./worker/teaching.js').Lesson} lesson
 * @param {{ onProgress: (share: number) => void, signal: AbortSignal }} options  `share`: 0…1
 * @returns {Promise<import('./worker/teaching.js').Taught>} rejects with a CodedError: `cancelled`, `crash`,
 *   or what the worker says
 */
export function teachInWorker(lesson, { onProgress, signal }) {
  /** @type {WorkerClient<import('./worker/teacher-worker.js').Api, { progress: number }>} */
  const client = new WorkerClient(
    () => new Worker(new URL('./worker/teacher-worker.js', import.meta.url), { type: 'module' }),
  );
  client.on('progress', onProgress);
  signal.addEventListener('abort', () => client.end(), { once: true });
  return client.call('teach', lesson).finally(() => client.end());
}
