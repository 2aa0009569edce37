import { html, svg } from 'lit';
import { classField, classKinds, classShapes, markPath, segmentsPath } from '../../ui/marks.js';
import { palette, rgb, writeSigned } from '../../ui/palette.js';
import '../../ui/plot.js';
import { t } from '../../app/text.js';
import { decimal } from '../../app/numbers.js';
import { cells } from './session.js';
import { maxOwn, ownPoints, ownText, radius } from './settings.js';

/**
 * @typedef {import('./playground.js').PlaygroundLab} PlaygroundLab
 * @typedef {import('./playground.js').Result} Result
 * @typedef {import('./settings.js').State} State
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {import('./types.js').PlanePoints} PlanePoints
 */

/** The plane with its points, the probe and the answers of the network. @param {PlaygroundLab} lab */
export function plane(lab) {
  const state = /** @type {State} */ (lab.state);
  const { drawing, large, at } = /** @type {Result} */ (lab.result);
  if (!drawing || !at) return '';
  const field = large
    ? unitField(large.field)
    : classField(drawing.probabilities, state.classes, drawing.cells, drawing.cells);
  return html`
    <div class="playground-plane">
      <div class="playground-square" data-main>
        <dd-plot
          testid="lab-plot"
          label=${t('playground.plot')}
          xName="x₁"
          yName="x₂"
          bare
          addable
          .xRange=${[-radius, radius]}
          .yRange=${[-radius, radius]}
          .field=${field}
          .points=${[probe(state), ...ownMarks(state)]}
          .underlay=${(/** @type {Frame} */ frame) => svg`
            ${large ? '' : svg`<path class="class-border" d=${segmentsPath(frame, drawing.borders)} />`}
            ${dataMarks(lab, frame)}`}
          .overlay=${(/** @type {Frame} */ frame) =>
            large
              ? svg`<text class="plot-label" x=${frame.left + 10} y=${frame.top + 20}>${unitName(large.unit)}</text>`
              : ''}
          @point-move=${(/** @type {CustomEvent} */ { detail: { index, x, y } }) =>
            index === 0
              ? lab.set({ probeX: x, probeY: y })
              : change(lab, index - 1, ([, , label]) => [x, y, label])}
          @point-tap=${(/** @type {CustomEvent} */ { detail: { index } }) =>
            index === 0
              ? add(lab, state.probeX, state.probeY)
              : change(lab, index - 1, ([x, y, label]) => [x, y, (label + 1) % state.classes])}
          @point-remove=${(/** @type {CustomEvent} */ { detail: { index } }) =>
            index > 0 &&
            keep(
              lab,
              ownPoints(state).filter((_, i) => i !== index - 1),
            )}
          @point-add=${(/** @type {CustomEvent} */ { detail: { x, y } }) => add(lab, x, y)}
        ></dd-plot>
      </div>
      <dl class="playground-answer" aria-label=${t('playground.answer')}>
        <dt>${t('playground.atProbe')}</dt>
        ${Array.from(
          at.probabilities,
          (p, k) => html`
            <dd class=${k === at.winner ? 'winner' : ''}>
              ${classIcon(k)}
              <output class="value" data-figure=${`p${k}`} data-value=${p}>${decimal(p, 3)}</output>
            </dd>
          `,
        )}
      </dl>
      ${adding(lab, state)}
    </div>
  `;
}

/** The mark of a class among words. @param {number} k */
export const classIcon = (k) => html`
  <svg class="class-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path class="class-mark ${classKinds[k]}" d=${markPath(classShapes[k], 8, 8, 5.5)} />
  </svg>
`;

/** @param {string} name "layer-number" */
export function unitName(name) {
  const [layer, unit] = name.split('-');
  return t('playground.unit', { layer, unit });
}

/** @param {State} state */
const probe = ({ probeX, probeY }) => ({
  x: probeX,
  y: probeY,
  label: t('playground.probe'),
  kind: 'open probe',
});

/** @param {State} state */
const ownMarks = (state) =>
  ownPoints(state).map(([x, y, label], i) => ({
    x,
    y,
    label: t('playground.ownPoint', { number: i + 1, label: label + 1 }),
    kind: classKinds[label],
    shape: classShapes[label],
  }));

