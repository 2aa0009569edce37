/** Absolute and squared loss of numbers: two predictions compared, and the best constant. */
import { html, svg } from 'lit';
import '../../ui/plot.js';
import { t } from '../../app/text.js';
import { figure, figures, numbersOf, numbersText, row, table } from '../parts.js';

/** @typedef {import('./types.js').LossesLab} Module */
/** @typedef {import('../../ui/plot-geometry.js').Frame} Frame */
/** @typedef {import('../lab.js').Lab} Lab */

const valueRange = [-1, 6];
const constantRange = [0, 10];
/** So far left and right of the label its two predictions stand. */
const aside = 0.14;
const lists = ['truth', 'first', 'second'];

/** @param {Module} module @param {any} state */
export function computeNumbers(module, state) {
  const [truth, first, second] = lists.map(
    (name) => /** @type {number[]} */ (numbersOf(state[name])),
  );
  return { truth, first, second, ...module.comparePredictions(truth, first, second) };
}

/** @param {Lab} lab @param {ReturnType<typeof computeNumbers>} result */
export function numbersFigure(lab, result) {
  const { truth } = result;
  const kinds = ['', 'positive', 'negative'];
  const points = lists.flatMap((name, which) =>
    result[/** @type {'truth'} */ (name)].map((y, i) => ({
      x: i + 1 + [0, -aside, aside][which],
      y,
      label: t(`losses.${name}Of`, { number: i + 1 }),
      kind: kinds[which],
      shape: /** @type {const} */ ([undefined, undefined, 'square'])[which],
      fixed: 'x',
      list: name,
      at: i,
    })),
  );
  const errors = points.slice(truth.length).map(({ x, y, at, kind }) => ({
    x: [x, x],
    y: [truth[at], y],
    kind: `${kind} thick`,
  }));
  return html`
    <div class="lab-plot losses-plot" data-main>
      <dd-plot
        testid="lab-plot"
        label=${t('losses.numbersPlot')}
        xName=${t('losses.number')}
        .xRange=${[0.5, truth.length + 0.5]}
        .yRange=${valueRange}
        .lines=${[
          ...truth.map((y, i) => ({ x: [i + 0.7, i + 1.3], y: [y, y], kind: 'dashed thin' })),
          ...errors,
        ]}
        .points=${points}
        @point-move=${(/** @type {CustomEvent} */ { detail: { index, y } }) => {
          const { list, at } = points[index];
          const values = result[/** @type {'truth'} */ (list)];
          lab.set({ [list]: numbersText(values.with(at, y)) });
        }}
      ></dd-plot>
    </div>
    <p class="muted small">${t('losses.numbersKey')}</p>
  `;
}

/** @param {ReturnType<typeof computeNumbers>} result */
export function numbersTable({ absolute, squared, absoluteRatio, squaredRatio }) {
  const sum = (
    /** @type {string} */ name,
    /** @type {Float64Array} */ values,
    /** @type {number} */ ratio,
  ) =>
    row([
      t(`losses.${name}Sum`),
      figure(`${name}-first`, values[0]),
      figure(`${name}-second`, values[1]),
      figure(`${name}-ratio`, ratio),
    ]);
  return html`
    ${table(
      ['loss', 'first', 'second', 'ratio'].map((name) => t(`losses.${name}`)),
      [sum('absolute', absolute, absoluteRatio), sum('squared', squared, squaredRatio)],
    )}
    <p role="status" ?hidden=${!Number.isNaN(absoluteRatio)}>${t('losses.noRatio')}</p>
  `;
}

/** @param {Module} module @param {any} state */
export function computeConstant(module, { values }) {
  const labels = /** @type {number[]} */ (numbersOf(values));
  return { labels, ...module.bestConstants(labels) };
}

/** @param {Lab} lab @param {ReturnType<typeof computeConstant>} result */
export function constantFigure(lab, { labels, mean, median }) {
  const across = [0.5, labels.length + 0.5];
  return html`
    <div class="lab-plot losses-plot" data-main>
      <dd-plot
        testid="lab-plot"
        label=${t('losses.constantPlot')}
        xName=${t('losses.number')}
        .xRange=${across}
        .yRange=${constantRange}
        .lines=${[
          { x: across, y: [median, median], kind: 'positive' },
          { x: across, y: [mean, mean], kind: 'negative dashed' },
        ]}
        .points=${labels.map((y, i) => ({
          x: i + 1,
          y,
          label: t('losses.truthOf', { number: i + 1 }),
          fixed: 'x',
        }))}
        .overlay=${(/** @type {Frame} */ { left, top }) => svg`
          <text class="plot-label positive" x=${left + 12} y=${top + 36}>${t('losses.median')}</text>
          <text class="plot-label negative" x=${left + 12} y=${top + 53}>${t('losses.meanLine')}</text>
        `}
        @point-move=${(/** @type {CustomEvent} */ { detail: { index, y } }) =>
          lab.set({ values: numbersText(labels.with(index, y)) })}
      ></dd-plot>
    </div>
    ${figures([
      [t('losses.median'), 'median', median],
      [t('losses.meanLine'), 'mean', mean],
    ])}
  `;
}
