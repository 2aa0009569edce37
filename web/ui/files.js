import { html, nothing } from 'lit';
import { listen } from './listen.js';

/**
 * A button that opens files.
 * @param {unknown} content @param {(files: File[]) => unknown} take  at least one
 * @param {string} testid
 * @param {{ kind?: string, accept?: string, title?: string, multiple?: boolean }} [options]  `kind`: its
 *   classes; `accept`: as of an input
 */
export function fileButton(content, take, testid, options = {}) {
  const { kind = 'button', accept, title, multiple = false } = options;
  const change = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const files = [...(input.files ?? [])];
    input.value = ''; // the same file may be opened again
    if (files.length > 0) take(files);
  };
  return html`
    <label class="file-button ${kind}" title=${title ?? nothing}>
      ${content}
      <input
        class="visually-hidden"
        type="file"
        accept=${accept ?? nothing}
        ?multiple=${multiple}
        data-testid=${testid}
        @change=${change}
      />
    </label>
  `;
}

/**
 * Files that are dropped anywhere on the page while its host is shown: beside a target, the browser
 * would open the file and end what runs here. `dragging` tells whether files hover over the page.
 */
export class FileDrop {
  dragging = false;

  /**
   * @param {import('lit').LitElement} host @param {(files: File[]) => unknown} take  at least one
   * @param {{ pasted?: boolean }} [options]  whether files that are pasted are taken, too
   */
  constructor(host, take, { pasted = false } = {}) {
    const drag = (/** @type {DragEvent} */ event) => {
      if (host.hidden || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      show(event.type === 'dragover');
    };
    const show = (/** @type {boolean} */ dragging) => {
      if (dragging === this.dragging) return;
      this.dragging = dragging;
      host.requestUpdate();
    };
    const receive = (/** @type {Event} */ event, /** @type {FileList | undefined} */ list) => {
      const files = [...(list ?? [])];
      if (host.hidden || files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    listen(host, window, 'dragover', drag);
    listen(host, window, 'dragleave', drag);
    listen(host, window, 'drop', (event) => {
      show(false);
      receive(event, event.dataTransfer?.files);
    });
    if (pasted)
      listen(host, window, 'paste', (event) => receive(event, event.clipboardData?.files));
  }
}

/** Hands a file to the reader. @param {string} name @param {BlobPart} content @param {string} type */
export function saveFile(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
