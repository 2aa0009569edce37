/** J over (w, b): from above, as a surface, and cut along each of the two. */
import { html } from 'lit';
import '../../ui/plot.js';
import '../../ui/surface-3d.js';
import { contoursOf, pathOf, valleyMap } from '../../ui/valley.js';
import { t } from '../../app/text.js';

/**
 * @typedef {import('./types.js').LineValley} LineValley
 * @typedef {import('./types.js').LineRun} LineRun
 * @typedef {{ at: number[], values: Float64Array }} Slice
 */

/**
 * @param {import('../lab.js').Lab} lab
 * @param {{ valley: LineValley, descent: LineRun, neuron: LineRun }} result
 */
export function map(lab, { valley, descent, neuron }) {
  const { w, b, picture } = lab.state;
  const paths = [
    pathOf('positive', neuron.path, neuron.state),
    pathOf('negative', descent.path, descent.state),
  ];
  const { grid, levels } = contoursOf(valley);
  return picture === 'surface'
    ? html`<dd-surface-3d
        .label=${t('line-fit.surface')}
        .grid=${grid}
        .levels=${levels}
        .paths=${paths}
      ></dd-surface-3d>`
    : valleyMap(valley, {
        testid: 'lab-map',
        label: t('line-fit.map'),
        startLabel: t('line-fit.start'),
        start: [Number(w), Number(b)],
        minimum: valley.minimum,
        names: ['w', 'b'],
        paths,
        set: ([nextW, nextB]) => lab.set({ w: nextW, b: nextB }),
      });
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
