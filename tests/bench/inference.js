import { printTable, spread } from './table.js';
import { networks, trainerOptions } from './turns.js';

const rounds = 7;
const many = 10_000;
const singly = 1000;
const shown = ['digit-descent-1', 'numpy'];

/** How long it takes to recognise one digit, and MNIST's test set at once. */
export async function printInference({ contenders }) {
  const competing = contenders.filter(({ id }) => shown.includes(id));
  const rows = [];
  for (const network of networks) {
    const times = competing.map(() => ({ one: [], many: [] }));
    for (const { ask } of competing) await ask({ start: trainerOptions(network, 128) });
    for (let round = -1; round < rounds; round += 1) {
      for (const [i, { ask }] of competing.entries()) {
        const [one, all] = [await ask({ recognizeSingly: singly }), await ask({ recognize: many })];
        if (round < 0) continue; // compilers warm up
        times[i].one.push(one.seconds / singly);
        times[i].many.push(all.seconds);
      }
    }
    for (const [i, contender] of competing.entries()) {
      const show = (values, factor, unit) => {
        const [median, least, most] = spread(values, (value) => (factor * value).toFixed(1));
        return [`${median} ${unit}`, `(${least}–${most})`];
      };
      rows.push([
        `${network.name}: ${contender.name}`,
        ...show(times[i].one, 1e6, 'µs'),
        ...show(times[i].many, 1e3, 'ms'),
      ]);
    }
  }
  printTable(
    `Recognising one digit (mean of ${singly}) and ${many.toLocaleString('en')} at once, ` +
      `median (least–most) of ${rounds} rounds in turn`,
    [['', 'one digit', '', `${many.toLocaleString('en')} digits`, ''], ...rows],
  );
}
