/**
 * Teaches a lesson. The event `progress` tells how much of it is done, 0…1.
 *
 * @typedef {typeof api} Api
 */
import { loadModule } from '../module.js';
import { emit, serve } from '../worker-protocol.js';
import { teach } from './teaching.js';

const api = {
  /** @param {import('./teaching.js').Lesson} lesson */
  async teach(lesson) {
    return teach(await loadModule(), lesson, (share) => emit('progress', share));
  },
};

serve(api);
