/** Labs that run by themselves: a `ticker` and its buttons. */
import { Ticker } from '../ui/ticker.js';
import { t } from '../app/text.js';
import { button } from './parts.js';

/**
 * @typedef {{ begin: () => void, step: () => void, restart: () => void }} Commands
 *   `begin`: what is done before a run; undo leads back to there
 * @typedef {{ ticker: Ticker & Commands }} RunningLab
 */

/**
 * A run that raises a count of the lab's state up to `max`.
 * @param {import('./lab.js').Lab} lab
 * @param {string} name  of the count
 * @param {number} max
 * @param {number} speed  steps a second
 * @param {{ stride?: (count: number) => number, over?: () => boolean }} [options]
 *   `stride`: by how much a step of the run raises it; `over`: whether nothing is left to be done
 * @returns {Ticker & Commands}
 */
export function countedRun(lab, name, max, speed, { stride = () => 1, over = () => false } = {}) {
  const count = () => Number(lab.state[name]);
  const ended = () => over() || count() >= max;
  const advance = (/** @type {number} */ ticks) => {
    if (ended()) return false;
    let next = count();
    for (let i = 0; i < ticks; i++) next += stride(next);
    if (next > count()) lab.set({ [name]: Math.min(max, next) }, { undoable: false });
    return !ended();
  };
  return Object.assign(new Ticker(lab, advance, speed), {
    begin: () => lab.set({ [name]: ended() ? 0 : count() }),
    step: () => {
      if (!ended()) lab.set({ [name]: count() + 1 });
    },
    restart: () => lab.set({ [name]: 0 }),
  });
}

/** Run and pause. @param {RunningLab} lab */
export const runButton = ({ ticker }) =>
  button(
    'run',
    t(ticker.running ? 'descend.pause' : 'descend.run'),
    () => {
      if (ticker.running) {
        ticker.stop();
        return;
      }
      ticker.begin();
      ticker.start();
    },
    { primary: true },
  );

/** One step, which ends a run. @param {RunningLab} lab */
export const stepButton = ({ ticker }) =>
  button('step', t('descend.step'), () => {
    ticker.stop();
    ticker.step();
  });

/** Ends a run and goes back to where it began. @param {RunningLab} lab */
export const restartButton = ({ ticker }) =>
  button('restart', t('learn.restart'), () => {
    ticker.stop();
    ticker.restart();
  });
