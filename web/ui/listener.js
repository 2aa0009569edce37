/** A Lit controller that hears events from outside of its host while that is in the page. */
export class Listener {
  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {EventTarget} target  tells of a `change`
   * @param {() => void} act
   */
  constructor(host, target, act) {
    this.target = target;
    this.act = act;
    host.addController(this);
  }

  hostConnected() {
    this.target.addEventListener('change', this.act);
  }

  hostDisconnected() {
    this.target.removeEventListener('change', this.act);
  }
}
