/**
 * A Lit controller for files that are dropped anywhere on the page, or pasted, while its host is
 * shown. `dragging` tells whether a file hovers over the page.
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
    this.drag = (/** @type {DragEvent} */ event) => {
      if (host.hidden || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.setDragging(event.type === 'dragover');
    };
    this.drop = (/** @type {DragEvent} */ event) => {
      this.setDragging(false);
      this.receive(event, event.dataTransfer?.files);
    };
    this.paste = (/** @type {ClipboardEvent} */ event) =>
      this.receive(event, event.clipboardData?.files);
    host.addController(this);
  }

  hostConnected() {
    addEventListener('dragover', this.drag);
    addEventListener('dragleave', this.drag);
    addEventListener('drop', this.drop);
    addEventListener('paste', this.paste);
  }

  hostDisconnected() {
    removeEventListener('dragover', this.drag);
    removeEventListener('dragleave', this.drag);
    removeEventListener('drop', this.drop);
    removeEventListener('paste', this.paste);
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
