/**
 * @typedef {import('./types.js').CurveFit} CurveFit
 */

/** A frame may compute for so many milliseconds, in slices of so many steps. */
const budget = 7;
const slice = 20;

/**
 * A network that follows what is asked of it: with other settings, or fewer steps, it begins anew
 * and makes its steps again, a few milliseconds a frame.
 */
export class Follower {
  /** @param {() => void} proceed  called in a later frame while there is more to do */
  constructor(proceed) {
    this.proceed = proceed;
    /** @type {CurveFit | null} */
    this.fit = null;
    this.key = '';
    this.frame = 0;
  }

  /**
   * @param {string} key  of all that makes the run, but not how far it goes
   * @param {() => CurveFit} make
   * @param {number} steps  how far it is to go
   * @param {number} learningRate
   */
  follow(key, make, steps, learningRate) {
    if (!this.fit || this.key !== key || this.fit.steps() > steps) {
      const fit = make(); // may throw; the one from before then stays
      this.fit?.delete();
      this.fit = fit;
      this.key = key;
    }
    const { fit } = this;
    const until = performance.now() + budget;
    let before = -1;
    while (this.#wants(fit, steps) && fit.steps() > before && performance.now() < until) {
      before = fit.steps();
      fit.train(Math.min(slice, steps - before), learningRate);
    }
    cancelAnimationFrame(this.frame);
    const goesOn = this.#wants(fit, steps) && fit.steps() > before;
    this.frame = goesOn ? requestAnimationFrame(this.proceed) : 0;
    return fit;
  }

  /** @param {CurveFit} fit @param {number} steps */
  #wants(fit, steps) {
    return fit.steps() < steps && !fit.diverged();
  }

  release() {
    cancelAnimationFrame(this.frame);
    this.fit?.delete();
    this.fit = null;
    this.key = '';
  }
}
