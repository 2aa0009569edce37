/**
 * Work that is done a few units at a time, so that messages are heard in between: as many units as
 * fit into the time of a slice.
 * @template Result
 */
export class SlicedWork {
  #some;
  #min;
  #fitting;
  /** Units of the last slice, and the milliseconds that it took. */
  last = { units: 0, milliseconds: 0 };

  /**
   * @param {(units: number) => Result} some  does up to so many units
   * @param {number} [min] units of a slice
   */
  constructor(some, min = 1) {
    this.#some = some;
    this.#min = this.#fitting = min;
  }

  /**
   * @param {number} aim  milliseconds that the slice may take, about
   * @param {number} [limit] units
   */
  advance(aim, limit = Infinity) {
    const units = Math.min(this.#fitting, limit);
    const began = performance.now();
    const result = this.#some(units);
    const milliseconds = performance.now() - began;
    this.last = { units, milliseconds };
    const fitting = Math.floor((units * aim) / Math.max(milliseconds, 0.01));
    // At most doubled, so that one quick slice does not make the next one long.
    this.#fitting = Math.max(this.#min, Math.min(fitting, 2 * units));
    return result;
  }
}
