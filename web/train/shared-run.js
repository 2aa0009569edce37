/**
 * The one training run of the page. Train and Descend both show it, whichever was opened first.
 */
import { savedRun } from '../engine/storage/store.js';
import { autosave } from './autosave.js';
import { readRecipe } from './recipe.js';
import { rememberedQuery, rememberRecipe } from './remember.js';
import { TrainingRun } from './run.js';
import { Sources } from './sources.js';

const rememberMilliseconds = 250;

class SharedRun {
  sources = new Sources();
  /** Begins with the settings of the last visit. */
  run = new TrainingRun(readRecipe(rememberedQuery()).recipe, this.sources);
  /** Whether the run kept, `run.previous`, is one of the last visit. */
  lastVisit = false;
  #remembering = 0;

  constructor() {
    const { run } = this;
    run.addEventListener('change', () => {
      if (run.applied && run.figures.step > 0) this.lastVisit = false;
      clearTimeout(this.#remembering);
      this.#remembering = setTimeout(() => rememberRecipe(run.recipe), rememberMilliseconds);
    });
    autosave(run);
    void this.#offerLastVisit();
  }

  async #offerLastVisit() {
    const { run } = this;
    const record = await savedRun();
    if (!record?.theta || run.applied || run.previous) return;
    this.lastVisit = true;
    run.offer(record);
  }
}

/** @type {SharedRun | null} */
let shared = null;

export function sharedRun() {
  shared ??= new SharedRun();
  return shared;
}
