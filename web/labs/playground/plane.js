import { html, svg } from 'lit';
import { classField, classKinds, classShapes, markPath, segmentsPath } from '../../ui/marks.js';
import { button, figure, plot, radios } from '../parts.js';
import { signedField } from './network-fields.js';
import { cells } from './session.js';
import { maxOwn, ownPoints, ownText, sides } from './settings.js';

/**
 * @typedef {import('./playground.js').default} PlaygroundLab
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {import('./types.js').PlanePoints} PlanePoints
 */

/** The plane with its points, the probe and the answers of the network. @param {PlaygroundLab} lab @returns {unknown} */
export function plane(lab) {
  const { state } = lab;
  const { drawing, large, at } = lab.result;
  if (!drawing || !at) return '';
  const own = ownPoints(state);
  return html`
    <div class="playground-plane flow">
      ${plot(lab, {
        frame: 'playground-square',
        main: true,
        x: ['x₁', sides],
        y: ['x₂', sides],
        bare: true,
        addable: true,
        field: large
          ? signedField(cells.largeUnit, (cell) => 0.7 * large.field[cell])
          : classField(drawing.probabilities, state.classes, drawing.cells, drawing.cells),
        points: [
          { x: state.probeX, y: state.probeY, label: lab.text('probe'), kind: 'open probe' },
          ...own.map(([x, y, label], i) => ({
            x,
            y,
            label: lab.text('ownPoint', { number: i + 1, label: label + 1 }),
            kind: classKinds[label],
            shape: classShapes[label],
          })),
        ],
        underlay: (frame) => svg`
          ${large ? '' : svg`<path class="class-border" d=${segmentsPath(frame, drawing.borders)} />`}
          ${dataMarks(lab, frame)}`,
        overlay: ({ left, top }) =>
          large &&
          svg`<text class="plot-label" x=${left + 10} y=${top + 20}>${unitName(lab, large.unit)}</text>`,
        move: ({ index, x, y }) =>
          index === 0
            ? lab.set({ probeX: x, probeY: y })
            : keep(lab, own.with(index - 1, [x, y, own[index - 1][2]])),
        tap: ({ index }) => {
          const [x, y, label] = own[index - 1] ?? [];
          if (index === 0) add(lab, state.probeX, state.probeY);
          else keep(lab, own.with(index - 1, [x, y, (label + 1) % state.classes]));
        },
        remove: ({ index }) => index > 0 && keep(lab, own.toSpliced(index - 1, 1)),
        add: ({ x, y }) => add(lab, x, y),
      })}
      <dl class="playground-answer" aria-label=${lab.text('answer')}>
        <dt class="muted small">${lab.text('atProbe')}</dt>
        ${Array.from(
          at.probabilities,
          (p, k) => html`
            <dd class=${k === at.winner ? 'strong' : ''}>
              ${classIcon(k)} ${figure(`p${k}`, p, 3)}
            </dd>
          `,
        )}
      </dl>
      ${radios(
        'adding',
        lab.text('adding'),
        Array.from({ length: state.classes }, (_, k) => k),
        classToAdd(lab),
        (k) => html`${classIcon(k)}${k + 1}`,
        (k) => lab.set({ adding: String(k) }),
        own.length > 0
          ? button('clear', lab.text('clear', { count: own.length }), () => keep(lab, []))
          : '',
      )}
    </div>
  `;
}

/** @param {PlaygroundLab} lab */
const classToAdd = ({ state }) => Math.min(state.classes - 1, Number(state.adding));

/** The mark of a class among words. @param {number} k */
const classIcon = (k) => html`
  <svg class="class-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path class="class-mark ${classKinds[k]}" d=${markPath(classShapes[k], 8, 8, 5.5)} />
  </svg>
`;

/** @param {PlaygroundLab} lab @param {string} name "layer-number" */
function unitName(lab, name) {
  const [layer, unit] = name.split('-');
  return lab.text('unit', { layer, unit });
}

/** @type {{ data: unknown, size: number, paths: { train: string[], test: string[] } }} */
let drawn = { data: null, size: 0, paths: { train: [], test: [] } };

/** The points for training filled, those for the test hollow. @param {PlaygroundLab} lab @param {Frame} frame */
export function dataMarks(lab, frame, size = 3.2) {
  const { data } = lab.session;
  if (!data) return '';
  const width = frame.right - frame.left;
  if (drawn.data !== data || drawn.size !== width) {
    const onlyOwn = lab.state.shape === 'own';
    // The last points for training are the user's own, which have marks of their own.
    const foreign = onlyOwn ? 0 : data.train.labels.length - ownPoints(lab.state).length;
    drawn = {
      data,
      size: width,
      paths: {
        train: marks(frame, data.train, foreign, size),
        test: onlyOwn ? [] : marks(frame, data.test, Infinity, size),
      },
    };
  }
  return svg`
    ${drawn.paths.test.map((d, k) => svg`<path class="class-mark test ${classKinds[k]}" d=${d} />`)}
    ${drawn.paths.train.map((d, k) => svg`<path class="class-mark ${classKinds[k]}" d=${d} />`)}`;
}

/** @param {Frame} frame @param {PlanePoints} points @param {number} count @param {number} size */
function marks(frame, { x, labels }, count, size) {
  const paths = classKinds.map(() => '');
  for (let i = 0; i < Math.min(count, labels.length); i++) {
    const [left, top] = [frame.x(x[2 * i]), frame.y(x[2 * i + 1])];
    paths[labels[i]] += markPath(classShapes[labels[i]], left, top, size);
  }
  return paths;
}

/** @param {PlaygroundLab} lab @param {number[][]} points */
const keep = (lab, points) => lab.set({ own: ownText(points) });

/** @param {PlaygroundLab} lab @param {number} x @param {number} y */
function add(lab, x, y) {
  const points = ownPoints(lab.state);
  if (points.length >= maxOwn) {
    lab.problem = lab.text('full', { max: maxOwn });
    lab.requestUpdate();
    return;
  }
  keep(lab, [...points, [x, y, classToAdd(lab)]]);
}
