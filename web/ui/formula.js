import { component } from './component.js';

/** @type {Promise<typeof import('temml').default> | null} one load for all formulas */
let temml = null;

/**
 * A formula as MathML. `tex` is LaTeX; with `display` it stands on a line of its own. Until the
 * converter is loaded, and where it cannot be, the LaTeX itself is shown.
 */
export class Formula extends component({
  tex: '',
  display: false,
}) {
  updated() {
    void this.#draw();
  }

  async #draw() {
    const { tex, display } = this;
    temml ??= import('temml').then((module) => module.default);
    try {
      const converter = await temml;
      // Not what a later change replaced while the converter was loading.
      if (tex === this.tex) converter.render(tex, this, { displayMode: display });
    } catch {
      temml = null;
      this.textContent = tex;
    }
  }
}

customElements.define('dd-formula', Formula);
