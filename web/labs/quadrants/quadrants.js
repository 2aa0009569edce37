import { html, svg } from 'lit';
import { classField, classKinds, classShapes, segmentsPath } from '../../ui/marks.js';
import './quadrants.css';
import en from './en.js';
import { decimal, percent } from '../../app/numbers.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { button, choice, figure, figures, numbersOf, numbersText, plot, slider } from '../parts.js';
import { rate } from '../rate.js';
import { countedRun, restartButton, runButton } from '../run.js';

const names = ['I', 'II', 'III', 'IV'];
const home = [1, 1, -1, 1, -1, -1, 1, -1];
const reach = { near: 3, far: 30 };
const maxSteps = 1000;
const cells = 64;

/** From where the challenges depart. */
const plain = { points: numbersText(home), hidden: 50, rate: 0.1, steps: 100, view: 'near' };

/** Where the curve of the losses begins and ends is to be seen, if not how far it goes between. @param {ArrayLike<number>} losses */
function topOf(losses) {
  const last = losses[losses.length - 1];
  return Math.max(1.5, losses[0], Math.min(100, 1.2 * last) || 0);
}

/** Four points teach a network 2-50-4 which quadrant a place belongs to. */
export default class QuadrantsLab extends labOf('quadrants', en, zh, {
  points: { default: numbersText(home) },
  probeX: { default: 2, min: -reach.far, max: reach.far },
  probeY: { default: 2, min: -reach.far, max: reach.far },
  steps: { default: 100, min: 0, max: maxSteps, integer: true },
  rate: { default: 0.1, min: 1e-3, max: 100 },
  hidden: { default: 50, min: 1, max: 50, integer: true },
  seed: { default: 1, min: 1, max: 999, integer: true },
  view: { default: 'near', choices: ['near', 'far'] },
}) {
  static formula = String.raw`\begin{gathered}P=\operatorname{softmax}\bigl(\operatorname{ReLU}(XW_1+b_1)\,W_2+b_2\bigr)\\ J=-\tfrac14\textstyle\sum\ln p_c\end{gathered}`;
  static challenges = {
    far: { ...plain, view: 'far', probeX: 25, probeY: 1 },
    few: { ...plain, hidden: 2, steps: 400 },
    fast: { ...plain, rate: 30, steps: 60 },
    same: { ...plain, points: '1,1,-1,1,-1,-1,1,1', steps: 300 },
  };
  static same = '#/draw';

  ticker = countedRun(this, 'steps', maxSteps, 30);

  compute() {
    const { points: text, steps, rate: learningRate, hidden, seed, view } = this.state;
    const r = reach[view];
    const numbers = numbersOf(text);
    const fits = numbers?.length === 8 && numbers.every((number) => Math.abs(number) <= reach.far);
    const points = fits ? numbers : home;
    // The place that is asked for is within the part of the plane that is shown.
    const probe = [this.state.probeX, this.state.probeY].map((value) =>
      Math.min(r, Math.max(-r, value)),
    );
    const grid = { x0: -r, x1: r, y0: -r, y1: r, columns: cells, rows: cells };
    const options = { points, hidden, learningRate, seed, steps, probe, grid };
    return { points, probe, r, ...this.module.quadrants(options) };
  }

  #say() {
    const { divergedAt, coincide, winner, quadrant, silentUnits } = this.result;
    if (divergedAt >= 0) return this.text('sayDiverged', { step: divergedAt });
    if (silentUnits === this.state.hidden) return this.text('saySilent');
    if (coincide) return this.text('sayCoincide');
    if (this.state.steps === 0) return this.text('sayUntrained');
    const answer = { winner: names[winner], quadrant: names[quadrant] };
    return this.text(winner === quadrant ? 'sayRight' : 'sayWrong', answer);
  }

  figure() {
    const { points, probe, r, field, borders, loss, losses, own, silentUnits } = this.result;
    const { hidden, seed } = this.state;
    const trained = names.map((name, i) => ({
      x: points[2 * i],
      y: points[2 * i + 1],
      label: this.text('point', { name }),
      kind: classKinds[i],
      shape: classShapes[i],
    }));
    const asked = { x: probe[0], y: probe[1], label: this.text('probe'), kind: 'open probe' };
    return html`
      <div class="points-stage">
        <div>
          ${plot(this, {
            frame: 'points-plot',
            main: true,
            x: ['x', [-r, r]],
            y: ['y', [-r, r]],
            field: classField(field, 4, cells, cells),
            points: [asked, ...trained],
            underlay: (frame) => svg`
              <line class="quadrants-axis" x1=${frame.x(0)} x2=${frame.x(0)} y1=${frame.top} y2=${frame.bottom} />
              <line class="quadrants-axis" y1=${frame.y(0)} y2=${frame.y(0)} x1=${frame.left} x2=${frame.right} />
              <path class="class-border" d=${segmentsPath(frame, borders)} />`,
            overlay: (frame) =>
              names.map((name, i) => {
                const right = i === 0 || i === 3;
                const x = right ? frame.right - 16 : frame.left + 16;
                const y = i < 2 ? frame.top + 34 : frame.bottom - 24;
                return svg`<text class="plot-label quadrants-name" x=${x} y=${y} text-anchor=${right ? 'end' : 'start'}>${name}</text>`;
              }),
            move: ({ index, x, y }) =>
              this.set(
                index === 0
                  ? { probeX: x, probeY: y }
                  : { points: numbersText(points.toSpliced(2 * (index - 1), 2, x, y)) },
              ),
          })}
          <div class="lab-row">
            ${runButton(this)} ${restartButton(this)}
            ${button('seed', this.text('otherWeights'), () => this.set({ seed: (seed % 999) + 1 }))}
          </div>
        </div>
        <div class="flow">
          <div class="quadrants-answer">
            <p>${this.text('at', { x: decimal(probe[0], 4), y: decimal(probe[1], 4) })}</p>
            ${this.#bars()}
          </div>
          <p class="points-say" role="status" data-testid="lab-say">${this.#say()}</p>
          ${figures([
            [this.text('loss'), 'loss', loss],
            [this.text('silent', { hidden }), 'silent', silentUnits],
          ])}
          <p class="small">${this.text('own')} ${figure('own', own, percent(own))}</p>
          ${plot(this, {
            frame: 'quadrants-losses',
            testid: 'lab-losses',
            label: this.text('curve'),
            x: [this.text('stepCount'), [0, 1.05 * Math.max(50, losses.length - 1)]],
            y: ['J', [0, topOf(losses)]],
            lines: [{ x: Array.from(losses, (_, i) => i), y: losses, kind: 'positive' }],
          })}
        </div>
      </div>
    `;
  }

  /** The four probabilities at the probe. */
  #bars() {
    const { probabilities, winner } = this.result;
    return html`
      <dl class="quadrants-bars">
        ${names.map(
          (name, i) => html`
            <div class=${i === winner ? 'winner' : ''}>
              <dt>${name}</dt>
              <dd>
                <svg class="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="class-mark ${classKinds[i]}" width=${100 * probabilities[i]} height="10" />
                </svg>
                ${figure(`p${i + 1}`, probabilities[i], 5)}
              </dd>
            </div>
          `,
        )}
      </dl>
    `;
  }

  controls() {
    return html`
      ${slider(this, 'steps')} ${rate(this)} ${slider(this, 'hidden')}
      ${choice(this, 'view')}
    `;
  }
}
