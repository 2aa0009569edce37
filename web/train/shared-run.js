/** The one training run of the page. Train and Descend both show it, whichever was opened first. */
import { readStored, store } from '../engine/storage/local.js';
import { readRecord, writeRecord } from '../engine/storage/store.js';
import { queryOf, readRecipe } from './recipe.js';
import { TrainingRun } from './run.js';
import { Sources } from './sources.js';

/** The settings of the last visit are stored as the query of a link. */
const storeMilliseconds = 250;
const saveMilliseconds = 10_000;

class SharedRun {
  sources = new Sources();
  /** Begins with the settings of the last visit. */
  run = new TrainingRun(
    readRecipe(new URLSearchParams(readStored('train', String) ?? '')).recipe,
    this.sources,
  );
  /** Whether the run that can be gone back to, `run.previous`, is one of the last visit. */
  lastVisit = false;
  #timer = 0;

  constructor() {
    const { run } = this;
    run.addEventListener('change', () => {
      if (run.applied && run.figures.step > 0) this.lastVisit = false;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => store('train', queryOf(run.recipe)), storeMilliseconds);
    });
    autosave(run);
    void this.#offerLastVisit();
  }

  async #offerLastVisit() {
    const { run } = this;
    const record = await readRecord('run');
    if (!record?.theta || run.applied || run.previous) return;
    this.lastVisit = true;
    run.offer(record);
  }
}

/**
 * Saves the run when it rests, now and then while it trains, and when the page is hidden: it may
 * never be shown again.
 * @param {TrainingRun} run
 */
function autosave(run) {
  let last = -Infinity;
  const save = () => {
    const record = run.record();
    if (!record || record.step === 0) return;
    last = performance.now();
    writeRecord('run', record);
  };
  run.client.on('snapshot', ({ step }) => {
    const due = performance.now() - last > saveMilliseconds;
    if (step > 0 && (run.state !== 'running' || due)) save();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && run.state === 'running') save();
  });
}

/** @type {SharedRun | null} */
let shared = null;

export function sharedRun() {
  shared ??= new SharedRun();
  return shared;
}
