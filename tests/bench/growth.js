import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawPlots } from './plot.js';
import { printTable, quantile } from './table.js';
import { networks, takeTurns, trainerOptions } from './turns.js';

const turns = { rounds: 5, milliseconds: 150 };
const widths = [16, 32, 64, 128, 256, 512, 1024];
const batchSizes = [8, 16, 32, 64, 128, 256, 512, 1024, 2048];
const shown = ['digit-descent-1', 'digit-descent-2', 'numpy'];
const file = 'plots/growth.svg';

/** How the time of a step grows with the first layer's width and with the batch, as a plot. */
export async function plotGrowth({ contenders }) {
  const measure = async (values, optionsOf) => {
    const competing = contenders.filter(({ id }) => shown.includes(id));
    const series = competing.map(({ id, name }) => ({ id, name, points: [] }));
    for (const value of values) {
      const options = optionsOf(value);
      const results = await takeTurns(competing, options, turns);
      results.forEach(({ speeds }, i) => {
        const milliseconds = (1000 * options.batchSize) / quantile(speeds, 0.5);
        series[i].points.push([value, milliseconds]);
      });
    }
    return series;
  };
  const plots = [
    {
      title: 'network 784-w-16-10, batch 128',
      x: 'units of the first layer, w',
      series: await measure(widths, (width) =>
        trainerOptions({ ...networks[0], hidden: [width, 16] }, 128),
      ),
    },
    {
      title: 'network 784-64-16-10',
      x: 'batch size, samples',
      series: await measure(batchSizes, (size) => trainerOptions(networks[0], size)),
    },
  ];
  const target = fileURLToPath(new URL(file, import.meta.url));
  writeFileSync(target, drawPlots(plots, 'milliseconds a step'));
  for (const { title, x, series } of plots) {
    printTable(`A training step, milliseconds, ${title} (median of ${turns.rounds} rounds)`, [
      [x, ...series[0].points.map(([value]) => String(value))],
      ...series.map(({ name, points }) => [name, ...points.map(([, y]) => y.toPrecision(2))]),
    ]);
  }
  console.log(`Plotted in tests/bench/${file}.`);
}
