import { html, nothing } from 'lit';

/**
 * @typedef {{
 *   kind?: string, disabled?: boolean, inactive?: boolean, pressed?: boolean, label?: string,
 *   title?: string, keys?: string,
 * }} ButtonOptions  `kind`: its classes; `inactive`: said to do nothing, but can be focused;
 *   `pressed`: of one that is on or off; `label`: for screen readers, where the content does not say
 *   it; `keys`: what else does it
 */

/**
 * @param {unknown} content @param {(event: Event) => unknown} act @param {string} [testid]
 * @param {ButtonOptions} [options]
 */
export const button = (content, act, testid, options = {}) => html`
  <button
    class=${options.kind ?? 'button'}
    type="button"
    data-testid=${testid ?? nothing}
    aria-label=${options.label ?? nothing}
    title=${options.title ?? nothing}
    aria-keyshortcuts=${options.keys ?? nothing}
    aria-disabled=${options.inactive ?? nothing}
    aria-pressed=${options.pressed ?? nothing}
    ?disabled=${options.disabled ?? false}
    @click=${act}
  >
    ${content}
  </button>
`;

/** @param {unknown} content @param {() => unknown} act @param {string} [testid] @param {boolean} [disabled] */
export const smallButton = (content, act, testid, disabled = false) =>
  button(content, act, testid, { kind: 'button button--small', disabled });

/** @param {unknown} content @param {() => unknown} act @param {string} [testid] @param {boolean} [disabled] */
export const textButton = (content, act, testid, disabled = false) =>
  button(content, act, testid, { kind: 'text-button', disabled });
