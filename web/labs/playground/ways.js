import { html, svg } from 'lit';
import { classField, segmentsPath } from '../../ui/marks.js';
import { palette, rgb } from '../../ui/palette.js';
import '../../ui/plot.js';
import { t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';
import { dataMarks } from './plane.js';
import { radius } from './settings.js';

/**
 * @typedef {import('./playground.js').PlaygroundLab} PlaygroundLab
 * @typedef {import('./playground.js').Result} Result
 * @typedef {import('./types.js').MethodResult & { cells: number }} MethodResult
 */

const names = ['softmax', 'oneVsRest', 'oneVsOne'];

/** The three ways to tell classes apart, side by side. @param {PlaygroundLab} lab */
export function waysPanel(lab) {
  const { ways } = /** @type {Result} */ (lab.result);
  if (!ways) return '';
  return html`
    <div class="playground-ways" data-testid="lab-ways">
      <p>${t('playground.waysIdea')}</p>
      <div class="playground-way-list">${ways.map((way, i) => wayPanel(lab, way, names[i]))}</div>
    </div>
  `;
}

/** @param {PlaygroundLab} lab @param {MethodResult} way @param {string} name */
function wayPanel(lab, way, name) {
  const classes = Number(lab.state.classes);
  const share = (
    /** @type {string} */ label,
    /** @type {string} */ key,
    /** @type {number} */ value,
  ) => html`
    <div>
      <dt>${label}</dt>
      <dd>
        <output class="value" data-figure=${`${name}-${key}`} data-value=${value}
          >${Number.isNaN(value) ? '–' : percent(value)}</output
        >
      </dd>
    </div>
  `;
  const count = (
    /** @type {string} */ label,
    /** @type {string} */ key,
    /** @type {number} */ value,
  ) => html`
    <div>
      <dt>${label}</dt>
      <dd>
        <output class="value" data-figure=${`${name}-${key}`} data-value=${value}>${decimal(value)}</output>
      </dd>
    </div>
  `;
  return html`
    <section class="playground-way">
      <h3>${t(`playground.way_${name}`)}</h3>
      <div class="playground-square">
        <dd-plot
          testid=${`lab-way-${name}`}
          label=${t(`playground.way_${name}`)}
          bare
          .xRange=${[-radius, radius]}
          .yRange=${[-radius, radius]}
          .field=${wayField(way, classes)}
          .underlay=${(/** @type {import('../../ui/plot-geometry.js').Frame} */ frame) => svg`
            <path class="class-border" d=${segmentsPath(frame, way.borders)} />
            ${dataMarks(lab, frame, 2.4)}`}
        ></dd-plot>
      </div>
      <p class="small">${t(`playground.how_${name}`)}</p>
      <dl class="playground-way-figures">
        ${share(t('playground.rightTest'), 'testAccuracy', way.testAccuracy)}
        ${share(t('playground.undecided'), 'undecided', way.undecidedShare)}
        ${count(t('playground.networks'), 'networks', way.networks)}
        ${count(t('playground.parameters'), 'parameters', way.parameters)}
      </dl>
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
