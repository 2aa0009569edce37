import { html, svg } from 'lit';
import { classField, classKinds, classShapes, segmentsPath } from '../../ui/marks.js';
import '../../ui/plot.js';
import { Ticker } from '../../ui/ticker.js';
import { labs } from '../../engine/labs.js';
import './quadrants.css';
import en from './en.js';
import { addTexts, t } from '../../app/text.js';
import { decimal, percent } from '../../app/numbers.js';
import zh from './zh.js';
import { Lab } from '../lab.js';
import { button, choice, figures, numbersOf, numbersText, slider } from '../parts.js';
import { rate } from '../rate.js';
import { restartButton, runButton } from '../run.js';

addTexts('quadrants', { en, zh });

/**
 * @typedef {import('../../ui/plot-geometry.js').Frame} Frame
 * @typedef {import('./types.js').QuadrantsLab} Module
 * @typedef {import('./types.js').QuadrantsResult} QuadrantsResult
 * @typedef {{ points: string, probeX: number, probeY: number, steps: number, rate: number,
 *   hidden: number, seed: number, view: string }} State
 */

const names = ['I', 'II', 'III', 'IV'];
const home = [1, 1, -1, 1, -1, -1, 1, -1];
const reach = { near: 3, far: 30 };
const maxSteps = 1000;
const cells = 64;

/** From where the challenges depart. */
const plain = { points: numbersText(home), hidden: 50, rate: 0.1, steps: 100, view: 'near' };

/** x, y of the four points; the default's where the text is no such list. @param {string} text */
function pointsOf(text) {
  const numbers = numbersOf(text);
  const fits = numbers?.length === 8 && numbers.every((number) => Math.abs(number) <= reach.far);
  return fits ? numbers : home;
}

/** The place that is asked for, within the part of the plane that is shown. @param {State} state */
function probeOf({ probeX, probeY, view }) {
  const r = reach[/** @type {keyof typeof reach} */ (view)];
  return [probeX, probeY].map((value) => Math.min(r, Math.max(-r, value)));
}

/** Where the curve of the losses begins and ends is to be seen, if not how far it goes between. @param {ArrayLike<number>} losses */
function topOf(losses) {
  const last = losses[losses.length - 1];
  return Math.max(1.5, losses[0], Math.min(100, 1.2 * last) || 0);
}

/** Four points teach a network 2-50-4 which quadrant a place belongs to. */
class QuadrantsLab extends Lab {
  static lab = 'quadrants';
  static schema = {
    points: { default: numbersText(home) },
    probeX: { default: 2, min: -reach.far, max: reach.far },
    probeY: { default: 2, min: -reach.far, max: reach.far },
    steps: { default: 100, min: 0, max: maxSteps, integer: true },
    rate: { default: 0.1, min: 1e-3, max: 100 },
    hidden: { default: 50, min: 1, max: 50, integer: true },
    seed: { default: 1, min: 1, max: 999, integer: true },
    view: { default: 'near', choices: Object.keys(reach) },
  };
  static formula = String.raw`\begin{gathered}P=\operatorname{softmax}\bigl(\operatorname{ReLU}(XW_1+b_1)\,W_2+b_2\bigr)\\ J=-\tfrac14\textstyle\sum\ln p_c\end{gathered}`;
  static challenges = {
    far: { ...plain, view: 'far', probeX: 25, probeY: 1 },
    few: { ...plain, hidden: 2, steps: 400 },
    fast: { ...plain, rate: 30, steps: 60 },
    same: { ...plain, points: '1,1,-1,1,-1,-1,1,1', steps: 300 },
  };
  static same = '#/draw';

  constructor() {
    super();
    this.ticker = new Ticker(
      this,
      (steps) => {
        const next = Math.min(maxSteps, Number(this.state.steps) + Math.min(steps, 20));
        this.set({ steps: next }, { undoable: false });
        return next < maxSteps;
      },
      30,
    );
  }

  /** @param {State} state @returns {QuadrantsResult} */
  compute(state) {
    const { points, steps, rate: learningRate, hidden, seed, view } = state;
    const r = reach[/** @type {keyof typeof reach} */ (view)];
    return /** @type {Module} */ (labs()).quadrants({
      points: pointsOf(points),
      hidden,
      learningRate,
      seed,
      steps,
      probe: probeOf(state),
      grid: { x0: -r, x1: r, y0: -r, y1: r, columns: cells, rows: cells },
    });
  }

