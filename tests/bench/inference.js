import { printTable, quantile } from './table.js';
import { trainerOptions } from './turns.js';

const rounds = 7;
const many = 10_000;
const singly = 1000;
const shown = ['digit-descent-1', 'numpy'];
const networks = [
  { name: '784-64-16-10', hidden: [64, 16], activations: ['sigmoid', 'tanh'] },
  { name: '784-128-64-10', hidden: [128, 64], activations: ['relu', 'relu'] },
  { name: '784-800-10', hidden: [800], activations: ['relu'] },
];

/** How long it takes to recognise one digit, and MNIST's test set at once. */
export async function printInference({ contenders }) {
  const competing = contenders.filter(({ id }) => shown.includes(id));
  const rows = [];
  for (const { name, hidden, activations } of networks) {
    const times = competing.map(() => ({ one: [], many: [] }));
    for (const { ask } of competing) await ask({ start: trainerOptions(hidden, activations, 128) });
    for (let round = -1; round < rounds; round += 1) {
      for (const [i, { ask }] of competing.entries()) {
        const [one, all] = [await ask({ recognizeSingly: singly }), await ask({ recognize: many })];
        if (round < 0) continue; // compilers warm up
        times[i].one.push(one.seconds / singly);
        times[i].many.push(all.seconds);
      }
    }
    for (const [i, contender] of competing.entries()) {
      const show = (values, unit, factor) =>
        [0.5, 0, 1].map((share) => (factor * quantile(values, share)).toFixed(1) + unit);
      const [one, oneLeast, oneMost] = show(times[i].one, '', 1e6);
      const [all, allLeast, allMost] = show(times[i].many, '', 1e3);
      rows.push([
        `${name}: ${contender.name}`,
        ...[`${one} µs`, `(${oneLeast}–${oneMost})`],
        ...[`${all} ms`, `(${allLeast}–${allMost})`],
      ]);
    }
  }
  printTable(
    `Recognising one digit (mean of ${singly}) and ${many.toLocaleString('en')} at once, ` +
      `median (least–most) of ${rounds} rounds in turn`,
    [['', 'one digit', '', `${many.toLocaleString('en')} digits`, ''], ...rows],
  );
}
