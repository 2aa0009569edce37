/** What the two-variable tab shows, as its part of the page's address and as the view uses it. */
import { optimizerFacts, optimizers, settings as optimizerSettings } from '../../engine/catalog.js';
import { functionsOf } from '../function-field.js';

/**
 * @typedef {import('../../engine/types.js').FunctionFacts} FunctionFacts
 * @typedef {import('../../ui/plane-geometry.js').Rectangle} Rectangle
 * @typedef {import('../../app/router.js').Values} Values
 * @typedef {import('../../app/router.js').Schema} Schema
 * @typedef {string} Name  of an optimizer
 * @typedef {Record<string, number>} Tuning  its η as `rate`, and its settings
 * @typedef {{
 *   function: string, kappa: number, expression: string, start: number[], steps: number,
 *   racers: Name[], follow: Name, tuning: Record<Name, Tuning>, tolerance: number, limit: number,
 *   speed: number, view: Rectangle | null, arrows: boolean, surface: boolean,
 * }} Settings  racers: those that run, in the order of `optimizers`; follow: the one whose settings
 *   and table are shown; tolerance: ε of "arrived"; view: null for the function's own
 */

/** The settings of an optimizer that the tab offers: ε matters to no path. @param {Name} name */
export const tunable = (name) =>
  optimizerFacts(name).settings.filter((setting) => setting !== 'epsilon');

const number = String.raw`-?\d+(\.\d+)?(e[+-]?\d+)?`;
const rectanglePattern = new RegExp(`^(${number}(,${number}){3})?$`);
const someOf = (/** @type {readonly string[]} */ names) =>
  new RegExp(`^(${names.join('|')})(,(${names.join('|')}))*$`);

/** Facts that an expression has in place of a function's own. @type {FunctionFacts} */
const expressionFacts = {
  name: 'expression',
  dimension: 2,
  range: [-4, 4, -4, 4],
  start: [3, 1],
  learningRate: 0.05,
  minima: [],
  saddles: [],
  curvature: null,
  parameter: null,
};

/** What is known of a function by its name; null for a name that is none. @param {string} name */
export const factsOf = (name) =>
  name === 'expression'
    ? expressionFacts
    : (functionsOf(2).find((facts) => facts.name === name) ?? null);

/**
 * The schema of the tab while it shows the function of `facts`: a link to a function alone opens it
 * with the start and η that suit it.
 * @param {FunctionFacts} facts
 */
export function schemaFor(facts) {
  const { parameter } = facts;
  const names = [...functionsOf(2).map(({ name }) => name), 'expression'];
  /** @type {Schema} */
  const schema = {
    function: { default: 'bowl', choices: names },
    kappa: {
      default: parameter?.value ?? 1,
      min: parameter?.min ?? 1,
      max: parameter?.max ?? 1,
    },
    expression: { default: 'x^2 + sin(y)^2' },
    x: { default: facts.start[0] },
    y: { default: facts.start[1] },
    steps: { default: 0, min: 0, max: 10_000, integer: true },
    racers: { default: 'sgd', pattern: someOf(optimizers) },
    follow: { default: 'sgd', choices: optimizers },
    tolerance: { default: 1e-4, min: 0, max: 1e6 },
    limit: { default: 1000, min: 1, max: 10_000, integer: true },
    speed: { default: 10, min: 1, max: 1000 },
    view: { default: '', pattern: rectanglePattern },
    arrows: { default: false },
    surface: { default: true },
  };
  for (const name of optimizers) {
    const rate = optimizerFacts(name).planeRate ?? facts.learningRate;
    schema[`${name}.rate`] = { default: rate, min: Number.MIN_VALUE };
    for (const setting of tunable(name)) schema[`${name}.${setting}`] = optimizerSettings[setting];
  }
  return schema;
}

/** @param {any} values by the schema @returns {Settings} */
export function settingsFrom(values) {
  const asked = values.racers.split(',');
  const racers = optimizers.filter((name) => asked.includes(name));
  const tuning = /** @type {Record<Name, Tuning>} */ ({});
  for (const name of optimizers) {
    tuning[name] = { rate: values[`${name}.rate`] };
    for (const setting of tunable(name)) tuning[name][setting] = values[`${name}.${setting}`];
  }
  return {
    function: values.function,
    kappa: values.kappa,
    expression: values.expression,
    start: [values.x, values.y],
    steps: values.steps,
    racers,
    follow: racers.includes(values.follow) ? values.follow : racers[0],
    tuning,
    tolerance: values.tolerance,
    limit: values.limit,
    speed: values.speed,
    view: rectangleFrom(values.view),
    arrows: values.arrows,
    surface: values.surface,
  };
}

/** @param {Settings} settings @returns {Values} */
export function valuesFrom(settings) {
  const { racers, start, tuning, view, ...same } = settings;
  /** @type {Values} */
  const values = { ...same, x: start[0], y: start[1], racers: racers.join(',') };
  values.view = view
    ? [view.x0, view.x1, view.y0, view.y1].map((edge) => Number(edge.toPrecision(6))).join(',')
    : '';
  for (const name of optimizers) {
    const { rate, ...others } = tuning[name];
    values[`${name}.rate`] = rate;
    for (const [setting, value] of Object.entries(others)) values[`${name}.${setting}`] = value;
  }
  return values;
}

/** @param {string} text @returns {Rectangle | null} */
function rectangleFrom(text) {
  const [x0, x1, y0, y1] = text.split(',').map(Number);
  const wide = x1 - x0 > 0 && y1 - y0 > 0 && Number.isFinite(x1 - x0 + y1 - y0);
  return wide ? { x0, x1, y0, y1 } : null;
}

/**
 * The settings that a link asks for, and the names in it that had no acceptable value.
 * @param {import('../../app/address.js').Address} address
 */
export function readSettings(address) {
  const asked = address.query.get('function') ?? 'bowl';
  const schema = schemaFor(factsOf(asked) ?? /** @type {FunctionFacts} */ (factsOf('bowl')));
  const values = address.read(schema);
  const refused = [...address.query.entries()].flatMap(([name, text]) => {
    const value = values[name];
    const meant = typeof value === 'boolean' ? String(Number(value)) : String(value);
    const same = typeof value === 'number' ? Number(text) === value : meant === text;
    return value !== undefined && !same ? [name] : [];
  });
  return { settings: settingsFrom(values), refused };
}

/**
 * Another function with the start and the η that suit it.
 * @param {Settings} settings @param {string} name
 * @returns {Settings}
 */
export function withFunction(settings, name) {
  const facts = /** @type {FunctionFacts} */ (factsOf(name));
  const schema = schemaFor(facts);
  const tuning = { ...settings.tuning };
  for (const optimizer of optimizers) {
    const rate = Number(schema[`${optimizer}.rate`].default);
    tuning[optimizer] = { ...tuning[optimizer], rate };
  }
  return {
    ...settings,
    function: name,
    kappa: Number(schema.kappa.default),
    start: [...facts.start],
    steps: 0,
    tuning,
    view: null,
  };
}
