import { refusedParameters } from '../../app/router.js';
import { optimizerFacts, optimizers, settings } from '../../engine/catalog.js';
import { contains, withAspect } from '../../ui/plane-geometry.js';
import { FunctionRun, maxSteps } from '../run.js';
import { speedSchema } from '../transport.js';
import { hasEnded, lowestValue, picture, runRace, stepsMade } from './race.js';
import { markOf, optimizerName } from './words.js';

/**
 * @typedef {import('../../app/router.js').Schema} Schema
 * @typedef {import('../../ui/plane-geometry.js').Rectangle} Rectangle
 * @typedef {string} Name  of an optimizer
 * @typedef {{
 *   function: string, kappa: number, expression: string, x: number, y: number, steps: number,
 *   racers: string, follow: Name, tolerance: number, limit: number, speed: number, view: string,
 *   arrows: boolean, surface: boolean, [setting: `${Name}.${string}`]: number,
 * }} PlaneState  racers: names of those that run, with commas; follow: the one whose settings and table
 *   are shown; tolerance: ε of "arrived"; view: x0,x1,y0,y1, '' for the function's own; `<name>.rate` is
 *   the η of an optimizer, and so on for what it reads besides
 */

/** η for an expression and an optimizer that knows none of its own. */
const expressionRate = 0.05;
/** A picture may grow so many times as large as the function's own to take in all paths. */
const widestFit = 20;

/** The settings of an optimizer that the tab offers: ε matters to no path. @param {Name} name */
export const tunable = (name) =>
  optimizerFacts(name).settings.filter((setting) => setting !== 'epsilon');

const number = String.raw`-?\d+(\.\d+)?(e[+-]?\d+)?`;
const rectanglePattern = new RegExp(`^(${number}(,${number}){3})?$`);
const someOf = (/** @type {readonly string[]} */ names) =>
  new RegExp(`^(${names.join('|')})(,(${names.join('|')}))*$`);

/** @param {Rectangle} range */
const rectangleText = ({ x0, x1, y0, y1 }) =>
  [x0, x1, y0, y1].map((edge) => Number(edge.toPrecision(6))).join(',');

/** @param {string} text @returns {Rectangle | null} */
function rectangleFrom(text) {
  const [x0, x1, y0, y1] = text.split(',').map(Number);
  const wide = x1 - x0 > 0 && y1 - y0 > 0 && Number.isFinite(x1 - x0 + y1 - y0);
  return wide ? { x0, x1, y0, y1 } : null;
}

/**
 * Descents of several optimizers on a function of two variables.
 * @extends {FunctionRun<PlaneState>}
 */
export class PlaneRun extends FunctionRun {
  /** J*, null where it is not known. @type {number | null} */
  lowest = null;
  /** @type {import('./race.js').Racer[]} */
  racers = [];
  /** @type {ReturnType<typeof picture> | null} */
  picture = null;
  pictureKey = '';
  /** A link has fewer digits than the reader zooms by. @type {{ text: string, view: Rectangle | null }} */
  viewed = { text: '', view: null };

  /** @param {import('../../app/address.js').Address} address */
  constructor(address) {
    super(address, 2, { function: 'bowl', expression: 'x^2 + sin(y)^2' });
    this.refused = refusedParameters(this.schema, address.query);
    this.open();
    const names = this.names;
    const { follow } = this.state;
    this.set({ racers: names.join(), follow: names.includes(follow) ? follow : names[0] });
  }

  get schema() {
    /** @type {Schema} */
    const schema = {
      ...super.schema,
      steps: { default: 0, min: 0, max: maxSteps, integer: true },
      racers: { default: 'sgd', pattern: someOf(optimizers) },
      follow: { default: 'sgd', choices: optimizers },
      tolerance: { default: 1e-4, min: 0, max: 1e6 },
      limit: { default: 1000, min: 1, max: maxSteps, integer: true },
      speed: { ...speedSchema(10), max: 1000 },
      arrows: { default: false },
      surface: { default: true },
    };
    for (const name of optimizers)
      for (const setting of tunable(name)) schema[`${name}.${setting}`] = settings[setting];
    return schema;
  }

  get ownSchema() {
    const { name: chosen, parameter, start, learningRate } = this.facts;
    const usual = chosen === 'expression' ? expressionRate : learningRate;
    /** @type {Schema} */
    const schema = {
      kappa: {
        default: parameter?.value ?? 1,
        min: parameter?.min ?? 1,
        max: parameter?.max ?? 1,
      },
      x: { default: start[0] },
      y: { default: start[1] },
      view: { default: '', pattern: rectanglePattern },
    };
    for (const name of optimizers) {
      const rate = optimizerFacts(name).planeRate ?? usual;
      schema[`${name}.rate`] = { default: rate, min: Number.MIN_VALUE };
    }
    return schema;
  }

  /** Of those that run, in the order of `optimizers`. @returns {Name[]} */
  get names() {
    const asked = this.state.racers.split(',');
    return optimizers.filter((name) => asked.includes(name));
  }

