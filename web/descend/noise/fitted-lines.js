import { scaleLinear } from 'd3-scale';
import { html, svg } from 'lit';
import { clamp } from '../../ui/plane-geometry.js';
import { apart } from '../../ui/plot-geometry.js';

const size = { width: 420, height: 220 };
const margin = { left: 32, right: 64, top: 10, bottom: 24 };

/**
 * Points and the lines that were fitted to them, each named at its right end.
 * @param {Float64Array} points x, y, x, y, …
 * @param {{ name: string, w: number, b: number, label: string }[]} lines  y = w·x + b
 * @param {number[]} range of x
 * @param {string} label
 */
export function fittedLines(points, lines, range, label) {
  const ys = points.filter((_, i) => i % 2 === 1);
  const x = scaleLinear(range, [margin.left, size.width - margin.right]);
  const y = scaleLinear(
    [Math.min(0, ...ys), Math.max(...ys) * 1.1],
    [size.height - margin.bottom, margin.top],
  );
  const ends = lines.map(({ w, b }) => range.map((at) => clamp(y(w * at + b), -1e5, 1e5)));
  const names = apart(
    ends.map(([, end]) => clamp(end, 16, size.height - 54)),
    14,
  );
  return html`
    <svg class="fitted-lines" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${label}>
      <clipPath id="fitted-clip">
        <rect
          x=${margin.left}
          y=${margin.top}
          width=${size.width - margin.left - margin.right}
          height=${size.height - margin.top - margin.bottom}
        ></rect>
      </clipPath>
      ${y.ticks(4).map(
        (value) => svg`
          <line class="grid" x1=${margin.left} x2=${size.width - margin.right} y1=${y(value)} y2=${y(value)} />
          <text x=${margin.left - 6} y=${y(value)} dy="0.32em" text-anchor="end">${value}</text>`,
      )}
      ${x
        .ticks(5)
        .map(
          (value) =>
            svg`<text x=${x(value)} y=${size.height - 6} text-anchor="middle">${value}</text>`,
        )}
      ${Array.from(
        { length: points.length / 2 },
        (_, i) =>
          svg`<circle class="datum" cx=${x(points[2 * i])} cy=${y(points[2 * i + 1])} r="3" />`,
      )}
      <g clip-path="url(#fitted-clip)">
        ${lines.map(
          ({ name }, i) =>
            svg`<line class="fit fit--${name}" x1=${x(range[0])} y1=${ends[i][0]} x2=${x(range[1])} y2=${ends[i][1]} />`,
        )}
      </g>
      ${lines.map(
        ({ name, label: words }, i) =>
          svg`<text class="fit-name fit-name--${name}" x=${size.width - margin.right + 6} y=${names[i]} dy="0.32em">${words}</text>`,
      )}
    </svg>
  `;
}
