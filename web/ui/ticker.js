/** Runs at a number of steps a second while its host is in the page and shown. */
export class Ticker {
  /**
   * @param {import('lit').LitElement} host
   * @param {(steps: number) => boolean} advance  makes so many steps; false: there are no more
   * @param {number} [speed] steps a second
   */
  constructor(host, advance, speed = 5) {
    this.host = host;
    this.advance = advance;
    this.speed = speed;
    this.frame = 0;
    this.due = 0;
    host.addController(this);
  }

  get running() {
    return this.frame !== 0;
  }

  hostDisconnected() {
    this.stop();
  }

  start() {
    if (this.running) return;
    this.due = 1; // the first step is seen at once
    let before = performance.now();
    const tick = (/** @type {number} */ now) => {
      // A frame that came late makes up for a quarter of a second at most.
      this.due += (Math.min(250, Math.max(0, now - before)) * this.speed) / 1000;
      before = now;
      const steps = Math.floor(this.due);
      this.due -= steps;
      this.frame = requestAnimationFrame(tick);
      const over = steps > 0 && !this.advance(steps);
      if (over || this.host.closest('[hidden]')) this.stop();
    };
    this.frame = requestAnimationFrame(tick);
    this.host.requestUpdate();
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.host.requestUpdate();
  }
}