  /** What an optimizer reads: its η as `rate`, and its settings. @param {Name} name */
  tuning(name) {
    const read = ['rate', ...tunable(name)];
    return Object.fromEntries(read.map((key) => [key, this.state[`${name}.${key}`]]));
  }

  /** @param {Partial<PlaneState>} changes */
  derive(changes) {
    super.derive(changes);
    this.racers = runRace(this);
  }

  /** @param {Partial<PlaneState>} choice */
  hold(choice) {
    super.hold(choice);
    this.lowest = lowestValue(this.function);
  }

  get followed() {
    return this.racers.find(({ name }) => name === this.state.follow) ?? this.racers[0];
  }

  /** So many steps of a run; false: all have arrived or diverged. @param {number} count */
  advance(count) {
    const { steps, limit } = this.state;
    if (this.racers.every(hasEnded) || steps >= limit) return false;
    this.set({ steps: Math.min(limit, steps + count) });
    if (!this.racers.every(hasEnded)) return true;
    const made = this.racers.map(({ arrived, descent }) => (arrived < 0 ? descent.steps : arrived));
    this.set({ steps: Math.max(...made) });
    return false;
  }

  step() {
    if (this.racers.some(({ descent }) => descent.state === 'running')) super.step();
  }

  back() {
    this.stepTo(stepsMade(this.racers) - 1);
  }

  /** What is shown of the plane; null: the function's own part. */
  get view() {
    const { view: text } = this.state;
    if (text !== this.viewed.text) this.viewed = { text, view: rectangleFrom(text) };
    return this.viewed.view;
  }

  /** Zooming far in or out ends where doubles do. @param {Rectangle | null} view */
  setView(view) {
    const width = view ? view.x1 - view.x0 : 1;
    const size = view ? Math.max(Math.abs(view.x0), Math.abs(view.x1), Math.abs(view.y1)) : 1;
    if (!(width < 1e9 && width > 1e-6 * Math.max(1e-3, size))) return;
    this.viewed = { text: view ? rectangleText(view) : '', view };
    this.set({ view: this.viewed.text });
  }

  /** The function's own part of the plane. @returns {Rectangle} */
  get #whole() {
    const [x0, x1, y0, y1] = this.facts.range;
    return { x0, x1, y0, y1 };
  }

  /**
   * Samples J for a map of so many pixels; anew only when the function or what is shown of it
   * changed.
   * @param {{ width: number, height: number }} size
   */
  sample({ width, height }) {
    const { arrows, surface } = this.state;
    if (width === 0) return;
    const rectangle = withAspect(this.view ?? this.#whole, width, height);
    const key = JSON.stringify([this.held.key, rectangle, arrows, surface]);
    if (key === this.pictureKey) return;
    this.pictureKey = key;
    this.picture = picture(this.function, rectangle, { arrows, surface, width });
  }

  /** @returns {import('../../ui/path-drawing.js').Path[]} the one followed on top */
  paths() {
    const several = this.racers.length > 1;
    return this.racers
      .filter(({ descent }) => descent.divergedAt !== 0)
      .map(({ name, descent }) => ({
        mark: markOf(name),
        label: several ? optimizerName(name) : '',
        theta: descent.theta,
        selected: name === this.state.follow,
        broken: descent.state === 'diverged',
      }))
      .sort((a, b) => Number(a.selected) - Number(b.selected));
  }

  /** Names of those whose path leaves the picture. */
  leaving() {
    const map = this.picture?.map;
    if (!map) return [];
    return this.racers
      .filter(({ descent }) => points(descent).some(([x, y]) => !contains(map, x, y)))
      .map(({ name }) => optimizerName(name));
  }

  /** A picture with all points of all paths, as far as that is a picture of anything. */
  fit() {
    const { x0, x1, y0, y1 } = this.#whole;
    const far = widestFit * Math.max(x1 - x0, y1 - y0);
    const limits = grown(this.#whole, far);
    const shown = this.racers
      .flatMap(({ descent }) => points(descent))
      .filter(([x, y]) => contains(limits, x, y));
    const box = shown.reduce(
      (before, [x, y]) => ({
        x0: Math.min(before.x0, x),
        x1: Math.max(before.x1, x),
        y0: Math.min(before.y0, y),
        y1: Math.max(before.y1, y),
      }),
      this.#whole,
    );
    this.setView(grown(box, 0.06 * Math.max(box.x1 - box.x0, box.y1 - box.y0)));
  }
}

/** @param {import('../../engine/descent-types.js').Descent} descent  @returns {number[][]} */
const points = ({ theta, values }) =>
  Array.from(values, (_, i) => [theta[2 * i], theta[2 * i + 1]]);

/** @param {Rectangle} rectangle @param {number} by  on all sides @returns {Rectangle} */
const grown = ({ x0, x1, y0, y1 }, by) => ({
  x0: x0 - by,
  x1: x1 + by,
  y0: y0 - by,
  y1: y1 + by,
});
