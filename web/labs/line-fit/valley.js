/** J over (w, b): from above, as a surface, and cut along each of the two. */
import { html } from 'lit';
import '../../ui/contour-panel.js';
import { contourLevels } from '../../ui/contour-levels.js';
import '../../ui/plot.js';
import '../../ui/surface-3d.js';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';

/**
 * @typedef {import('./types.js').LineValley} LineValley
 * @typedef {import('./types.js').LineRun} LineRun
 * @typedef {{ at: number[], values: Float64Array }} Slice
 */

const short = (/** @type {number} */ value) => decimal(value, 3);

/**
 * @param {import('../lab.js').Lab} lab
 * @param {{ valley: LineValley, descent: LineRun, neuron: LineRun }} result
 */
export function map(lab, { valley, descent, neuron }) {
  const { w, b, picture } = lab.state;
  const label = t('line-fit.map');
  return picture === 'surface'
    ? html`<dd-surface-3d
        .label=${t('line-fit.surface')}
      ></dd-surface-3d>`
    : html`<dd-contour-panel
        testid="lab-map"
        label=${label}
        startLabel=${t('line-fit.start')}
        .field=${valley}
        .theta=${descent.path}
        .other=${neuron.path}
        .start=${[Number(w), Number(b)]}
        .minimum=${valley.minimum}
        .names=${['w', 'b']}
        .format=${short}
        @start=${(/** @type {CustomEvent} */ { detail }) => lab.set({ w: detail[0], b: detail[1] })}
      ></dd-contour-panel>`;
}

/**
 * Gives the surface what it draws, where it is shown.
 * @param {Element} element
 * @param {{ valley: LineValley | null, descent: LineRun | null, neuron: LineRun | null }} result
 */
export function drawSurface(element, { valley, descent, neuron }) {
  const surface = /** @type {import('../../ui/surface-3d.js').Surface3d | null} */ (
    element.querySelector('dd-surface-3d')
  );
  if (!surface || !valley || !descent || !neuron) return;
  const path = (/** @type {string} */ name, /** @type {LineRun} */ { path: theta, state }) => ({
    name,
    label: '',
    theta,
    selected: true,
    broken: state === 'diverged',
  });
  // The colours of these two are the orange and the blue of the lines.
  surface.paths = [path('momentum', neuron), path('adagrad', descent)];
  if (surface.grid?.values !== valley.values) {
    const [x0, x1, y0, y1] = valley.range;
    const { side: nx, side: ny, values } = valley;
    Object.assign(surface, {
      grid: { x0, x1, y0, y1, nx, ny, values },
      levels: contourLevels(values, 14),
    });
  }
  surface.drawPaths();
}

/**
 * J along w and along b through where descent is, on the valley's scale of J.
 * @param {Slice[]} slices  of w and of b
 * @param {LineValley} valley
 * @param {LineRun} descent
 */
export function sections(slices, valley, { theta, value }) {
  const top = valley.values.reduce((a, b) => Math.max(a, b)) || 1;
  return ['w', 'b'].map((name, i) => {
    const { at, values } = slices[i];
    const range = [at[0], at[at.length - 1]];
    return html`
      <div class="fit-section">
        <dd-plot
          testid="lab-section-${name}"
          label=${t(`line-fit.section_${name}`)}
          xName=${name}
          yName="J"
          .xRange=${range}
          .yRange=${[-0.06 * top, top]}
          .lines=${[{ x: at, y: values }]}
          .points=${
            theta[i] >= range[0] && theta[i] <= range[1] && value <= top
              ? [{ x: theta[i], y: value, label: name, kind: 'negative', fixed: 'both' }]
              : []
          }
        ></dd-plot>
      </div>
    `;
  });
}
