import { languageEvents } from '../app/text.js';
import { listen } from './listen.js';

/** Draws a Lit element again when the language changes. @param {import('lit').ReactiveControllerHost} host */
export const localized = (host) =>
  listen(host, languageEvents, 'change', () => host.requestUpdate());
