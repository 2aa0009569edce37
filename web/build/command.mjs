import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder; every command runs there. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Whether the script of this URL is the one that Node was started with. */
export const isMain = (url) => process.argv[1] === fileURLToPath(url);

/**
 * Runs a program with its output streamed through.
 * @param {string} program @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>} rejects with one sentence when it cannot be started or fails
 */
export function run(program, parameters, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) =>
      reject(new Error(`${program} cannot be started: ${error.message}`)),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Runs a program that an npm package brings. */
export const runPackage = (name, parameters, options) =>
  run(`node_modules/.bin/${name}`, parameters, options);

/** Configures and builds what a preset of CMakePresets.json names, in build/<preset>. */
export async function buildPreset(preset) {
  await run('cmake', ['--log-level=WARNING', '--preset', preset]);
  await run('cmake', ['--build', '--preset', preset]);
}

/** The standard output of a program, or null when it is absent or fails. */
export function output(program, parameters) {
  const { status, stdout } = spawnSync(program, parameters, { encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

/** Ends the process with exit code 1 and the error's sentence, without a stack trace. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
