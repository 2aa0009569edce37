/** Absolute and squared loss of numbers: two predictions compared, and the best constant. */
import { html, svg } from 'lit';
import { figure, figures, numbersOf, numbersText, plot, row, table } from '../parts.js';

/** @typedef {import('../lab.js').Lab} Lab */

/** So far left and right of the label its two predictions stand. */
const aside = 0.14;
/** A list of the state. @param {Lab} lab @param {string} name */
const list = ({ state }, name) => /** @type {number[]} */ (numbersOf(String(state[name])));

/** @param {Lab} lab */
export function computeNumbers(lab) {
  const [truth, first, second] = ['truth', 'first', 'second'].map((name) => list(lab, name));
  return { truth, first, second, ...lab.module.comparePredictions(truth, first, second) };
}

/** @param {Lab} lab @param {ReturnType<typeof computeNumbers>} result */
export function numbersFigure(lab, result) {
  const { truth } = result;
  const lists = [
    { name: /** @type {const} */ ('truth'), kind: '', shift: 0, shape: {} },
    { name: /** @type {const} */ ('first'), kind: 'positive', shift: -aside, shape: {} },
    {
      name: /** @type {const} */ ('second'),
      kind: 'negative',
      shift: aside,
      shape: { shape: /** @type {const} */ ('square') },
    },
  ];
  const points = lists.flatMap(({ name, kind, shift, shape }) =>
    result[name].map((y, i) => ({
      x: i + 1 + shift,
      y,
      label: lab.text(`${name}Of`, { number: i + 1 }),
      kind,
      ...shape,
      fixed: /** @type {const} */ ('x'),
      name,
      at: i,
    })),
  );
  return html`
    ${plot(lab, {
      frame: 'lab-plot losses-plot',
      main: true,
      label: lab.text('numbersPlot'),
      x: [lab.text('number'), [0.5, truth.length + 0.5]],
      y: ['y', [-1, 6]],
      lines: [
        ...truth.map((y, i) => ({ x: [i + 0.7, i + 1.3], y: [y, y], kind: 'dashed thin' })),
        ...points.slice(truth.length).map(({ x, y, at, kind }) => ({
          x: [x, x],
          y: [truth[at], y],
          kind: `${kind} thick`,
        })),
      ],
      points,
      move: ({ index, y }) => {
        const { name, at } = points[index];
        lab.set({ [name]: numbersText(result[name].with(at, y)) });
      },
    })}
    <p class="muted small">${lab.text('numbersKey')}</p>
  `;
}

/** @param {Lab} lab @param {ReturnType<typeof computeNumbers>} result */
export function numbersTable(lab, { absolute, squared, absoluteRatio, squaredRatio }) {
  /** @param {string} name @param {Float64Array} values @param {number} ratio */
  const sum = (name, values, ratio) =>
    row([
      lab.text(`${name}Sum`),
      figure(`${name}-first`, values[0]),
      figure(`${name}-second`, values[1]),
      figure(`${name}-ratio`, ratio),
    ]);
  return html`
    ${table(
      ['loss', 'first', 'second', 'ratio'].map((name) => lab.text(name)),
      [sum('absolute', absolute, absoluteRatio), sum('squared', squared, squaredRatio)],
    )}
    <p role="status" ?hidden=${!Number.isNaN(absoluteRatio)}>${lab.text('noRatio')}</p>
  `;
}

/** @param {Lab} lab */
export function computeConstant(lab) {
  const labels = list(lab, 'values');
  return { labels, ...lab.module.bestConstants(labels) };
}

/** @param {Lab} lab @param {ReturnType<typeof computeConstant>} result */
export function constantFigure(lab, { labels, mean, median }) {
  const across = [0.5, labels.length + 0.5];
  return html`
    ${plot(lab, {
      frame: 'lab-plot losses-plot',
      main: true,
      label: lab.text('constantPlot'),
      x: [lab.text('number'), across],
      y: ['y', [0, 10]],
      lines: [
        { x: across, y: [median, median], kind: 'positive' },
        { x: across, y: [mean, mean], kind: 'negative dashed' },
      ],
      points: labels.map((y, i) => ({
        x: i + 1,
        y,
        label: lab.text('truthOf', { number: i + 1 }),
        fixed: 'x',
      })),
      overlay: ({ left, top }) => svg`
        <text class="plot-label positive" x=${left + 12} y=${top + 36}>${lab.text('median')}</text>
        <text class="plot-label negative" x=${left + 12} y=${top + 53}>${lab.text('meanLine')}</text>
      `,
      move: ({ index, y }) => lab.set({ values: numbersText(labels.with(index, y)) }),
    })}
    ${figures([
      [lab.text('median'), 'median', median],
      [lab.text('meanLine'), 'mean', mean],
    ])}
  `;
}
