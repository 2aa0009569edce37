import { html, svg } from 'lit';

/** Paths on a 24×24 grid, drawn as lines. */
const shapes = {
  auto: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16Z" fill="currentcolor" />`,
  light: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />`,
  dark: svg`<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" />`,
  undo: svg`<path d="M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3" />`,
  redo: svg`<path d="m15 6 4.5 4.5L15 15M19 10.5h-9a5 5 0 0 0 0 10h3" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  clear: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  image: svg`<rect x="4" y="5" width="16" height="14" rx="2" /><circle cx="9" cy="10" r="1.5" /><path d="m4.5 17 5-4.5 3.5 3 3-2.5 4 3.5" />`,
  file: svg`<path d="M12 15V4M8 8l4-4 4 4M5 15v3a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-3" />`,
};

/** @typedef {keyof typeof shapes} IconName */

/** @param {IconName} name  decorative: the control around it carries the label */
export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