  #say() {
    const { divergedAt, coincide, winner, quadrant, silentUnits } = /** @type {QuadrantsResult} */ (
      this.result
    );
    if (divergedAt >= 0) return t('quadrants.sayDiverged', { step: divergedAt });
    if (silentUnits === Number(this.state.hidden)) return t('quadrants.saySilent');
    if (coincide) return t('quadrants.sayCoincide');
    if (this.state.steps === 0) return t('quadrants.sayUntrained');
    const key = winner === quadrant ? 'quadrants.sayRight' : 'quadrants.sayWrong';
    return t(key, { winner: names[winner], quadrant: names[quadrant] });
  }

  figure() {
    const { field, borders, loss, losses, own, silentUnits } = /** @type {QuadrantsResult} */ (
      this.result
    );
    const state = /** @type {State} */ (this.state);
    const { view, points, hidden } = state;
    const [probeX, probeY] = probeOf(state);
    const r = reach[/** @type {keyof typeof reach} */ (view)];
    const list = pointsOf(points);
    const trained = names.map((name, i) => ({
      x: list[2 * i],
      y: list[2 * i + 1],
      label: t('quadrants.point', { name }),
      kind: classKinds[i],
      shape: classShapes[i],
    }));
    const probe = { x: probeX, y: probeY, label: t('quadrants.probe'), kind: 'open probe' };
    return html`
      <div class="points-stage">
        <div>
        <div class="points-plot" data-main>
          <dd-plot
            testid="lab-plot"
            label=${t('quadrants.plot')}
            .xRange=${[-r, r]}
            .yRange=${[-r, r]}
            .field=${classField(field, 4, cells, cells)}
            .points=${[probe, ...trained]}
            .underlay=${(/** @type {Frame} */ frame) => svg`
              <line class="quadrants-axis" x1=${frame.x(0)} x2=${frame.x(0)} y1=${frame.top} y2=${frame.bottom} />
              <line class="quadrants-axis" y1=${frame.y(0)} y2=${frame.y(0)} x1=${frame.left} x2=${frame.right} />
              <path class="class-border" d=${segmentsPath(frame, borders)} />`}
            .overlay=${(/** @type {Frame} */ frame) =>
              names.map((name, i) => {
                const right = i === 0 || i === 3;
                const x = right ? frame.right - 16 : frame.left + 16;
                const y = i < 2 ? frame.top + 34 : frame.bottom - 24;
                return svg`<text class="plot-label quadrants-name" x=${x} y=${y} text-anchor=${right ? 'end' : 'start'}>${name}</text>`;
              })}
            @point-move=${this.#onMove}
          ></dd-plot>
        </div>
        <div class="lab-row">
          ${runButton(this, () => this.set(this.state.steps === maxSteps ? { steps: 0 } : {}))}
          ${restartButton(this, { steps: 0 })}
          ${button('seed', t('quadrants.newWeights'), () => this.set({ seed: (Number(this.state.seed) % 999) + 1 }))}
        </div>
        </div>
        <div class="points-side">
          <div class="quadrants-answer">
            <p>${t('quadrants.at', { x: decimal(probeX, 4), y: decimal(probeY, 4) })}</p>
            ${this.#bars()}
          </div>
          <p class="points-say" role="status" data-testid="lab-say">${this.#say()}</p>
          ${figures([
            [t('quadrants.loss'), 'loss', loss],
            [t('quadrants.silent', { hidden }), 'silent', silentUnits],
          ])}
          <p class="small">
            ${t('quadrants.own')}
            <output class="value" data-figure="own" data-value=${own}>${percent(own)}</output>
          </p>
          <div class="quadrants-losses">
            <dd-plot
              testid="lab-losses"
              label=${t('quadrants.curve')}
              xName=${t('quadrants.stepsShort')}
              yName="J"
              .xRange=${[0, 1.05 * Math.max(50, losses.length - 1)]}
              .yRange=${[0, topOf(losses)]}
              .lines=${[{ x: Array.from(losses, (_, i) => i), y: losses, kind: 'positive' }]}
            ></dd-plot>
          </div>
        </div>
      </div>
    `;
  }

  /** The four probabilities at the probe. */
  #bars() {
    const { probabilities, winner } = /** @type {QuadrantsResult} */ (this.result);
    return html`
      <dl class="quadrants-bars">
        ${names.map(
          (name, i) => html`
            <div class=${i === winner ? 'winner' : ''}>
              <dt>${name}</dt>
              <dd>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="class-mark ${classKinds[i]}" width=${100 * probabilities[i]} height="10" />
                </svg>
                <output class="value" data-figure=${`p${i + 1}`} data-value=${probabilities[i]}
                  >${decimal(probabilities[i], 5)}</output
                >
              </dd>
            </div>
          `,
        )}
      </dl>
    `;
  }

  /** @param {CustomEvent} event */
  #onMove({ detail: { index, x, y } }) {
    if (index === 0) {
      this.set({ probeX: x, probeY: y });
      return;
    }
    const list = [...pointsOf(String(this.state.points))];
    list.splice(2 * (index - 1), 2, x, y);
    this.set({ points: numbersText(list) });
  }

  controls() {
    return html`
      ${slider(this, 'steps', t('quadrants.steps'), { min: 0, max: maxSteps, step: 1 })}
      ${rate(this, 'rate', t('quadrants.rate'), { min: -3, max: 2 })}
      ${slider(this, 'hidden', t('quadrants.hidden'), { min: 1, max: 50, step: 1 })}
      ${choice(this, 'view', t('quadrants.view'), ['near', 'far'])}
    `;
  }
}

customElements.define('dd-lab-quadrants', QuadrantsLab);
