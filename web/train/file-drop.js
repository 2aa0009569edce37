/**
 * A Lit controller for files that are dropped anywhere on the page while its host is shown: beside
 * a target, the browser would open the file and end the run. `dragging` tells whether files hover
 * over the page.
 */
export class FileDrop {
  /**
   * @param {import('lit').LitElement} host
   * @param {(files: File[]) => void} take
   */
  constructor(host, take) {
    this.host = host;
    this.take = take;
    this.dragging = false;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('dragover', this.#onDrag);
    addEventListener('dragleave', this.#onDrag);
    addEventListener('drop', this.#onDrop);
  }

  hostDisconnected() {
    removeEventListener('dragover', this.#onDrag);
    removeEventListener('dragleave', this.#onDrag);
    removeEventListener('drop', this.#onDrop);
  }

  #onDrag = (/** @type {DragEvent} */ event) => {
    if (this.host.hidden || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setDragging(event.type === 'dragover');
  };

  #onDrop = (/** @type {DragEvent} */ event) => {
    this.#setDragging(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (this.host.hidden || files.length === 0) return;
    event.preventDefault();
    this.take(files);
  };

  /** @param {boolean} dragging */
  #setDragging(dragging) {
    if (dragging === this.dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }
}
