/** J over (w, b): from above, as a surface, and cut along each of the two. */
import { html } from 'lit';
import '../../ui/surface-3d.js';
import { contoursOf, pathOf, valleyMap } from '../../ui/valley.js';
import { choice, figures, plot } from '../parts.js';

/** @typedef {import('./line-fit.js').default} LineFitLab */

/** @param {LineFitLab} lab */
export function valleyFigure(lab) {
  const { valley, descent, neuron } = lab.result;
  if (!descent) return '';
  const { w, b, picture, standardised } = lab.state;
  const paths = [
    pathOf('positive', neuron.path, neuron.state),
    pathOf('negative', descent.path, descent.state),
  ];
  const { grid, levels } = contoursOf(valley);
  return html`
    <div class="fit-valley">
      <div class="fit-map">
        ${
          picture === 'surface'
            ? html`<dd-surface-3d
                .label=${lab.text('surface')}
                .grid=${grid}
                .levels=${levels}
                .paths=${paths}
              ></dd-surface-3d>`
            : valleyMap(valley, {
                testid: 'lab-map',
                label: lab.text('map'),
                startLabel: lab.text('start'),
                start: [w, b],
                minimum: valley.minimum,
                names: ['w', 'b'],
                paths,
                set: ([nextW, nextB]) => lab.set({ w: nextW, b: nextB }),
              })
        }
      </div>
      ${sections(lab)}
    </div>
    <p class="muted small">${lab.text(standardised ? 'overZ' : 'overX')}</p>
    ${choice(lab, 'picture')}
    ${figures([
      [lab.text('condition'), 'condition', valley.condition],
      [lab.text('largestRate'), 'largest-rate', valley.largestRate],
      ['∂J/∂w', 'gradient-w', descent.gradient[0], 3],
      ['∂J/∂b', 'gradient-b', descent.gradient[1], 3],
    ])}
  `;
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
