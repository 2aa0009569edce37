import { html, svg } from 'lit';
import { classField, segmentsPath } from '../../ui/marks.js';
import { palette, rgb } from '../../ui/palette.js';
import { decimal, percent } from '../../app/numbers.js';
import { figures, plot } from '../parts.js';
import { dataMarks } from './plane.js';
import { sides } from './settings.js';

/**
 * @typedef {import('./playground.js').default} PlaygroundLab
 * @typedef {import('./types.js').MethodResult & { cells: number }} MethodResult
 */

const names = ['softmax', 'oneVsRest', 'oneVsOne'];

/** The three ways to tell classes apart, side by side. @param {PlaygroundLab} lab @returns {unknown} */
export function waysPanel(lab) {
  const { ways } = lab.result;
  if (!ways) return '';
  return html`
    <div class="playground-ways" data-testid="lab-ways">
      <p>${lab.text('waysIdea')}</p>
      <div class="playground-way-list">${ways.map((way, i) => wayPanel(lab, way, names[i]))}</div>
    </div>
  `;
}

/** @param {PlaygroundLab} lab @param {MethodResult} way @param {string} name */
function wayPanel(lab, way, name) {
  const { testAccuracy, undecidedShare, networks, parameters } = way;
  return html`
    <section class="playground-way">
      <h3>${lab.text(`way_${name}`)}</h3>
      ${plot(lab, {
        frame: 'playground-square',
        testid: `lab-way-${name}`,
        label: lab.text(`way_${name}`),
        bare: true,
        x: ['x', sides],
        y: ['y', sides],
        field: wayField(way, lab.state.classes),
        underlay: (frame) => svg`
          <path class="class-border" d=${segmentsPath(frame, way.borders)} />
          ${dataMarks(lab, frame, 2.4)}`,
      })}
      <p class="small">${lab.text(`how_${name}`)}</p>
      ${figures(
        [
          [lab.text('rightTest'), `${name}-testAccuracy`, testAccuracy, percent(testAccuracy)],
          [lab.text('undecided'), `${name}-undecided`, undecidedShare, percent(undecidedShare)],
          [lab.text('networks'), `${name}-networks`, networks, decimal(networks)],
          [lab.text('parameters'), `${name}-parameters`, parameters, decimal(parameters)],
        ],
        'playground-way-figures',
      )}
    </section>
  `;
}

/** The tones of the classes, and stripes where the way is undecided. @param {MethodResult} way @param {number} classes */
function wayField(way, classes) {
  const field = classField(way.shares, classes, way.cells, way.cells);
  const [ground, line] = [palette().surface, palette().text].map(rgb);
  const pitch = way.cells / 16;
  for (let cell = 0; cell < way.undecided.length; cell++) {
    if (way.undecided[cell] === 0) continue;
    const stripe = (cell + Math.floor(cell / way.cells)) % pitch < pitch / 4;
    for (let channel = 0; channel < 3; channel++)
      field.pixels[4 * cell + channel] = stripe
        ? 0.6 * ground[channel] + 0.4 * line[channel]
        : ground[channel];
  }
  return field;
}
