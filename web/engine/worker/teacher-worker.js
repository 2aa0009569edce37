/** Teaches one lesson, which comes as the only message; progress, result or error leave as messages. */
import { describe } from '../errors.js';
import { loadModule } from '../module.js';
import { teach } from './teaching.js';

const scope = /** @type {Worker} */ (/** @type {unknown} */ (self));

scope.addEventListener('message', async ({ data: lesson }) => {
  try {
    const engine = await loadModule();
    const taught = teach(engine, lesson, (share) => scope.postMessage({ type: 'progress', share }));
    scope.postMessage({ type: 'taught', taught }, [taught.model.buffer]);
  } catch (error) {
    scope.postMessage({ type: 'failed', error: describe(error) });
  }
});
