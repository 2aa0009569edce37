/** The buttons of labs that run by themselves, by a `ticker`. */
import { t } from '../app/text.js';
import { button } from './parts.js';

/** @typedef {import('./lab.js').Lab & { ticker: import('../ui/ticker.js').Ticker }} RunningLab */

/**
 * Run and pause.
 * @param {RunningLab} lab
 * @param {() => void} begin  what is done before a run; undo leads back to there
 */
export const runButton = (lab, begin) =>
  button(
    'run',
    t(lab.ticker.running ? 'learn.pause' : 'learn.run'),
    () => {
      if (lab.ticker.running) {
        lab.ticker.stop();
        return;
      }
      begin();
      lab.ticker.start();
    },
    { primary: true },
  );

/** One step, which ends a run. @param {RunningLab} lab @param {() => void} step */
export const stepButton = (lab, step) =>
  button('step', t('learn.step'), () => {
    lab.ticker.stop();
    step();
  });

/**
 * Ends a run and goes back to where it began.
 * @param {RunningLab} lab
 * @param {import('../app/router.js').Values} start
 */
export const restartButton = (lab, start) =>
  button('restart', t('learn.restart'), () => {
    lab.ticker.stop();
    lab.set(start);
  });
