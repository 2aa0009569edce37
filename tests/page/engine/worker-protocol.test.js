// The two sides of web/engine/worker-protocol.js, as they are in the source, in a browser.
/* global client, outcome */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../harness.js';
import { serve } from '../static-server.js';

let server;
let browser;
let page;

beforeAll(async () => {
  server = await serve({ '/': fileURLToPath(new URL('../../../', import.meta.url)) });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page whose `client` talks to protocol-worker.js. */
const body = `<script type="module">
  import { WorkerClient } from '/web/engine/worker-protocol.js';
  window.started = 0;
  window.client = new WorkerClient(() => {
    ++started;
    return new Worker('/tests/page/engine/protocol-worker.js', { type: 'module' });
  });
  window.outcome = (call) =>
    call.then(
      (value) => ({ value }),
      ({ name, code, parameters }) => ({ name, code, parameters }),
    );
</script>`;

beforeEach(async () => {
  page = await browser.newPage();
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${server.url}blank`);
});

test('each call gets its own answer, and no worker is there before the first', async () => {
  const answers = await page.evaluate(async () => {
    const before = window.started;
    const calls = [client.call('never'), client.call('later', 'a'), client.call('add', 2)];
    return [before, window.started, await Promise.all(calls.slice(1))];
  });
  expect(answers).toEqual([0, 1, ['a', 2]]);
});

test('an error comes with its code and its parameters, and the worker goes on', async () => {
  const [coded, worded, unknown, sum] = await page.evaluate(async () => [
    await outcome(client.call('fail')),
    await outcome(client.call('failInWords')),
    await outcome(client.call('unheardOf')),
    await client.call('add', 1),
  ]);
  expect(coded).toEqual({ name: 'CodedError', code: 'tooFew', parameters: { count: 3 } });
  expect(worded).toMatchObject({
    code: 'unexpected',
    parameters: { reason: 'There is no such digit.' },
  });
  expect(unknown.code).toBe('unexpected');
  expect(sum).toBe(1);
});

test('events come in the order in which they were sent, before the answer', async () => {
  const heard = await page.evaluate(async () => {
    const heard = [];
    client.on('report', ({ text }) => heard.push(text));
    await client.call('report', 'hello');
    return [...heard, 'answer'];
  });
  expect(heard).toEqual(['hello', 'hello again', 'answer']);
});

test('a notification is heard in its turn; without a worker it starts none', async () => {
  const result = await page.evaluate(async () => {
    client.notify('add', 100);
    const before = window.started;
    const first = await client.call('add', 1);
    client.notify('add', 10);
    return [before, first, await client.call('add', 1)];
  });
  expect(result).toEqual([0, 1, 12]);
});

test('typed arrays are moved', async () => {
  const result = await page.evaluate(async () => {
    const left = new Promise((resolve) => client.on('left', resolve));
    const { name, bytes } = await client.call('bytes');
    return [name, [...bytes], await left];
  });
  expect(result).toEqual(['three', [1, 2, 3], 0]);
});

test('a crash ends the calls under way, and the next call starts another worker', async () => {
  const result = await page.evaluate(async () => {
    const crashes = [];
    client.on('crash', (description) => crashes.push(description));
    await client.call('add', 5);
    const waiting = outcome(client.call('never'));
    await client.call('crash');
    return [await waiting, crashes, await client.call('add', 1), window.started];
  });
  const description = { code: 'crash', parameters: { reason: 'for the test' } };
  expect(result).toEqual([{ name: 'CodedError', ...description }, [description], 1, 2]);
});

test('a worker that does not load is a crash', async () => {
  await page.route('**/protocol-worker.js', (route) => route.abort());
  expect(await page.evaluate(() => outcome(client.call('add', 1)))).toMatchObject({
    code: 'crash',
    parameters: { reason: 'worker' },
  });
  await page.unroute('**/protocol-worker.js');
  expect(await page.evaluate(() => client.call('add', 1))).toBe(1);
});

test('a client that is ended rejects its calls as cancelled', async () => {
  const result = await page.evaluate(async () => {
    const crashes = [];
    client.on('crash', (description) => crashes.push(description));
    const waiting = outcome(client.call('never'));
    client.end();
    return [(await waiting).code, crashes, await client.call('add', 1), window.started];
  });
  expect(result).toEqual(['cancelled', [], 1, 2]);
});
