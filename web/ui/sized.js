import { observe } from './listen.js';

/**
 * Tells its host how large it is laid out, at first and whenever that changes; nothing while it is not
 * shown.
 */
export class Sized {
  /**
   * @param {import('lit').LitElement} host
   * @param {(size: { width: number, height: number }) => void} take  in pixels, both > 0
   */
  constructor(host, take) {
    const tell = (/** @type {ResizeObserverEntry[]} */ [{ contentRect }]) => {
      const { width, height } = contentRect;
      if (width > 0 && height > 0) take({ width, height });
    };
    observe(host, new ResizeObserver(tell));
  }
}
