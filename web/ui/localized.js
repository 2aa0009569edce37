import { languageEvents } from '../app/text.js';

/** A Lit controller that draws its host again when the language changes. */
export class Localized {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.update = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    languageEvents.addEventListener('change', this.update);
  }

  hostDisconnected() {
    languageEvents.removeEventListener('change', this.update);
  }
}
