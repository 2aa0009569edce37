/**
 * The module of this thread, as the tabs of Descend use it, and the handles they hold in it.
 *
 * @typedef {import('./descent-types.js').DescentFunction} DescentFunction
 * @typedef {{ name: string, parameter?: number, text?: string, dimension?: 1 | 2 }} Choice
 *   a function of the registry, with its parameter if it has one; or `text`, an expression in
 *   `dimension` variables, under the name `expression`
 */
import { loadedModule } from './module.js';

/** The module, once `loadModule` has loaded it. */
export const engine = () => loadedModule();

/** One function held in the module's memory: the one chosen last. */
export class HeldFunction {
  constructor() {
    /** @type {DescentFunction | null} */
    this.handle = null;
    this.key = '';
  }

  /**
   * Throws what the module throws, an error of an expression for one, and then still holds the function
   * from before.
   * @param {Choice} choice @returns {DescentFunction}
   */
  choose(choice) {
    const key = JSON.stringify(choice);
    if (this.handle && key === this.key) return this.handle;
    const { name, parameter, text, dimension = 1 } = choice;
    const next =
      text === undefined
        ? engine().descentFunction(name, parameter)
        : engine().expressionFunction(text, dimension);
    this.release();
    this.handle = next;
    this.key = key;
    return next;
  }

  release() {
    this.handle?.delete();
    this.handle = null;
  }
}
