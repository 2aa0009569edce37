import { listen } from '../ui/listen.js';

/**
 * Files that are dropped anywhere on the page, or pasted, while its host is shown. `dragging` tells whether a file hovers over the page.
 */
export class FileIntake {
  /**
   * @param {import('lit').LitElement} host
   * @param {(file: File) => void} take
   */
  constructor(host, take) {
    this.host = host;
    this.take = take;
    this.dragging = false;
    const drag = (/** @type {DragEvent} */ event) => {
      if (host.hidden || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.setDragging(event.type === 'dragover');
    };
    listen(host, window, 'dragover', drag);
    listen(host, window, 'dragleave', drag);
    listen(host, window, 'drop', (/** @type {DragEvent} */ event) => {
      this.setDragging(false);
      this.receive(event, event.dataTransfer?.files);
    });
    listen(host, window, 'paste', (/** @type {ClipboardEvent} */ event) =>
      this.receive(event, event.clipboardData?.files),
    );
  }

  /** @param {boolean} dragging */
  setDragging(dragging) {
    if (dragging === this.dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }

  /** @param {Event} event @param {FileList} [files] */
  receive(event, files) {
    const file = files?.[0];
    if (this.host.hidden || !file) return;
    event.preventDefault();
    this.take(file);
  }
}
