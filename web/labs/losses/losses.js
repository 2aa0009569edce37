import { html } from 'lit';
import './losses.css';
import en from './en.js';
import zh from './zh.js';
import { labOf } from '../lab.js';
import { classesFigure, classesTable, computeClasses, lossNames } from './classes.js';
import {
  computeConstant,
  computeNumbers,
  constantFigure,
  numbersFigure,
  numbersTable,
} from './numbers.js';
import { choice } from '../parts.js';

/** A list of so many texts of that kind. @param {string} kind @param {number} count */
const list = (kind, count) => new RegExp(`^${kind}(,${kind}){${count - 1}}$`);
const number = (/** @type {string} */ whole) => String.raw`-?${whole}(\.\d{1,3})?`;

const samples = { labels: '1,1,1,-1,-1,-1', scores: '2,1.2,0.4,-0.8,-1.6,0.6' };
/** As samples, but the last one is sure of the wrong side. */
const outlier = { ...samples, scores: '2,1.2,0.4,-0.8,-1.6,3.5' };

/** What a wrong answer costs by seven losses, and how much a single outlier decides. */
export default class LossesLab extends labOf('losses', en, zh, {
  part: { default: 'classes', choices: ['classes', 'numbers', 'constant'] },
  loss: { default: 'hinge', choices: lossNames },
  labels: { default: samples.labels, pattern: list('-?1', 6) },
  scores: { default: samples.scores, pattern: list(number('[0-4]'), 6) },
  truth: { default: '1,1,1', pattern: list(number('[0-6]'), 3) },
  first: { default: '1,2,3', pattern: list(number('[0-6]'), 3) },
  second: { default: '1,3,3', pattern: list(number('[0-6]'), 3) },
  values: { default: '1,1.5,2,2.5,3,3.5,4', pattern: list(number('(10|[0-9])'), 7) },
}) {
  static challenges = {
    outlier: { part: 'classes', loss: 'exponential', ...outlier },
    flat: { part: 'classes', loss: 'zeroOne', ...samples },
    tooRight: { part: 'classes', loss: 'squared', ...samples, scores: '4,1.2,0.4,-0.8,-1.6,-1.2' },
    constant: { part: 'constant', values: '1,1.5,2,2.5,3,3.5,10' },
  };

  compute() {
    const { part } = this.state;
    return {
      classes: part === 'classes' && computeClasses(this),
      numbers: part === 'numbers' && computeNumbers(this),
      constant: part === 'constant' && computeConstant(this),
    };
  }

  figure() {
    const { classes, numbers, constant } = this.result;
    return html`
      ${choice(this, 'part')}
      ${classes ? classesFigure(this, classes) : ''}
      ${numbers ? numbersFigure(this, numbers) : ''}
      ${constant ? constantFigure(this, constant) : ''}
    `;
  }

  controls() {
    const { classes, numbers } = this.result;
    return html`
      <div class="lab-scroll">
        ${classes ? classesTable(this, classes) : ''} ${numbers ? numbersTable(this, numbers) : ''}
      </div>
    `;
  }
}
