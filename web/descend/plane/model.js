import { contains, withAspect } from '../../ui/plane-geometry.js';
import { HeldFunction } from '../../engine/descent.js';
import { hasEnded, lowestValue, picture, runRace, stepsMade } from './race.js';
import { factsOf, readSettings, schemaFor, valuesFrom } from './settings.js';
import { optimizerName } from './words.js';

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('../../engine/types.js').DescentFunction} DescentFunction
 * @typedef {import('../../engine/errors.js').CodedError} CodedError
 * @typedef {import('../../ui/plane-geometry.js').Rectangle} Rectangle
 */

export const maxSteps = 10_000;
const someExpression = 'x^2 + sin(y)^2';
/** A picture may grow so many times as large as the function's own to take in all paths. */
const widestFit = 20;

/** What the tab shows: its settings and all that follows from them. */
export class PlaneModel {
  /** @param {import('../../app/address.js').Address} address */
  constructor(address) {
    this.address = address;
    const { settings, refused } = readSettings(address);
    this.settings = settings;
    /** Names in the link that had no acceptable value. */
    this.refused = refused;
    this.held = new HeldFunction();
    /** The expression held when the one typed has a mistake. */
    this.working = someExpression;
    /** @type {CodedError | null} */
    this.mistake = null;
    /** J*, null where it is not known. @type {number | null} */
    this.lowest = null;
    /** @type {import('./race.js').Racer[]} */
    this.racers = [];
    /** @type {ReturnType<typeof picture> | null} */
    this.picture = null;
    this.pictureKey = '';
    this.#choose();
    this.set({});
  }

  release() {
    this.held.release();
  }

  get f() {
    return /** @type {DescentFunction} */ (this.held.handle);
  }

  get facts() {
    return /** @type {import('./settings.js').FunctionFacts} */ (factsOf(this.settings.function));
  }

  /** Holds the function of the settings; an expression with a mistake leaves the one before. */
  #choose() {
    const { function: name, kappa, expression } = this.settings;
    const own = (/** @type {string} */ text) => this.held.choose({ name, text, dimension: 2 });
    this.mistake = null;
    if (name === 'expression') {
      try {
        own(expression);
        this.working = expression;
      } catch (error) {
        this.mistake = /** @type {CodedError} */ (error);
        own(this.working);
      }
    } else {
      this.held.choose(this.facts.parameter ? { name, parameter: kappa } : { name });
    }
    this.lowest = lowestValue(this.f);
  }

  /** @param {Partial<Settings>} changes */
  set(changes) {
    this.settings = { ...this.settings, ...changes };
    if (['function', 'kappa', 'expression'].some((name) => name in changes)) this.#choose();
    this.racers = runRace(this.f, this.settings, this.lowest);
    this.address.keep(schemaFor(this.facts), valuesFrom(this.settings));
  }

  /** The settings with changes to the optimizer that is followed. @param {import('./settings.js').Tuning} changes */
  tuned(changes) {
    const { tuning, follow } = this.settings;
    return { tuning: { ...tuning, [follow]: { ...tuning[follow], ...changes } } };
  }

  get followed() {
    return this.racers.find(({ name }) => name === this.settings.follow) ?? this.racers[0];
  }

  /** So many steps of a run; false: all have arrived or diverged. @param {number} count */
  advance(count) {
    const { steps, limit } = this.settings;
    if (this.racers.every(hasEnded) || steps >= limit) return false;
    this.set({ steps: Math.min(limit, steps + count) });
    if (!this.racers.every(hasEnded)) return true;
    const made = this.racers.map(({ arrived, descent }) => (arrived < 0 ? descent.steps : arrived));
    this.set({ steps: Math.max(...made) });
    return false;
  }

  step() {
    if (this.racers.every(({ descent }) => descent.state !== 'running')) return;
    this.set({ steps: Math.min(maxSteps, this.settings.steps + 1) });
  }

  back() {
    this.set({ steps: Math.max(0, stepsMade(this.racers) - 1) });
  }

  /** Zooming far in or out ends where doubles do. @param {Rectangle | null} view */
  setView(view) {
    const width = view ? view.x1 - view.x0 : 1;
    const size = view ? Math.max(Math.abs(view.x0), Math.abs(view.x1), Math.abs(view.y1)) : 1;
    if (width < 1e9 && width > 1e-6 * Math.max(1e-3, size)) this.set({ view });
  }

  /** The function's own part of the plane. @returns {Rectangle} */
  #whole() {
    const [x0, x1, y0, y1] = this.facts.range;
    return { x0, x1, y0, y1 };
  }

  /**
   * Samples J for a map of so many pixels; anew only when the function or what is shown of it
   * changed.
   * @param {{ width: number, height: number }} size
   */
  sample({ width, height }) {
    const { arrows, surface, view } = this.settings;
    if (width === 0) return;
    const rectangle = withAspect(view ?? this.#whole(), width, height);
    const key = JSON.stringify([this.held.key, rectangle, arrows, surface]);
    if (key === this.pictureKey) return;
    this.pictureKey = key;
    this.picture = picture(this.f, rectangle, { arrows, surface, width });
  }

  /** @returns {import('../../ui/path-drawing.js').Path[]} the one followed on top */
  paths() {
    const several = this.racers.length > 1;
    return this.racers
      .filter(({ descent }) => descent.divergedAt !== 0)
      .map(({ name, descent }) => ({
        name,
        label: several ? optimizerName(name) : '',
        theta: descent.theta,
        selected: name === this.settings.follow,
        broken: descent.state === 'diverged',
      }))
      .sort((a, b) => Number(a.selected) - Number(b.selected));
  }

  /** Names of those whose path leaves the picture. */
  leaving() {
    const map = this.picture?.map;
    if (!map) return [];
    return this.racers
      .filter(({ descent: { theta } }) => {
        for (let i = 0; i < theta.length; i += 2)
          if (!contains(map, theta[i], theta[i + 1])) return true;
        return false;
      })
      .map(({ name }) => optimizerName(name));
  }

  /** A picture with all points of all paths, as far as that is a picture of anything. */
  fit() {
    const whole = this.#whole();
    const far = widestFit * Math.max(whole.x1 - whole.x0, whole.y1 - whole.y0);
    const limits = {
      x0: whole.x0 - far,
      x1: whole.x1 + far,
      y0: whole.y0 - far,
      y1: whole.y1 + far,
    };
    const box = { ...whole };
    for (const { descent } of this.racers) {
      const { theta } = descent;
      for (let i = 0; i < theta.length; i += 2) {
        const [x, y] = [theta[i], theta[i + 1]];
        if (!contains(limits, x, y)) continue;
        box.x0 = Math.min(box.x0, x);
        box.x1 = Math.max(box.x1, x);
        box.y0 = Math.min(box.y0, y);
        box.y1 = Math.max(box.y1, y);
      }
    }
    const margin = 0.06 * Math.max(box.x1 - box.x0, box.y1 - box.y0);
    const view = {
      x0: box.x0 - margin,
      x1: box.x1 + margin,
      y0: box.y0 - margin,
      y1: box.y1 + margin,
    };
    this.set({ view });
  }
}
