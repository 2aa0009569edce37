import { printTable, spread } from './table.js';
import { networks, trainerOptions } from './turns.js';

const rounds = 7;
const landscape = { directions: 'random', seed: 1, size: 41, radius: 1, samples: 500 };
const race = { function: 'rosenbrock', start: [-1.2, 1], learningRate: 1e-4, steps: 500 };

/** What Descend asks of the module: a landscape of the network's loss, and a race on a surface. */
export async function printDescent({ contenders }) {
  const { ask } = contenders.find(({ id }) => id === 'digit-descent-1');
  await ask({ start: trainerOptions(networks[0], 128) });
  await ask({ train: 400 });
  const measure = async (request) => {
    const times = [];
    for (let round = -1; round < rounds; round += 1) {
      const { seconds } = await ask(request);
      if (round >= 0) times.push(1000 * seconds);
    }
    return spread(times, (time) => `${time.toFixed(1)} ms`);
  };
  const { size, samples } = landscape;
  printTable(`What Descend computes, ${rounds} times`, [
    ['', 'median', 'least', 'most'],
    [
      `Landscape of 784-64-16-10, ${size} × ${size} points on ${samples} samples`,
      ...(await measure({ landscape })),
    ],
    [
      `Race of 6 optimizers, ${race.steps} steps each, on ${race.function}`,
      ...(await measure({ race })),
    ],
  ]);
}