/** @param {Float32Array} values */
function unitField(values) {
  const { surface, positive, negative } = palette();
  const scale = { zero: rgb(surface), positive: rgb(positive), negative: rgb(negative) };
  const pixels = new Uint8ClampedArray(4 * values.length);
  values.forEach((value, i) => writeSigned(pixels, 4 * i, 0.7 * value, scale));
  return { columns: cells.largeUnit, rows: cells.largeUnit, pixels };
}

/** @type {{ data: unknown, size: number, paths: { train: string[], test: string[] } }} */
let drawn = { data: null, size: 0, paths: { train: [], test: [] } };

/** The points for training filled, those for the test hollow. @param {PlaygroundLab} lab @param {Frame} frame */
export function dataMarks(lab, frame, size = 3.2) {
  const { data } = lab.session;
  if (!data) return '';
  const width = frame.right - frame.left;
  if (drawn.data !== data || drawn.size !== width) {
    const own = ownPoints(/** @type {State} */ (lab.state)).length;
    // The last points for training are the user's own, which have marks of their own.
    const foreign = lab.state.shape === 'own' ? 0 : data.train.labels.length - own;
    drawn = {
      data,
      size: width,
      paths: {
        train: marks(frame, data.train, foreign, size),
        test: lab.state.shape === 'own' ? [] : marks(frame, data.test, Infinity, size),
      },
    };
  }
  return svg`
    ${drawn.paths.test.map((d, k) => svg`<path class="class-mark test ${classKinds[k]}" d=${d} />`)}
    ${drawn.paths.train.map((d, k) => svg`<path class="class-mark ${classKinds[k]}" d=${d} />`)}`;
}

/** @param {Frame} frame @param {PlanePoints} points @param {number} count @param {number} size */
function marks(frame, { x, labels }, count, size) {
  /** @type {string[]} */
  const paths = ['', '', '', '', ''];
  for (let i = 0; i < Math.min(count, labels.length); i++)
    paths[labels[i]] += markPath(
      classShapes[labels[i]],
      frame.x(x[2 * i]),
      frame.y(x[2 * i + 1]),
      size,
    );
  return paths;
}

/** Which class a new point has. @param {PlaygroundLab} lab @param {State} state */
function adding(lab, state) {
  const own = ownPoints(state);
  const chosen = Math.min(state.classes - 1, Number(state.adding));
  return html`
    <fieldset class="choice playground-adding">
      <legend class="muted small">${t('playground.adding')}</legend>
      ${Array.from(
        { length: state.classes },
        (_, k) => html`
          <label>
            <input
              type="radio"
              name="lab-adding"
              value=${k}
              data-testid="lab-adding-${k}"
              .checked=${k === chosen}
              @change=${() => lab.set({ adding: String(k) })}
            /><span>${classIcon(k)}${k + 1}</span>
          </label>
        `,
      )}
      ${
        own.length === 0
          ? ''
          : html`<button
        class="button"
        type="button"
        data-testid="lab-clear"
        @click=${() => keep(lab, [])}
      >
        ${t('playground.clear', { count: own.length })}
      </button>`
      }
    </fieldset>
  `;
}

/** @param {PlaygroundLab} lab @param {number[][]} points */
const keep = (lab, points) => lab.set({ own: ownText(points) });

/** @param {PlaygroundLab} lab @param {number} index @param {(point: number[]) => number[]} become */
function change(lab, index, become) {
  const points = ownPoints(/** @type {State} */ (lab.state));
  keep(
    lab,
    points.map((point, i) => (i === index ? become(point) : point)),
  );
}

/** @param {PlaygroundLab} lab @param {number} x @param {number} y */
function add(lab, x, y) {
  const state = /** @type {State} */ (lab.state);
  const points = ownPoints(state);
  if (points.length >= maxOwn) {
    lab.problem = t('playground.full', { most: maxOwn });
    lab.requestUpdate();
    return;
  }
  keep(lab, [...points, [x, y, Math.min(state.classes - 1, Number(state.adding))]]);
}
