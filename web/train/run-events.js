/**
 * What the worker tells of a run, and the figures that are made of it.
 *
 * @typedef {import('./run.js').TrainingRun} TrainingRun
 * @typedef {import('../engine/trainer-client.js').Events} Events
 * @typedef {ReturnType<typeof noFigures>} Figures
 */
import { sharedState } from '../app/shared-state.js';
import { architectureOf } from './recipe.js';

/** Two changes of η within this time belong to one movement of the slider. */
const gestureMilliseconds = 700;

const unknown = /** @type {number | null} */ (null);

export const noFigures = () => ({
  step: 0,
  epoch: 0,
  epochShare: 0,
  samples: 0,
  loss: unknown,
  gradientNorm: unknown,
  samplesPerSecond: 0,
  threads: 1,
  batchMilliseconds: 0,
  finished: false,
  testAccuracy: unknown,
  testTotal: 0,
  trainAccuracy: unknown,
  confusion: /** @type {ArrayLike<number> | null} */ (null),
  rateDelay: unknown,
});

/**
 * Writes what the worker tells into the run, which dispatches `change` when its state changed and
 * `progress` when only figures did; `evaluation` with new figures of the test set.
 * @param {TrainingRun} run
 */
export function followWorker(run) {
  const { client } = run;
  const dispatch = (/** @type {string} */ name) => run.dispatchEvent(new Event(name));
  let lastMark = -Infinity;

  client.on('data', (loading) => {
    if (!run.loading) return;
    run.loading = loading;
    dispatch('progress');
  });
  client.on('progress', (progress) =>
    dispatch(takeProgress(run, progress) ? 'change' : 'progress'),
  );
  client.on('snapshot', ({ theta, step }) => {
    run.theta = theta;
    if (!run.applied) return;
    const accuracy = run.figures.testAccuracy;
    sharedState.publishSnapshot({
      architecture: architectureOf(run.applied),
      theta,
      step,
      accuracy,
    });
    dispatch('progress');
  });
  client.on('evaluation', ({ set, accuracy, loss, step, confusion, total }) => {
    if (set === 'train') run.figures.trainAccuracy = accuracy;
    else {
      Object.assign(run.figures, { testAccuracy: accuracy, testTotal: total, confusion });
      run.curve.addTest(step, loss);
      dispatch('evaluation');
    }
    dispatch('progress');
  });
  client.on('rate', ({ value, step, milliseconds }) => {
    const now = performance.now();
    run.curve.mark(step, value, now - lastMark < gestureMilliseconds);
    lastMark = now;
    run.figures.rateDelay = milliseconds;
    dispatch('progress');
  });
  client.on('crash', ({ parameters }) => {
    run.prepared = false;
    run.loading = null;
    run.state = 'error';
    run.figures.samplesPerSecond = 0;
    run.problem = { code: 'crash', parameters: { ...parameters, step: run.figures.step } };
    dispatch('change');
  });
}

/**
 * @param {TrainingRun} run @param {Events['progress']} progress
 * @returns {boolean} whether the state is another one
 */
function takeProgress(run, { state, divergence, points, ...figures }) {
  const finished = state === 'finished';
  // Said again with every evaluation that follows, when the criteria may be others already.
  if (finished && !run.figures.finished) {
    const { stopEpochs, stopLoss } = run.recipe;
    run.finishedBy = { stopEpochs, stopLoss };
  }
  run.curve.add(points.steps, points.running, points.batch);
  Object.assign(run.figures, figures, { finished });
  if (divergence) {
    const lost = Number(divergence.lost);
    run.problem = { code: 'diverged', parameters: { ...divergence, lost } };
  } else if (run.problem?.code === 'diverged') run.problem = null;
  const before = run.state;
  run.state = state === 'finished' ? 'paused' : state;
  return run.state !== before;
}
