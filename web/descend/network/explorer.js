/**
 * The landscape about the network in training and the search for its learning rate, as the page
 * sees them: what was asked for, how far it is, what came back. Dispatches `change`; what the worker
 * computes belongs to one generation of the run and goes with it.
 *
 * @typedef {import('../../engine/types.js').LandscapeOptions} LandscapeOptions
 * @typedef {import('../../engine/types.js').Landscape & LandscapeOptions &
 *   { step: number }} Landscape  `step`: of the weights in its middle
 * @typedef {import('../../engine/types.js').LandscapePath} LandscapePath
 * @typedef {import('../../engine/types.js').FinderCurve &
 *   import('../../engine/types.js').WorkDone} Search
 * @typedef {import('../../engine/errors.js').Description} Description
 */
import { describe } from '../../engine/errors.js';
import { sharedRun } from '../../train/shared-run.js';

/** While the network trains, the landscape rests at least this long between two of them. */
const pauseMilliseconds = 500;
const pathMilliseconds = 600;

export class Explorer extends EventTarget {
  run;
  /** Set by the view: whether it can be seen, and what it would have computed by itself. */
  shown = false;
  auto = true;
  /** @type {LandscapeOptions | null} */
  options = null;

  /** @type {Landscape | null} */
  landscape = null;
  /** The path in the plane of `landscape`. @type {LandscapePath | null} */
  path = null;
  /** How far the landscape under way is, 0 … 1; null: none is. @type {number | null} */
  progress = null;
  /** Why there is no landscape. @type {Description | null} */
  problem = null;

  /** @type {Search | null} */
  search = null;
  searching = false;
  /** @type {Description | null} */
  searchProblem = null;

  #generation = 0;
  /** When the landscape under way was asked for, and the step of the run then. */
  #asked = { at: 0, step: -1 };
  /** Before this time none is computed by itself. */
  #notBefore = 0;
  #pathAt = 0;
  #fetchingPath = false;
  #timer = 0;

  /** @param {import('../../train/run.js').TrainingRun} run */
  constructor(run) {
    super();
    this.run = run;
    this.#generation = run.generation;
    run.addEventListener('change', () => this.#follow());
    run.addEventListener('progress', () => this.#follow());
    const { client } = run;
    const stale = () => this.#generation !== run.generation;
    client.on('landscapeProgress', ({ done, total }) => {
      if (this.progress === null || stale()) return;
      this.#become({ progress: done / total });
    });
    client.on('landscape', (landscape) => stale() || this.#onLandscape(landscape));
    client.on('finder', (search) => {
      if (!this.searching || stale()) return;
      this.#become({ search, searching: !search.finished });
    });
    client.on('crash', () => stale() || this.#forget());
  }

  /** Computes the landscape about the network as it is now. @param {LandscapeOptions} options */
  async compute(options) {
    const { run } = this;
    this.options = options;
    this.#asked = { at: performance.now(), step: run.figures.step };
    this.#become({ progress: 0, problem: null });
    try {
      await run.client.call('startLandscape', options);
    } catch (error) {
      this.#become({ progress: null, problem: describe(error) });
    }
  }

  cancel() {
    this.run.client.call('cancelLandscape').catch(() => {});
    this.#become({ progress: null });
  }

  async startSearch() {
    this.#become({ search: null, searching: true, searchProblem: null });
    try {
      await this.run.client.call('startFinder', {});
    } catch (error) {
      this.#become({ searching: false, searchProblem: describe(error) });
    }
  }

  cancelSearch() {
    this.run.client.call('cancelFinder').catch(() => {});
    this.#become({ searching: false });
  }

  /** Looks whether the landscape or the path should be computed anew, now or a little later. */
  refresh() {
    clearTimeout(this.#timer);
    const { run, landscape, options } = this;
    if (!this.shown || !run.prepared || run.loading || !options) return;
    const now = performance.now();
    const { step } = run.figures;
    const moved = step !== this.#asked.step;
    if (this.auto && moved && this.progress === null) {
      if (now >= this.#notBefore) void this.compute(options);
      else this.#later(this.#notBefore - now);
    }
    const behind = landscape !== null && this.path?.steps.at(-1) !== step;
    if (behind && !this.#fetchingPath && this.progress === null) {
      if (now >= this.#pathAt) void this.#fetchPath();
      else this.#later(this.#pathAt - now);
    }
  }

  /** @param {number} milliseconds */
  #later(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), milliseconds);
  }

  #follow() {
    if (this.#generation !== this.run.generation) {
      this.#generation = this.run.generation;
      this.#forget();
    }
    this.refresh();
  }

  #forget() {
    this.#asked.step = -1;
    this.#notBefore = 0;
    const none = { landscape: null, path: null, progress: null, problem: null, search: null };
    this.#become({ ...none, searching: false });
  }

  /** @param {Landscape & { path: LandscapePath }} message */
  #onLandscape({ path, ...landscape }) {
    if (this.progress === null) return; // cancelled too late
    const now = performance.now();
    // It is under way half of the time at most.
    this.#notBefore = now + Math.max(pauseMilliseconds, now - this.#asked.at);
    this.#pathAt = now + pathMilliseconds;
    this.#become({ landscape, path, progress: null });
    this.refresh();
  }

  async #fetchPath() {
    const { landscape } = this;
    this.#fetchingPath = true;
    const path = await this.run.client.call('landscapePath').catch(() => null);
    this.#fetchingPath = false;
    this.#pathAt = performance.now() + pathMilliseconds;
    // A landscape begun since then has another plane.
    if (!path || this.landscape !== landscape || this.progress !== null) return;
    this.#become({ path });
  }

  /** @param {Partial<Explorer>} changes */
  #become(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('change'));
  }
}

/** @type {Explorer | null} */
let explorer = null;

/** The one of the page: it stays as it is while another tab is shown. */
export function sharedExplorer() {
  explorer ??= new Explorer(sharedRun().run);
  return explorer;
}
