/** The map and the surface with what belongs to them. */
import { html } from 'lit';
import '../../ui/contour-map.js';
import '../../ui/surface-3d.js';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import { pointText } from './words.js';

/**
 * @typedef {import('./model.js').PlaneModel} PlaneModel
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {(changes: Partial<Settings>) => void} Change
 */

const zoomStep = 1.5;

/** @param {Settings} settings */
const functionName = ({ function: name, expression }) =>
  name === 'expression' ? expression : t(`descend.function_${name}`);

/**
 * @param {PlaneModel} model
 * @param {number[] | null} probed where the pointer rests
 * @param {{ change: Change, view: (view: any) => void, size: (size: any) => void,
 *   probe: (point: number[] | null) => void }} actions
 */
export function mapFigure({ settings, f }, probed, { change, view, size, probe }) {
  const zoom = (/** @type {Event} */ event, /** @type {number} */ factor) => {
    const figure = /** @type {HTMLElement} */ (event.target).closest('figure');
    const map = /** @type {import('../../ui/contour-map.js').ContourMap | undefined} */ (
      figure?.querySelector('dd-contour-map')
    );
    map?.zoom(factor);
  };
  const tool = (
    /** @type {string} */ testid,
    /** @type {string} */ sign,
    /** @type {string} */ label,
    /** @type {(event: Event) => void} */ act,
  ) =>
    html`<button
      class="map-tool"
      type="button"
      data-testid=${testid}
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${sign}
    </button>`;
  const [x, y] = settings.start;
  return html`
    <figure class="plane-map">
      <dd-contour-map
        .label=${t('descend-plane.mapLabel', { name: functionName(settings) })}
        .startLabel=${t('descend-plane.startLabel')}
        .startText=${t('descend-plane.startText', { x: decimal(x), y: decimal(y) })}
        @start-input=${(/** @type {CustomEvent} */ { detail }) => change({ start: detail })}
        @view-input=${(/** @type {CustomEvent} */ { detail }) => view(detail)}
        @map-size=${(/** @type {CustomEvent} */ { detail }) => size(detail)}
        @probe=${(/** @type {CustomEvent} */ { detail }) => probe(detail)}
      ></dd-contour-map>
      <div class="map-tools">
        ${tool('descend-zoom-in', '+', t('descend-plane.zoomIn'), (event) => zoom(event, 1 / zoomStep))}
        ${tool('descend-zoom-out', '−', t('descend-plane.zoomOut'), (event) => zoom(event, zoomStep))}
        ${settings.view ? tool('descend-unfit', '⤢', t('descend-plane.zoomHome'), () => view(null)) : ''}
      </div>
      <figcaption class="small muted">
        <span class="map-caption" data-testid="descend-probe">${probeText(f, probed)}</span>
        ${flag('descend-arrows', t('descend-plane.arrows'), settings.arrows, (arrows) =>
          change({ arrows }),
        )}
        ${settings.surface ? '' : surfaceFlag(settings, change)}
      </figcaption>
    </figure>
  `;
}

/**
 * @param {import('../../engine/types.js').DescentFunction} f
 * @param {number[] | null} probed
 */
function probeText(f, probed) {
  if (!probed) return t('descend-plane.mapHint');
  const rounded = probed.map((component) => Number(component.toPrecision(3)));
  return `J${pointText(rounded)} = ${decimal(f.evaluate(rounded).value, 4)}`;
}

/**
 * @param {string} testid
 * @param {string} label
 * @param {boolean} value
 * @param {(value: boolean) => void} change
 */
function flag(testid, label, value, change) {
  return html`<label class="check">
    <input
      type="checkbox"
      data-testid=${testid}
      .checked=${value}
      @change=${(/** @type {Event} */ { target }) =>
        change(/** @type {HTMLInputElement} */ (target).checked)}
    />
    ${label}
  </label>`;
}

/**
 * @param {PlaneModel} model
 * @param {number} power  by which heights follow J
 * @param {{ change: Change, lifted: (power: number) => void }} actions
 */
export function surfaceFigure({ settings }, power, { change, lifted }) {
  if (!settings.surface) return '';
  return html`
    <figure class="plane-surface">
      <dd-surface-3d
        .label=${t('descend-plane.surfaceLabel', { name: functionName(settings) })}
        @height-power=${(/** @type {CustomEvent} */ { detail }) => lifted(detail)}
      ></dd-surface-3d>
      <figcaption class="small muted">
        <span class="map-caption"
          >${t(power < 1 ? 'descend-plane.surfaceLifted' : 'descend-plane.surfaceHint')}</span
        >
        ${surfaceFlag(settings, change)}
      </figcaption>
    </figure>
  `;
}

/** It stands below the surface, or below the map while there is none. @param {Settings} settings @param {Change} change */
const surfaceFlag = ({ surface }, change) =>
  flag('descend-surface-shown', t('descend-plane.surface'), surface, (shown) =>
    change({ surface: shown }),
  );
