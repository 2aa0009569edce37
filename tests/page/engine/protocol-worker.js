// A worker for worker-protocol.test.js.
import { CodedError } from '../../../web/engine/errors.js';
import { emit, serve } from '../../../web/engine/worker-protocol.js';

let sum = 0;

serve({
  add: (number) => (sum += number),
  later: async (value) => value,
  never: () => new Promise(() => {}),
  fail() {
    throw new CodedError('tooFew', { count: 3 });
  },
  failInWords() {
    throw new Error('There is no such digit.');
  },
  bytes() {
    const bytes = new Uint8Array([1, 2, 3]);
    setTimeout(() => emit('left', bytes.length));
    return { name: 'three', bytes };
  },
  report(text) {
    emit('report', { text });
    emit('report', { text: `${text} again` });
  },
  crash() {
    setTimeout(() => {
      throw new Error('for the test');
    });
  },
});
