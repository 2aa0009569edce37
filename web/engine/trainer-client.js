/**
 * @typedef {import('./worker/training-worker.js').Api} Api
 * @typedef {import('./worker/training-worker.js').Events} Events
 * @typedef {WorkerClient<Api, Events>} TrainerClient  the page's side of the training worker
 */
import { WorkerClient } from './worker-protocol.js';

/** @returns {TrainerClient} */
export const newTrainerClient = () =>
  new WorkerClient(() => {
    isolateNextVisit();
    return new Worker(new URL('./worker/training-worker.js', import.meta.url), { type: 'module' });
  });

/**
 * Two threads can train only where the page is cross-origin isolated. Where the host sends no
 * headers for that, a service worker (public/isolation.js) adds them the next time the page is
 * opened.
 *
 * Not by reloading it now: whoever trains has begun something, and one thread computes the same.
 * So nothing ever reloads, and a browser that stays unisolated for a reason of its own is asked
 * again at the next visit and no worse off.
 */
function isolateNextVisit() {
  const framed = window.top !== window;
  // In an insecure context there are no service workers; nor, in some browsers, in private windows.
  if (crossOriginIsolated || framed || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(new URL('isolation.js', document.baseURI)).catch(() => {}); // they are switched off, or storage is: one thread
}
