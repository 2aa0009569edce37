import { LitElement } from 'lit';
import { languageEvents } from '../app/text.js';
import { listen } from './listen.js';

/** What attributes hold, by the type of the property. */
const kinds = { string: {}, number: { type: Number }, boolean: { type: Boolean } };

/**
 * The base of an element with these properties and what they are at first. It is drawn again when
 * one of them changes, or the language; texts, numbers and flags may be given as attributes. It has
 * no shadow root: the page's styles reach it.
 * @template {object} Properties
 * @param {Properties} defaults  shared by all elements of the class, so never changed in place
 */
export function component(defaults) {
  class Component extends LitElement {
    static properties = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [
        name,
        kinds[/** @type {keyof typeof kinds} */ (typeof value)] ?? { attribute: false },
      ]),
    );

    constructor() {
      super();
      Object.assign(this, defaults);
      listen(this, languageEvents, 'change', () => this.requestUpdate());
    }

    createRenderRoot() {
      return this;
    }

    /** Tells those around it. @param {string} type @param {unknown} detail */
    emit(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    }
  }
  return /** @type {(new () => Component & Properties) & Omit<typeof LitElement, 'prototype'>} */ (
    /** @type {unknown} */ (Component)
  );
}
