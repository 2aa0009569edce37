import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../../web/build/command.mjs';

/**
 * A program that is kept alive and answers one JSON line to each, so that its start is not measured.
 * @param {string} program @param {string[]} parameters @param {NodeJS.ProcessEnv} [env]
 * @returns {{ ask(request: object): Promise<any>, close(): Promise<void> }}
 */
export function startChild(program, parameters, env = process.env) {
  const child = spawn(program, parameters, {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    // In a session of its own, as the browser is: Linux shares a busy processor among sessions.
    detached: true,
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const broken = new Promise((_, reject) => {
    child.on('error', (error) =>
      reject(new Error(`${program} cannot be started: ${error.message}`)),
    );
    child.on('close', (code) => reject(new Error(`${program} ended with exit code ${code}.`)));
  });
  broken.catch(() => {});
  child.stdin.on('error', () => {}); // its end is what `broken` tells
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value } = await Promise.race([lines.next(), broken]);
      return value === undefined ? broken : JSON.parse(value);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
