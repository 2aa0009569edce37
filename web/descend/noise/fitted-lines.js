import { html, svg } from 'lit';
import { t } from '../../app/text.js';
import { clamp } from '../../ui/clamp.js';
import { apart } from '../../ui/plot-geometry.js';
import '../../ui/plot.js';

/** Of x; beyond the lines there is room for their names. */
const range = [0, 25];
const lineEnds = [0, 21];

/** @typedef {{ kind: string, w: number, b: number }} Line  y = w·x + b */

/** @param {Line} line @param {number} x */
const at = ({ w, b }, x) => w * x + b;

/**
 * Points and the lines that were fitted to them, each named at its right end.
 * @param {Float64Array} points x, y, x, y, …
 * @param {Line[]} lines
 */
export function fittedLines(points, lines) {
  const data = Array.from({ length: points.length / 2 }, (_, i) => ({
    x: points[2 * i],
    y: points[2 * i + 1],
    label: '',
    kind: 'datum',
    fixed: /** @type {const} */ ('both'),
    radius: 4,
  }));
  const ys = data.map(({ y }) => y);
  return html`
    <dd-plot
      class="fitted-lines"
      testid="descend-lines"
      yName="y"
      .label=${t('descend.noiseLines')}
      .xRange=${range}
      .yRange=${[Math.min(0, ...ys), Math.max(...ys) * 1.1]}
      .points=${data}
      .lines=${lines.map((line) => ({
        x: lineEnds,
        y: lineEnds.map((x) => at(line, x)),
        kind: `fit--${line.kind}`,
      }))}
      .overlay=${(
        /** @type {import('../../ui/plot-geometry.js').Frame} */ { x, y, top, bottom },
      ) => {
        const heights = apart(
          lines.map((line) => clamp(y(at(line, lineEnds[1])), top + 6, bottom - 34)),
          14,
        );
        return lines.map(
          ({ kind }, i) =>
            svg`<text class="plot-label fit--${kind}" x=${x(lineEnds[1]) + 6} y=${heights[i]} dy="0.32em">${t(`descend.noiseShort_${kind}`)}</text>`,
        );
      }}
    ></dd-plot>
  `;
}
