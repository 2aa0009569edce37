import { quantile } from './table.js';

/**
 * @typedef {{ id: string, name: string, speeds: number[], accuracy: number }} Result
 *   speeds: samples/s in each round
 */

/** Those that are compared, by their hidden layers. */
export const networks = [
  { name: '784-64-16-10', hidden: [64, 16], activations: ['sigmoid', 'tanh'] },
  { name: '784-128-64-10', hidden: [128, 64], activations: ['relu', 'relu'] },
  { name: '784-800-10', hidden: [800], activations: ['relu'] },
];

/**
 * Lets contenders train the same network in turn, A B C A B C …, each after a first turn that does
 * not count, in which compilers warm up.
 * @param {import('./contenders.js').Contender[]} contenders
 * @param {object} options of the trainer
 * @param {{ rounds: number, slowRounds?: number, milliseconds: number }} turns  slowRounds: in how
 *   many of them slow contenders take part, if not in all; milliseconds: of each turn
 * @returns {Promise<Result[]>}
 */
export async function takeTurns(
  contenders,
  options,
  { rounds, slowRounds = rounds, milliseconds },
) {
  /** @type {Result[]} */
  const results = contenders.map(({ id, name }) => ({ id, name, speeds: [], accuracy: 0 }));
  for (const contender of contenders) await contender.ask({ start: options });
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, contender] of contenders.entries()) {
      if (contender.slow && round >= slowRounds) continue;
      const { samples, seconds } = await contender.ask({ train: milliseconds });
      if (round >= 0) results[i].speeds.push(samples / seconds);
    }
  }
  for (const [i, contender] of contenders.entries()) {
    results[i].accuracy = (await contender.ask({ accuracy: true })).accuracy;
  }
  return results;
}

/**
 * How many times as fast the one is as the other: the median over the rounds that both took part in,
 * each compared with its neighbour of the same round, as the machine's speed may change while they
 * run.
 * @param {Result} result @param {Result} other
 */
export function ratio(result, other) {
  const rounds = Math.min(result.speeds.length, other.speeds.length);
  const ratios = Array.from({ length: rounds }, (_, i) => result.speeds[i] / other.speeds[i]);
  return quantile(ratios, 0.5);
}

/**
 * What a trainer of the page is made from, for a network from 784 pixels to ten digits.
 * @param {{ hidden: number[], activations: string[] }} network  of each hidden layer: the units, and
 *   the activation
 * @param {number} batchSize
 */
export function trainerOptions({ hidden, activations }, batchSize) {
  const layers = hidden.map((units, i) => ({ units, activation: activations[i] }));
  const rectified = activations.includes('relu');
  return {
    architecture: {
      inputs: 784,
      layers: [...layers, { units: 10, activation: 'softmax' }],
      loss: 'crossEntropy',
    },
    initializer: rectified ? 'he' : 'xavier',
    optimizer: { name: 'sgd' },
    learningRate: rectified ? 0.1 : 0.2,
    batchSize,
    l2: 0,
    seed: 1,
  };
}
