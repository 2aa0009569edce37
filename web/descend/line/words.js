/** What a path does, in sentences, from what the module found out about it. */
import { t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';

/**
 * @typedef {import('../../engine/descent-types.js').Descent} Descent
 * @typedef {import('../../engine/descent-types.js').Behaviour} Behaviour
 * @typedef {{ behaviour: Behaviour, warning: boolean, text: string }} Verdict
 */

/** @type {Behaviour[]} */
const bad = ['diverging', 'diverged', 'undefined', 'stuck', 'cycling', 'wandering'];

/**
 * @param {Descent} path  so far
 * @param {Descent} telling the same, or more of it: enough steps to judge by
 * @param {number} learningRate @returns {Verdict}
 */
export function describe(path, telling, learningRate) {
  const { behaviour, arrivedAt, divergedAt, steps } = path;
  const { factor, approach } = telling;
  const shrinks = factor !== null && factor < 1;
  const values = {
    rate: decimal(learningRate),
    place: decimal(path.theta[path.theta.length - 1]),
    share: shrinks ? percent(factor) : '',
  };
  /** @param {Behaviour} told @param {string} [key]  of the text @param {object} [more]  for its places */
  const say = (told, key = told, more) => ({
    behaviour: told,
    warning: bad.includes(told),
    text: t(`descend.say_${key}`, { ...values, ...more }),
  });
  if (divergedAt === 0) return say('undefined', 'undefinedStart');
  if (divergedAt > 0) return say(behaviour, behaviour, { step: divergedAt });
  if (steps > 0 && arrivedAt >= 0)
    return say(behaviour, behaviour, {
      step: arrivedAt,
      manner: t(`descend.manner_${path.approach}`),
    });
  // A path that starts where there is no slope stays there.
  if (telling.arrivedAt === 0) return say(telling.behaviour, 'noSlope');
  if (telling.behaviour === 'undefined')
    return say(approach, 'willLeave', { step: telling.divergedAt });
  const flat = (approach === 'crawling' || approach === 'converging') && !shrinks;
  return say(approach, flat ? 'crawlingFlat' : approach);
}

/**
 * The largest η that still converges, where the module knows it.
 * @param {number | null} largest @param {string} optimizer
 */
export const limitSentence = (largest, optimizer) =>
  largest === null
    ? ''
    : t(optimizer === 'sgd' ? 'descend.largestRate' : 'descend.largestRateOther', {
        largest: decimal(largest),
      });
