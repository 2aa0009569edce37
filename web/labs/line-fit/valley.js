/** J over (w, b): from above, as a surface, and cut along each of the two. */
import { html } from 'lit';
import '../../ui/contour-panel.js';
import { contourLevels } from '../../ui/contour-levels.js';
import '../../ui/surface-3d.js';
import { decimal } from '../../app/numbers.js';
import { choice, figures, plot } from '../parts.js';

/** @typedef {import('./line-fit.js').LineFitLab} LineFitLab */

const short = (/** @type {number} */ value) => decimal(value, 3);

/** @param {LineFitLab} lab */
export function valleyFigure(lab) {
  const { valley, descent } = lab.result;
  if (!descent) return '';
  return html`
    <div class="fit-valley">
      <div class="fit-map">${map(lab)}</div>
      ${sections(lab)}
    </div>
    <p class="muted small">${lab.text(lab.state.standardised ? 'overZ' : 'overX')}</p>
    ${choice(lab, 'picture')}
    ${figures([
      [lab.text('condition'), 'condition', valley.condition],
      [lab.text('largestRate'), 'largest-rate', valley.largestRate],
      ['∂J/∂w', 'gradient-w', descent.gradient[0], 3],
      ['∂J/∂b', 'gradient-b', descent.gradient[1], 3],
    ])}
  `;
}

/** @param {LineFitLab} lab */
function map(lab) {
  const { valley, descent, neuron } = lab.result;
  const { w, b, picture } = lab.state;
  return picture === 'surface'
    ? html`<dd-surface-3d
        .label=${lab.text('surface')}
      ></dd-surface-3d>`
    : html`<dd-contour-panel
        testid="lab-map"
        label=${lab.text('map')}
        startLabel=${lab.text('start')}
        .field=${valley}
        .theta=${descent?.path}
        .other=${neuron?.path}
        .start=${[w, b]}
        .minimum=${valley?.minimum}
        .names=${['w', 'b']}
        .format=${short}
        @start=${(/** @type {CustomEvent} */ { detail }) => lab.set({ w: detail[0], b: detail[1] })}
      ></dd-contour-panel>`;
}

/** Gives the surface what it draws, where it is shown. @param {LineFitLab} lab */
export function drawSurface(lab) {
  const surface = /** @type {import('../../ui/surface-3d.js').Surface3d | null} */ (
    lab.querySelector('dd-surface-3d')
  );
  const { valley, descent, neuron } = lab.result;
  if (!surface || !descent) return;
  const path = (
    /** @type {string} */ name,
    /** @type {import('./types.js').LineRun} */ { path: theta, state },
  ) => ({
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

/** J along w and along b through where descent is, on the valley's scale of J. @param {LineFitLab} lab */
function sections(lab) {
  const { slices, valley, descent } = lab.result;
  if (!descent) return '';
  const { theta, value } = descent;
  const top = valley.values.reduce((a, b) => Math.max(a, b)) || 1;
  return ['w', 'b'].map((name, i) => {
    const { at, values } = slices[i];
    const range = [at[0], at[at.length - 1]];
    const inside = theta[i] >= range[0] && theta[i] <= range[1] && value <= top;
    return plot(lab, {
      frame: 'fit-section',
      testid: `lab-section-${name}`,
      label: lab.text(`section_${name}`),
      x: [name, range],
      y: ['J', [-0.06 * top, top]],
      lines: [{ x: at, y: values }],
      points: inside
        ? [{ x: theta[i], y: value, label: name, kind: 'negative', fixed: 'both' }]
        : [],
    });
  });
}
