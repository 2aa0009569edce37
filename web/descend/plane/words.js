/** What happened on the map, in words. */
import { t } from '../../app/text.js';
import { optimizers } from '../../engine/catalog.js';
import '../../train/texts.js';
import { decimal } from '../../app/numbers.js';
import { hasEnded } from './race.js';

/**
 * @typedef {import('./race.js').Racer} Racer
 * @typedef {import('../../engine/descent-types.js').DescentFunction} DescentFunction
 */

/** How the path of an optimizer looks. @param {string} name */
export const markOf = (name) =>
  /** @type {import('../../ui/path-marks.js').PathMark} */ (`path-${optimizers.indexOf(name) + 1}`);

/** @param {string} name of an optimizer */
export const optimizerName = (name) => t(`train.optimizer_${name}`);

/** @param {ArrayLike<number>} point */
export const pointText = (point) =>
  `(${Array.from(point, (component) => decimal(component, 4)).join(', ')})`;

const text = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values) =>
  t(`descend-plane.${key}`, values);

/** @param {Racer} racer */
const hasArrived = ({ arrived, ruled }) => arrived >= 0 && ruled.behaviour !== 'stuck';
/** Flat, but higher than what is near. @param {Racer} racer */
const isStuck = ({ arrived, ruled }) => arrived >= 0 && ruled.behaviour === 'stuck';

/** The state of one racer in a few words. @param {Racer} racer */
export function stateText(racer) {
  const { state, behaviour, steps, divergedAt } = racer.descent;
  if (behaviour === 'undefined' && divergedAt === 0) return t('descend-plane.stateUndefined');
  if (state === 'diverged') return text('stateDiverged', { step: divergedAt });
  if (racer.arrived >= 0)
    return text(isStuck(racer) ? 'stateStuck' : 'stateArrived', { step: racer.arrived });
  if (steps === 0) return '';
  return t(`descend-plane.state_${behaviour}`);
}

/**
 * One sentence or a few for the picture as a whole.
 * @param {Racer[]} racers @param {DescentFunction} f
 * @param {number | null} lowest J*
 */
export function story(racers, f, lowest) {
  if (
    racers.every(
      ({ arrived, descent: { steps, state } }) => steps === 0 && state === 'running' && arrived < 0,
    )
  )
    return t('descend-plane.storyWaiting');
  return racers.length === 1 ? storyOfOne(racers[0], f, lowest) : storyOfRace(racers, f, lowest);
}

/** The last point of a path. @param {Racer} racer */
const lastPoint = ({ descent }) => descent.theta.slice(-2);
/** @param {Racer} racer */
const lastValue = ({ descent }) => descent.values[descent.values.length - 1];

/** Whether it arrived in a minimum that is not the lowest. @param {Racer} racer @param {DescentFunction} f @param {number | null} lowest */
function isLocal({ ruled }, f, lowest) {
  const near = f.nearestMinimum(ruled.theta.slice(-2));
  if (lowest === null || near === null) return false;
  return f.evaluate(f.facts().minima[near.index]).value > lowest + 1e-6;
}

/** @param {Racer} racer @param {DescentFunction} f @param {number | null} lowest */
function storyOfOne(racer, f, lowest) {
  const { name, arrived, ruled, descent } = racer;
  const at = arrived >= 0 ? ruled : descent;
  const point = at.theta.slice(-2);
  const values = {
    name: optimizerName(name),
    steps: at.steps,
    step: descent.divergedAt,
    point: pointText(point),
    value: decimal(at.values[at.steps], 4),
  };
  if (descent.behaviour === 'undefined')
    return text(descent.divergedAt === 0 ? 'storyNoStart' : 'story_undefined', values);
  if (descent.state === 'diverged') return text('story_diverged', values);
  if (isStuck(racer)) return text('story_stuck', values);
  if (arrived < 0) return text(`story_${descent.behaviour}`, values);
  const how = ruled.approach === 'oscillating' ? ` ${t('descend-plane.storySwinging')}` : '';
  return text(isLocal(racer, f, lowest) ? 'storyLocal' : 'story_converged', values) + how;
}

/** @param {Racer[]} racers @param {DescentFunction} f @param {number | null} lowest */
function storyOfRace(racers, f, lowest) {
  const arrived = racers.filter(hasArrived).sort((a, b) => a.arrived - b.arrived);
  const stuck = racers.filter(isStuck);
  const lost = racers.filter(({ descent }) => descent.state === 'diverged');
  const moving = racers.filter((racer) => !hasEnded(racer));
  const list = (/** @type {Racer[]} */ some) =>
    some.map(({ name }) => optimizerName(name)).join(t('descend-plane.listComma'));
  const sentences = [];
  if (arrived.length > 0) {
    const [best] = arrived;
    const first = arrived.filter((racer) => racer.arrived === best.arrived);
    const others = arrived
      .slice(first.length)
      .map((racer) => text('placeOf', { name: optimizerName(racer.name), steps: racer.arrived }))
      .join(t('descend-plane.listComma'));
    sentences.push(
      text(others ? 'raceFirstAndOthers' : 'raceFirst', {
        names: list(first),
        steps: best.arrived,
        others,
      }),
    );
  } else if (moving.length > 0) {
    const ahead = moving.toSorted((a, b) => lastValue(a) - lastValue(b))[0];
    sentences.push(
      text(lowest === null ? 'raceLowest' : 'raceAhead', {
        name: optimizerName(ahead.name),
        value: decimal(lastValue(ahead), 4),
      }),
    );
  }
  if (arrived.length > 0 && moving.length > 0)
    sentences.push(text('raceMoving', { names: list(moving) }));
  const local = arrived.filter((racer) => isLocal(racer, f, lowest));
  if (local.length > 0) sentences.push(text('raceLocal', { names: list(local) }));
  if (stuck.length > 0) sentences.push(text('raceStuck', { names: list(stuck) }));
  for (const racer of lost)
    sentences.push(
      text(racer.descent.divergedAt === 0 ? 'raceNoStart' : 'raceDiverged', {
        name: optimizerName(racer.name),
        step: racer.descent.divergedAt,
        point: pointText(lastPoint(racer)),
      }),
    );
  return sentences.join(t('descend-plane.sentenceSpace'));
}
