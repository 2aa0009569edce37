import { run } from './command.mjs';

/**
 * Configures and builds the core natively.
 * @param {string} folder of the build, below the project
 * @param {string[]} targets
 * @param {string[]} definitions of CMake, such as -DDD_SANITIZE=ON
 */
export async function buildNative(folder, targets, definitions) {
  await run('cmake', [
    '--log-level=WARNING',
    '-S',
    '.',
    '-B',
    folder,
    '-G',
    'Ninja',
    ...definitions,
  ]);
  await run('cmake', ['--build', folder, '--target', ...targets]);
}
