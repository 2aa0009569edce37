import { html } from 'lit';
import { Address } from '../app/address.js';
import { button } from '../ui/button.js';
import { icon } from '../ui/icons.js';
import { loadModule } from '../engine/module.js';
import { PartView } from '../app/part-view.js';
import { parseHash } from '../app/router.js';
import '../labs/lab-controls.css';
import './learn.css';
import en from './en.js';
import { addTexts, t } from '../app/text.js';
import '../descend/texts.js';
import zh from './zh.js';
import { chapters, labs, loadLab } from './chapters.js';
import { forgetProgress, hasTried } from '../labs/progress.js';

addTexts('learn', { en, zh });

/** The list of labs, or one of them with the ways to the next and back. */
export class LearnView extends PartView {
  addresses = new Map(labs.map((id) => [id, new Address(`learn/${id}`)]));

  /** A lab that nobody knows leads to the list. @param {import('../app/part-view.js').Hash} hash */
  partOf({ route }) {
    const [view, lab] = route.split('/', 2);
    if (view !== 'learn') return null;
    return labs.includes(lab) ? lab : '';
  }

  /** @param {string} lab */
  async load(lab) {
    await Promise.all([loadModule('labs'), loadLab(lab)]);
    return `dd-lab-${lab}`;
  }

  /** From one lab to another, or between the list and a lab. */
  async moved() {
    await this.updateComplete;
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (this.querySelector('h1'))?.focus({ preventScroll: true });
  }

  updated() {
    if (parseHash().route.split('/')[0] !== 'learn') return;
    const name = this.shown === '' ? t('shell.learn') : t(`learn.${this.shown}_name`);
    document.title = `${name} · ${t('shell.title')}`;
  }

  render() {
    return html`<div class="learn">${this.shown === '' ? this.#list() : this.#frame()}</div>`;
  }

  #list() {
    const next = labs.find((lab) => !hasTried(lab));
    const count = labs.filter(hasTried).length;
    return html`
      <header class="learn-head flow">
        <h1 tabindex="-1">${t('learn.heading')}</h1>
        <p class="muted">${t('learn.introduction')}</p>
        <p class="learn-progress muted">
          ${
            next &&
            html`<a class="button button--primary" href="#/learn/${next}" data-testid="learn-next">
              ${t(count === 0 ? 'learn.begin' : 'learn.goOn', { name: t(`learn.${next}_name`) })}
            </a>`
          }
          ${
            count > 0
              ? html`
                  <span data-testid="learn-progress" data-value=${count}>
                    ${t('learn.progress', { count, all: labs.length })}
                  </span>
                  ${button(t('learn.forget'), () => this.#forget(), 'learn-forget', {
                    kind: 'button button--quiet muted small',
                  })}
                `
              : ''
          }
        </p>
      </header>
      ${chapters.map(
        (chapter) => html`
          <section class="chapter">
            <h2 class="muted small">${t(`learn.chapter_${chapter.id}`)}</h2>
            <ol start=${labs.indexOf(chapter.labs[0]) + 1}>
              ${chapter.labs.map((lab) => this.#entry(lab))}
            </ol>
          </section>
        `,
      )}
    `;
  }

  #forget() {
    forgetProgress();
    this.requestUpdate();
  }

  /** @param {string} lab */
  #entry(lab) {
    return html`
      <li>
        <a href="#/learn/${lab}" data-testid="learn-lab-${lab}">
          <span class="muted" aria-hidden="true">${labs.indexOf(lab) + 1}</span>
          <span class="chapter-name strong">${t(`learn.${lab}_name`)}</span>
          <span class="chapter-question muted">${t(`learn.${lab}_question`)}</span>
          <span class="chapter-tried text-positive">
            ${
              hasTried(lab)
                ? html`${icon('check')}<span class="visually-hidden">${t('learn.tried')}</span>`
                : ''
            }
          </span>
        </a>
      </li>
    `;
  }

  #frame() {
    const at = labs.indexOf(this.shown);
    return html`
      <header class="lab-head">
        <nav class="lab-where small" aria-label=${t('learn.way')}>
          <a href="#/learn" data-testid="learn-list">${t('learn.all')}</a>
          <span class="muted">${t('learn.place', { number: at + 1, all: labs.length })}</span>
        </nav>
        <h1 tabindex="-1">${t(`learn.${this.shown}_name`)}</h1>
        <p class="lab-question muted">${t(`learn.${this.shown}_question`)}</p>
      </header>
      ${this.place()}
      <nav class="lab-ways" aria-label=${t('learn.ways')}>
        ${this.#way(labs[at - 1], 'previous')} ${this.#way(labs[at + 1], 'next')}
      </nav>
    `;
  }

  /** @param {string | undefined} lab @param {'previous' | 'next'} direction */
  #way(lab, direction) {
    return html`
      <a
        class="lab-way lab-way--${direction}"
        href=${lab ? `#/learn/${lab}` : '#/learn'}
        data-testid="learn-${direction}"
      >
        <span class="muted small">${t(lab ? `learn.${direction}` : 'learn.backTo')}</span>
        <span>${t(lab ? `learn.${lab}_name` : 'learn.all')}</span>
      </a>
    `;
  }
}

customElements.define('dd-learn', LearnView);
