import { saveRun } from '../engine/storage/store.js';

const autosaveMilliseconds = 10_000;

/**
 * Saves the run when it rests, now and then while it trains, and when the page is hidden: it may
 * never be shown again.
 * @param {import('./run.js').TrainingRun} run
 */
export function autosave(run) {
  let last = -Infinity;
  const save = () => {
    const record = run.record();
    if (!record || record.step === 0) return;
    last = performance.now();
    saveRun(record);
  };
  run.client.on('snapshot', ({ step }) => {
    const due = performance.now() - last > autosaveMilliseconds;
    if (step > 0 && (run.state !== 'running' || due)) save();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && run.state === 'running') save();
  });
}
