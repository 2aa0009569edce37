import { languageEvents } from '../app/text.js';
import { Listener } from './listener.js';

/** A Lit controller that draws its host again when the language changes. */
export class Localized extends Listener {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    super(host, languageEvents, () => host.requestUpdate());
  }
}
