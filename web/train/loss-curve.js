const capacity = 1500;
const testCapacity = 500;

/**
 * The points of a loss chart, kept to a bounded number: when there are too many, neighbours are
 * merged in pairs, so that drawing costs the same after a minute and after a day.
 */
export class LossCurve {
  /** @type {number[]} */ steps = [];
  /** @type {number[]} */ running = [];
  /** @type {number[]} */ batch = [];
  /** @type {number[]} */ testSteps = [];
  /** @type {number[]} */ testLoss = [];
  /** @type {{step: number, value: number}[]} */ marks = [];

  /**
   * @param {ArrayLike<number>} steps
   * @param {ArrayLike<number>} running the running loss after each of these steps
   * @param {ArrayLike<number>} batch the loss of the step's own mini-batch
   */
  add(steps, running, batch) {
    for (let i = 0; i < steps.length; ++i) {
      if (steps[i] <= (this.steps.at(-1) ?? -1)) continue;
      this.steps.push(steps[i]);
      this.running.push(running[i]);
      this.batch.push(batch[i]);
    }
    while (this.steps.length > capacity) {
      this.steps = lastOfPairs(this.steps);
      this.running = meanOfPairs(this.running);
      this.batch = meanOfPairs(this.batch);
    }
  }

  /** @param {number} step @param {number} loss  of the test set with the weights of that step */
  addTest(step, loss) {
    if (!Number.isFinite(loss) || step <= (this.testSteps.at(-1) ?? -1)) return;
    this.testSteps.push(step);
    this.testLoss.push(loss);
    if (this.testSteps.length > testCapacity) {
      this.testSteps = lastOfPairs(this.testSteps);
      this.testLoss = lastOfPairs(this.testLoss);
    }
  }

  /**
   * Marks the step at which a new value took effect. Values that followed each other closely, as
   * while a slider is dragged, leave one mark: the last value, where the movement began to act.
   * @param {number} step @param {number} value
   * @param {boolean} sameGesture whether the mark before belongs to the same movement
   */
  mark(step, value, sameGesture) {
    const begun = sameGesture ? this.marks.pop()?.step : undefined;
    this.marks.push({ step: begun ?? step, value });
    if (this.marks.length > 200) this.marks.shift();
  }

  /** A plain object for structured cloning; `LossCurve.from` reads it. */
  toObject() {
    return { ...this };
  }

  /** @param {Partial<LossCurve>} [object] */
  static from(object = {}) {
    const curve = new LossCurve();
    for (const key of /** @type {'steps'[]} */ (Object.keys(curve)))
      curve[key] = [...(object[key] ?? [])];
    return curve;
  }
}

/** @param {number[]} values */
const lastOfPairs = (values) => values.filter((_, i) => i % 2 === 1 || i === values.length - 1);

/** @param {number[]} values */
function meanOfPairs(values) {
  /** @type {number[]} */
  const means = [];
  for (let i = 0; i < values.length; i += 2)
    means.push(i + 1 < values.length ? (values[i] + values[i + 1]) / 2 : values[i]);
  return means;
}
