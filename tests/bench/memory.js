import { printTable } from './table.js';
import { trainerOptions } from './turns.js';

const marks = [0, 10, 100, 1000];
const units = 16;
const batchSize = 1024;
/** A machine on which all epochs take longer has fewer measured. */
const maxMilliseconds = 240_000;

/**
 * What the page's training worker holds with MNIST loaded as the page loads it, and whether it grows.
 */
export async function printMemory({ openTab, mnistFiles }) {
  const { tab, url, close } = await openTab('long-run.html');
  try {
    await tab.waitForFunction(() => window.longRun);
    const workers = await watchWorkers(tab);
    const files = Object.fromEntries(
      Object.entries(mnistFiles).map(([part, file]) => [part, { ...file, path: url + file.path }]),
    );
    await tab.evaluate(
      ([options, sources]) => window.longRun.prepare(options, sources),
      [trainerOptions({ hidden: [units], activations: ['relu'] }, batchSize), files],
    );
    const rows = [];
    const deadline = performance.now() + maxMilliseconds;
    for (const mark of marks) {
      const left = deadline - performance.now();
      const epochs = await tab.evaluate(
        ([until, time]) => window.longRun.trainUntil(until, time),
        [mark, left],
      );
      const module = await tab.evaluate(() => window.longRun.memory());
      const script = await workers.heapBytes();
      const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
      rows.push([
        `after ${epochs.toLocaleString('en')} epochs`,
        ...[module, script, module + script].map(megabytes),
      ]);
      if (epochs < mark) break;
    }
    printTable(
      `Memory of the training worker with MNIST loaded, 784-${units}-10, batches of ${batchSize}`,
      [['', 'WebAssembly', 'JavaScript', 'together'], ...rows],
    );
  } finally {
    await close();
  }
}

/**
 * The JavaScript heaps of a page's workers, by the debugging protocol. Its sessions are not
 * "flattened", since playwright-core's are bound to a page.
 */
async function watchWorkers(tab) {
  const session = await tab.context().newCDPSession(tab);
  const sessionIds = new Set();
  const answers = new Map();
  session.on('Target.attachedToTarget', ({ sessionId }) => sessionIds.add(sessionId));
  session.on('Target.detachedFromTarget', ({ sessionId }) => sessionIds.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let id = 0;
  const ask = (sessionId, method) =>
    new Promise((resolve) => {
      id += 1;
      answers.set(id, resolve);
      const message = JSON.stringify({ id, method });
      session.send('Target.sendMessageToTarget', { sessionId, message });
    });
  return {
    /** After rubbish has been collected. @returns {Promise<number>} */
    async heapBytes() {
      let bytes = 0;
      for (const sessionId of sessionIds) {
        await ask(sessionId, 'HeapProfiler.collectGarbage');
        const heap = await ask(sessionId, 'Runtime.getHeapUsage');
        bytes += heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize;
      }
      return bytes;
    },
  };
}
