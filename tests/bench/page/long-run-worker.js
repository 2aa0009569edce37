// The page's own training worker, which also tells how large the memories of its modules are.
import { api } from '../../../web/engine/worker/training-worker.js';

/** @type {Set<WebAssembly.Memory>} */
const memories = new Set();
const keep = (value) => value instanceof WebAssembly.Memory && memories.add(value);

// The worker loads its module when it is first asked to train, which is after this.
for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (source, imports) => {
    const result = await original.call(WebAssembly, source, imports);
    const instance = result.instance ?? result;
    Object.values(imports ?? {}).forEach((group) => Object.values(group).forEach(keep));
    Object.values(instance.exports).forEach(keep);
    return result;
  };
}

api.memory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
