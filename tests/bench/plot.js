import { scaleLog } from 'd3-scale';

const panel = { width: 400, height: 300, left: 64, right: 16, top: 40, bottom: 52 };
const legendHeight = 28;
/** By the contenders' ids; each reads on white and on GitHub's dark grey alike. */
const colors = {
  'digit-descent-1': '#d9730d',
  'digit-descent-2': '#b4439b',
  numpy: '#3f83d6',
};
const ink = '#7d8590';

/**
 * @typedef {{ id: string, name: string, points: [number, number][] }} Series
 * @typedef {{ title: string, x: string, series: Series[] }} Plot  x: label of the axis, with its unit
 */

/**
 * Log-log plots side by side with one legend; the background is left to the reader's.
 * @param {Plot[]} plots with the same series and the same quantity on y
 * @param {string} y its label, with its unit
 * @returns {string} an SVG file
 */
export function drawPlots(plots, y) {
  const values = plots.flatMap(({ series }) => series.flatMap(({ points }) => points));
  const [least, most] = extent(values.map(([, value]) => value));
  const range = /** @type {[number, number]} */ ([least / 1.3, most * 1.3]);
  const width = plots.length * panel.width;
  const height = panel.height + legendHeight;
  const panels = plots.map((plot, i) => drawPanel(plot, i * panel.width, range, y));
  const legend = plots[0].series.map(
    ({ id, name }, i) =>
      `<g transform="translate(${panel.left + 220 * i} ${panel.height + 12})">` +
      `<path d="M0 0h24" stroke="${colors[id]}" stroke-width="2.5"/>` +
      `<text x="30" y="4">${name}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" \
height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}">
${[...panels, ...legend].join('\n')}
</svg>
`;
}

/** @param {Plot} plot @param {number} offset of its left edge @param {[number, number]} range of y */
function drawPanel({ title, x: label, series }, offset, range, yLabel) {
  const { left, right, top, bottom, width, height } = panel;
  const columns = series[0].points.map(([value]) => value);
  const x = scaleLog(extent(columns), [left, width - right]);
  const y = scaleLog(range, [height - bottom, top]);
  const grid = [
    ...columns.map((value) => [`M${r(x(value))} ${top}V${height - bottom}`]),
    ...decades(y.domain()).map((value) => `M${left} ${r(y(value))}H${width - right}`),
  ];
  const ticks = [
    ...columns.map(
      (value) =>
        `<text x="${r(x(value))}" y="${height - bottom + 16}" text-anchor="middle">${value}</text>`,
    ),
    ...decades(y.domain()).map(
      (value) => `<text x="${left - 8}" y="${r(y(value) + 4)}" text-anchor="end">${value}</text>`,
    ),
  ];
  const lines = series.map(({ id, points }) => {
    const path = points.map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${r(x(a))} ${r(y(b))}`).join('');
    const dots = points.map(([a, b]) => `<circle cx="${r(x(a))}" cy="${r(y(b))}" r="3"/>`).join('');
    return (
      `<path d="${path}" fill="none" stroke="${colors[id]}" stroke-width="2"/>` +
      `<g fill="${colors[id]}">${dots}</g>`
    );
  });
  const middle = (top + height - bottom) / 2;
  return `<g transform="translate(${offset} 0)">
<path d="${grid.join('')}" stroke="${ink}" stroke-opacity="0.3"/>
${[...ticks, ...lines].join('\n')}
<text x="${(left + width - right) / 2}" y="22" text-anchor="middle" font-weight="600">${title}</text>
<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">${label}</text>
<text transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">${yLabel}</text>
</g>`;
}

/** @param {number[]} values @returns {[number, number]} */
const extent = (values) => [Math.min(...values), Math.max(...values)];
const r = (value) => Number(value.toFixed(1));

/** The powers of ten within a domain. @param {number[]} domain */
function decades([low, high]) {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}
