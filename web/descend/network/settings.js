/**
 * What the tab of the network shows, as its part of the page's address. The run itself is Train's.
 *
 * @typedef {{
 *   directions: 'random' | 'path', seed: number, radius: number, size: number, samples: number,
 *   auto: boolean, surface: boolean,
 * }} Settings
 */

/** Points along each side that are offered; odd, so that one is the network itself. */
export const sizes = [41, 51, 61, 81];
export const sampleCounts = [100, 250, 500, 1000, 2000];

export const schema = /** @type {const} */ ({
  directions: { default: 'random', choices: ['random', 'path'] },
  seed: { default: 1, min: 0, max: 4294967295, integer: true },
  radius: { default: 1, min: 0.01, max: 100 },
  size: { default: 41, min: 41, max: 81, integer: true },
  samples: { default: 500, min: 1, max: 2000, integer: true },
  auto: { default: true },
  surface: { default: false },
});

/**
 * What the landscape is computed with. The number of points along a side is odd.
 * @param {Settings} settings @returns {import('../../engine/types.js').LandscapeOptions}
 */
export const landscapeOptions = ({ directions, seed, radius, size, samples }) => ({
  directions,
  seed,
  radius,
  size: size - 1 + (size % 2),
  samples,
});
