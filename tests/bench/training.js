import { printTable, spread, thousands } from './table.js';
import { networks, ratio, takeTurns, trainerOptions } from './turns.js';

/** Slow contenders need more milliseconds than these for a batch, so they sit out the last rounds. */
const turns = { rounds: 7, slowRounds: 3, milliseconds: 400 };

const batchSizes = [16, 128, 1024];
/** Of the ratios. */
const usualSize = 128;

/** What this project sets out to reach, by the contenders' ids. */
const wanted = [
  { network: 0, one: 'digit-descent-1', other: 'numpy', ratio: 1.2 },
  { network: 0, one: 'digit-descent-2', other: 'numpy', ratio: 2 },
  { network: 0, one: 'digit-descent-1', other: 'native-128', ratio: 0.8 },
  { network: 0, one: 'digit-descent-1', other: 'tensorflow-wasm-core', ratio: 60 },
  { network: 0, one: 'digit-descent-1', other: 'tensorflow-wasm-fit', ratio: 60 },
  { network: 1, one: 'digit-descent-2', other: 'numpy', ratio: 0.8 },
  { network: 2, one: 'digit-descent-2', other: 'numpy', ratio: 0.8 },
];

/** Samples per second of all contenders. */
export async function printTraining({ contenders }) {
  const usuals = [];
  for (const network of networks) {
    const columns = [];
    for (const batchSize of batchSizes) {
      columns.push(await takeTurns(contenders, trainerOptions(network, batchSize), turns));
    }
    usuals.push(columns[batchSizes.indexOf(usualSize)]);
    printNetwork(network, columns);
  }
  printRatios(usuals);
}

function printNetwork({ name, activations }, columns) {
  const usualColumn = columns[batchSizes.indexOf(usualSize)];
  const cells = ({ id }) =>
    columns.flatMap((results) => {
      const result = results.find((other) => other.id === id);
      const numpy = results.find((other) => other.id === 'numpy');
      const [median, least, most] = spread(result.speeds, thousands);
      return [median, `(${least}–${most})`, `×${ratio(result, numpy).toFixed(2)}`];
    });
  printTable(
    `Training ${name}, ${[...activations, 'softmax'].join(', ')}: thousand samples/s, ` +
      `median (least–most) of ${turns.rounds} rounds in turn, ${turns.slowRounds} of the slow; ` +
      `× NumPy of the same round, median`,
    [
      ['', ...batchSizes.flatMap((size) => [`batch ${size}`, '', '']), 'accuracy'],
      ...usualColumn.map((result) => [
        result.name,
        ...cells(result),
        `${(100 * result.accuracy).toFixed(1)} %`,
      ]),
    ],
  );
}

/** @param {import('./turns.js').Result[][]} usuals of each network at the usual batch size */
function printRatios(usuals) {
  const rows = wanted.map((entry) => {
    const [one, other] = [entry.one, entry.other].flatMap((id) =>
      usuals[entry.network].filter((result) => result.id === id),
    );
    const title = `${networks[entry.network].name}: ${one.name} / ${other.name}`;
    return [title, `× ${ratio(one, other).toFixed(2)}`, `≥ ${entry.ratio}`];
  });
  printTable(`Ratios at batch ${usualSize}, each the median over rounds of neighbours in a round`, [
    ['', 'is', 'wanted'],
    ...rows,
  ]);
}
