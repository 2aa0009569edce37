import { html, nothing } from 'lit';

/**
 * @param {unknown} content @param {(event: Event) => unknown} act
 * @param {{ testid?: string, kind?: string, disabled?: boolean, label?: string, title?: string,
 *   keys?: string }} [options]  `kind`: its classes; `label`: for screen readers, where the content does
 *   not say it; `keys`: what else does it
 */
export const button = (content, act, options = {}) => html`
  <button
    class=${options.kind ?? 'button'}
    type="button"
    data-testid=${options.testid ?? nothing}
    aria-label=${options.label ?? nothing}
    title=${options.title ?? nothing}
    aria-keyshortcuts=${options.keys ?? nothing}
    ?disabled=${options.disabled ?? false}
    @click=${act}
  >
    ${content}
  </button>
`;
