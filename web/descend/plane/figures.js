/** The map and the surface with what belongs to them. */
import { html } from 'lit';
import { decimal } from '../../app/numbers.js';
import { t } from '../../app/text.js';
import { button } from '../../ui/button.js';
import '../../ui/contour-map.js';
import { checkField } from '../../ui/fields.js';
import '../../ui/surface-3d.js';
import { pointText } from './words.js';

/**
 * @typedef {import('./run.js').PlaneRun} PlaneRun
 * @typedef {import('../../ui/contour-map.js').ContourMap} ContourMap
 */

/** @param {PlaneRun} run */
const functionName = ({ state: { function: name, expression } }) =>
  name === 'expression' ? expression : t(`descend.function_${name}`);

/**
 * @param {PlaneRun} run @param {readonly import('../../ui/contour-map.js').Landmark[]} landmarks
 * @param {import('../../ui/path-drawing.js').Path[]} paths
 * @param {number[] | null} probed where the pointer rests
 * @param {{ size: (size: any) => void, probe: (point: number[] | null) => void }} tell
 */
export function mapFigure(run, landmarks, paths, probed, { size, probe }) {
  const { picture, state } = run;
  const zoom = (/** @type {Event} */ event, /** @type {number} */ steps) => {
    const figure = /** @type {HTMLElement} */ (event.target).closest('figure');
    /** @type {ContourMap | null} */ (figure?.querySelector('dd-contour-map') ?? null)?.zoom(steps);
  };
  /** @param {string} name @param {string} sign @param {string} text @param {(event: Event) => void} act */
  const tool = (name, sign, text, act) =>
    button(sign, act, `descend-${name}`, {
      kind: 'map-tool',
      label: t(`descend-plane.${text}`),
      title: t(`descend-plane.${text}`),
    });
  return html`
    <figure class="plane-map">
      <dd-contour-map
        testid="descend-map"
        startTestid="descend-start"
        .label=${t('descend-plane.mapLabel', { name: functionName(run) })}
        .startLabel=${t('descend-plane.startLabel')}
        .grid=${picture?.map ?? null}
        .levels=${picture?.levels ?? []}
        .arrows=${picture?.arrows ?? null}
        .landmarks=${landmarks}
        .paths=${paths}
        .start=${[state.x, state.y]}
        @start-input=${(/** @type {CustomEvent} */ { detail: [x, y] }) => run.set({ x, y })}
        @view-input=${(/** @type {CustomEvent} */ { detail }) => run.setView(detail)}
        @map-size=${(/** @type {CustomEvent} */ { detail }) => size(detail)}
        @probe=${(/** @type {CustomEvent} */ { detail }) => probe(detail)}
      ></dd-contour-map>
      <div class="map-tools">
        ${tool('zoom-in', '+', 'zoomIn', (event) => zoom(event, 1))}
        ${tool('zoom-out', '−', 'zoomOut', (event) => zoom(event, -1))}
        ${run.view ? tool('unfit', '⤢', 'zoomHome', () => run.setView(null)) : ''}
      </div>
      <figcaption class="small muted">
        <span class="map-caption" data-testid="descend-probe">${probeText(run, probed)}</span>
        ${checkField(t('descend-plane.arrows'), 'descend-arrows', state.arrows, (arrows) =>
          run.set({ arrows }),
        )}
        ${state.surface ? '' : surfaceField(run)}
      </figcaption>
    </figure>
  `;
}

/** @param {PlaneRun} run @param {number[] | null} probed */
function probeText(run, probed) {
  if (!probed) return t('descend-plane.mapHint');
  const rounded = probed.map((component) => Number(component.toPrecision(3)));
  return `J${pointText(rounded)} = ${decimal(run.function.evaluate(rounded).value, 4)}`;
}

/**
 * @param {PlaneRun} run @param {import('../../ui/path-drawing.js').Path[]} paths
 * @param {number} power  by which heights follow J
 * @param {(power: number) => void} lifted
 */
export function surfaceFigure(run, paths, power, lifted) {
  const { picture, state } = run;
  if (!state.surface) return '';
  return html`
    <figure class="plane-surface">
      <dd-surface-3d
        .label=${t('descend-plane.surfaceLabel', { name: functionName(run) })}
        .grid=${picture?.surface ?? null}
        .levels=${picture?.levels ?? []}
        .paths=${paths}
        @height-power=${(/** @type {CustomEvent} */ { detail }) => lifted(detail)}
      ></dd-surface-3d>
      <figcaption class="small muted">
        <span class="map-caption"
          >${t(power < 1 ? 'descend-plane.surfaceLifted' : 'descend-plane.surfaceHint')}</span
        >
        ${surfaceField(run)}
      </figcaption>
    </figure>
  `;
}

/** It stands below the surface, or below the map while there is none. @param {PlaneRun} run */
const surfaceField = (run) =>
  checkField(t('descend-plane.surface'), 'descend-surface-shown', run.state.surface, (surface) =>
    run.set({ surface }),
  );
