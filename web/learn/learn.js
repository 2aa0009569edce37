import { html } from 'lit';
import { Address } from '../app/address.js';
import { icon } from '../ui/icons.js';
import { component } from '../ui/component.js';
import { loadLabs } from '../engine/labs.js';
import { CodedError } from '../engine/errors.js';
import { parseHash } from '../app/router.js';
import '../labs/lab-controls.css';
import './learn.css';
import '../ui/plot.css';
import en from './en.js';
import { addTexts, t } from '../app/text.js';
import '../descend/texts.js';
import zh from './zh.js';
import { AddressFollower } from '../app/address-follower.js';
import { loadError } from '../app/load-error.js';
import { chapters, labs, loadLab } from './chapters.js';
import { forgetProgress, hasTried } from '../labs/progress.js';

addTexts('learn', { en, zh });

/** The list of labs, or one of them with the ways to the next and back. */
export class LearnView extends component({
  /** The lab that is shown; empty for the list. */
  lab: '',
  /** What kept the lab from being shown: the code of a CodedError. */
  problem: /** @type {string | null} */ (null),
}) {
  constructor() {
    super();
    new AddressFollower(
      this,
      () => this.#follow(),
      () => this.#flush(),
    );
    /** @type {Map<string, Address>} */
    this.addresses = new Map(labs.map((id) => [id, new Address(`learn/${id}`)]));
    /** @type {HTMLElement | null} */
    this.element = null;
  }

  #flush() {
    this.addresses.get(this.lab)?.flush();
  }

  /** Shows what the page's address asks for; a lab that nobody knows leads to the list. */
  #follow() {
    const { route, query } = parseHash();
    if (route.split('/')[0] !== 'learn') return;
    const asked = route.slice('learn/'.length);
    const lab = labs.includes(asked) ? asked : '';
    const address = this.addresses.get(lab);
    const { lab: before } = this;
    const same = lab === before && this.element !== null;
    for (const other of this.addresses.values()) other.shown = other === address;
    if (address && query.size > 0) address.query = query;
    if (same && query.size === 0) {
      address?.write();
      return;
    }
    const moved = lab !== before;
    this.lab = lab;
    this.requestUpdate();
    void this.#mount(moved);
  }

  /** @param {boolean} moved  from one lab to another, or between the list and a lab */
  async #mount(moved) {
    const { lab } = this;
    this.problem = null;
    this.element?.remove();
    this.element = null;
    if (moved) {
      await this.updateComplete;
      scrollTo(0, 0);
      /** @type {HTMLElement | null} */ (this.querySelector('h1'))?.focus({ preventScroll: true });
    }
    if (lab === '') return;
    try {
      await Promise.all([loadLabs(), loadLab(lab)]);
    } catch (error) {
      if (this.lab === lab) this.problem = error instanceof CodedError ? error.code : 'load';
      return;
    }
    if (this.lab !== lab) return;
    const element = document.createElement(`dd-lab-${lab}`);
    Object.assign(element, { address: this.addresses.get(lab) });
    this.element = element;
    this.querySelector('.learn-lab')?.replaceChildren(element);
    this.addresses.get(lab)?.write();
  }

  updated() {
    if (parseHash().route.split('/')[0] !== 'learn') return;
    const name = this.lab === '' ? t('shell.learn') : t(`learn.${this.lab}_name`);
    document.title = `${name} · ${t('shell.title')}`;
  }

  render() {
    return html`<div class="learn">${this.lab === '' ? this.#list() : this.#frame()}</div>`;
  }

  #list() {
    const next = labs.find((lab) => !hasTried(lab));
    const count = labs.filter(hasTried).length;
    return html`
      <header class="learn-head">
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
                  <button
                    class="button button--quiet muted small"
                    type="button"
                    data-testid="learn-forget"
                    @click=${() => {
                      forgetProgress();
                      this.requestUpdate();
                    }}
                  >
                    ${t('learn.forget')}
                  </button>
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

  /** @param {string} lab */
  #entry(lab) {
    return html`
      <li>
        <a href="#/learn/${lab}" data-testid="learn-lab-${lab}">
          <span class="muted" aria-hidden="true">${labs.indexOf(lab) + 1}</span>
          <span class="chapter-name">${t(`learn.${lab}_name`)}</span>
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
    const at = labs.indexOf(this.lab);
    return html`
      <header class="lab-head">
        <nav class="lab-where small" aria-label=${t('learn.way')}>
          <a href="#/learn" data-testid="learn-list">${t('learn.all')}</a>
          <span class="muted">${t('learn.place', { number: at + 1, all: labs.length })}</span>
        </nav>
        <h1 tabindex="-1">${t(`learn.${this.lab}_name`)}</h1>
        <p class="lab-question muted">${t(`learn.${this.lab}_question`)}</p>
      </header>
      ${this.problem ? loadError(this.problem) : ''}
      <div class="learn-lab"></div>
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
