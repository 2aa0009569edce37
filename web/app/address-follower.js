/** A Lit controller for a view that has several parts, each with an address of its own. */
export class AddressFollower {
  /**
   * @param {import('lit').LitElement} host
   * @param {() => void} follow  shows what the address asks for: at first, and when it has changed
   * @param {() => void} flush  before anything that may lead away, so that the way back leads to this
   *   very state
   */
  constructor(host, follow, flush) {
    this.follow = follow;
    this.flush = flush;
    this.first = true;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.follow);
    addEventListener('pagehide', this.flush);
    document.addEventListener('click', this.flush, true);
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.follow);
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('click', this.flush, true);
  }

  hostUpdated() {
    if (this.first) this.follow();
    this.first = false;
  }
}
