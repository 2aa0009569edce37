/**
 * The one training run of the page. Train and Descend both show it, whichever was opened first.
 */
import { savedRun } from '../engine/storage/store.js';
import { autosave } from './autosave.js';
import { queryOf, readRecipe } from './recipe.js';
import { TrainingRun } from './run.js';
import { Sources } from './sources.js';

/** The settings of the last visit are stored as the query of a link. */
const storageKey = 'digit-descent.train';
const storeMilliseconds = 250;

class SharedRun {
  sources = new Sources();
  /** Begins with the settings of the last visit. */
  run = new TrainingRun(readRecipe(storedQuery()).recipe, this.sources);
  /** Whether the run that can be gone back to, `run.previous`, is one of the last visit. */
  lastVisit = false;
  #timer = 0;

  constructor() {
    const { run } = this;
    run.addEventListener('change', () => {
      if (run.applied && run.figures.step > 0) this.lastVisit = false;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => storeQuery(queryOf(run.recipe)), storeMilliseconds);
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

function storedQuery() {
  try {
    return new URLSearchParams(localStorage.getItem(storageKey) ?? '');
  } catch {
    return new URLSearchParams();
  }
}

/** @param {string} query */
function storeQuery(query) {
  try {
    localStorage.setItem(storageKey, query);
  } catch {
    // The settings then last as long as the page.
  }
}

/** @type {SharedRun | null} */
let shared = null;

export function sharedRun() {
  shared ??= new SharedRun();
  return shared;
}
