/**
 * @typedef {import('./worker/training-worker.js').Api} Api
 * @typedef {import('./worker/training-worker.js').Events} Events
 * @typedef {WorkerClient<Api, Events>} TrainerClient  the page's side of the training worker
 */
import { isolateNextVisit } from './isolation.js';
import { WorkerClient } from './worker-protocol.js';

/** @returns {TrainerClient} */
export const newTrainerClient = () =>
  new WorkerClient(() => {
    isolateNextVisit();
    return new Worker(new URL('./worker/training-worker.js', import.meta.url), { type: 'module' });
  });
