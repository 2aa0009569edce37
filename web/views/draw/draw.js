import { LitElement, html } from 'lit';

/** Draw a digit and see it recognised while it is drawn. */
export class DrawView extends LitElement {
  createRenderRoot() {
    return this;
  }

  render() {
    return html`<canvas data-testid="draw-canvas"></canvas>`;
  }
}

customElements.define('dd-draw', DrawView);
