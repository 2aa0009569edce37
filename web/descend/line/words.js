/** What a path does, in sentences, from what the module found out about it. */
import { t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';

/**
 * @typedef {import('../../engine/types.js').Descent} Descent
 * @typedef {import('../../engine/types.js').Behaviour} Behaviour
 * @typedef {{ behaviour: Behaviour, warning: boolean, text: string }} Verdict
 */

/** @type {Behaviour[]} */
const bad = ['diverging', 'diverged', 'undefined', 'stuck', 'cycling', 'wandering'];

/**
 * @param {Behaviour} behaviour
 * @param {string} text
 * @returns {Verdict}
 */
const verdict = (behaviour, text) => ({ behaviour, warning: bad.includes(behaviour), text });

/**
 * @param {Descent} path  so far
 * @param {Descent} telling the same, or more of it: enough steps to judge by
 * @param {number} learningRate
 * @returns {Verdict}
 */
export function describe(path, telling, learningRate) {
  const rate = decimal(learningRate);
  const place = decimal(path.theta[path.theta.length - 1]);
  const { behaviour } = path;
  if (path.divergedAt === 0)
    return verdict('undefined', t('descend.say_undefinedStart', { place }));
  if (path.divergedAt > 0)
    return verdict(
      behaviour,
      t(`descend.say_${behaviour}`, { step: path.divergedAt, place, rate }),
    );
  if (path.steps > 0 && path.arrivedAt >= 0)
    return verdict(
      behaviour,
      t(`descend.say_${behaviour}`, {
        step: path.arrivedAt,
        place,
        manner: t(`descend.manner_${path.approach}`),
      }),
    );
  // A path that starts where there is no slope stays there.
  if (telling.arrivedAt === 0)
    return verdict(telling.behaviour, t('descend.say_noSlope', { place }));
  return verdict(telling.approach, manner(telling, rate));
}

/** @param {Descent} telling @param {string} rate */
function manner({ approach, factor, divergedAt, behaviour }, rate) {
  if (behaviour === 'undefined') return t('descend.say_willLeave', { step: divergedAt, rate });
  const shrinks = factor !== null && factor < 1;
  const share = shrinks ? percent(factor) : '';
  if ((approach === 'crawling' || approach === 'converging') && !shrinks)
    return t('descend.say_crawlingFlat', { rate });
  return t(`descend.say_${approach}`, { rate, share });
}

/**
 * The largest η that still converges, where the module knows it.
 * @param {number | null} largest
 * @param {string} optimizer
 */
export const limitSentence = (largest, optimizer) =>
  largest === null
    ? ''
    : t(optimizer === 'sgd' ? 'descend.largestRate' : 'descend.largestRateOther', {
        largest: decimal(largest),
      });
