import { html } from 'lit';
import { button } from './button.js';
import { component } from './component.js';
import en from './en.js';
import './maps.css';
import zh from './zh.js';
import { addTexts, t } from '../app/text.js';
import { schemeEvents } from '../app/scheme.js';
import { keySteps } from './arrow-keys.js';
import { listen, observe, sized } from './listen.js';

/**
 * @typedef {import('./surface-scene.js').SurfaceScene} SurfaceScene
 */

addTexts('ui', { en, zh });

/** Factors of the distance. @type {Record<string, number>} */
const zooms = { '+': 1 / 1.15, '=': 1 / 1.15, '-': 1.15 };

/**
 * The surface J(x, y) in three dimensions with paths on it; drag, swipe or arrow keys turn it, the
 * wheel with Ctrl, a pinch or + and − zoom. three.js is loaded when it first comes into view, and it
 * is rendered only when something changes. `data-state` of the element: idle, loading, ready,
 * no-webgl or failed; `state-change` is emitted when it changes. Emits `height-power` with the
 * power by which heights follow J.
 */
export class Surface3d extends component({
  grid: /** @type {import('./contour-levels.js').Grid | null} */ (null),
  levels: /** @type {readonly number[]} */ ([]),
  paths: /** @type {readonly import('./path-drawing.js').Path[]} */ ([]),
  label: '',
  state: /** @type {'idle' | 'loading' | 'ready' | 'no-webgl' | 'failed'} */ ('idle'),
}) {
  /** @type {SurfaceScene | null} */
  scene = null;

  constructor() {
    super();
    listen(this, schemeEvents, 'change', () => this.#drawSurface());
    sized(this, () => this.#resize());
    const sight = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      const entry = entries.at(-1);
      if (entry?.isIntersecting) void this.#open();
      else if (entry?.boundingClientRect.width === 0) this.#close();
    };
    observe(this, new IntersectionObserver(sight));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#close();
  }

  render() {
    const { state } = this;
    const wording = { loading: 'surfaceLoading', 'no-webgl': 'noWebgl', failed: 'surfaceFailed' }[
      /** @type {string} */ (state)
    ];
    return html`
      <div
        class="surface-area"
        role="img"
        tabindex=${state === 'ready' ? 0 : -1}
        data-testid="descend-surface"
        data-state=${state}
        aria-label=${this.label}
        @keydown=${this.#onKeydown}
        @wheel=${{ handleEvent: this.#onWheel, capture: true }}
      ></div>
      ${
        wording
          ? html`<p class="map-note surface-note muted" role="status">
              ${t(`ui.${wording}`)}
              ${state === 'failed' ? button(t('shell.retry'), this.#open) : ''}
            </p>`
          : ''
      }
    `;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('grid') || changed.has('levels')) this.#drawSurface();
    else if (changed.has('paths')) this.scene?.setPaths(this.paths);
  }

  #open = async () => {
    const { scene, state } = this;
    if (scene || state === 'loading' || state === 'no-webgl') return;
    const area = /** @type {HTMLElement} */ (this.querySelector('.surface-area'));
    const canvas = document.createElement('canvas');
    // Asked for here and not by three.js, which writes errors to the console when there is none.
    const context = canvas.getContext('webgl2', { antialias: true, alpha: true });
    if (!context) {
      this.state = 'no-webgl';
      return;
    }
    this.state = 'loading';
    try {
      const { SurfaceScene } = await import('./surface-scene.js');
      if (!this.isConnected || this.clientWidth === 0) {
        this.state = 'idle';
        return;
      }
      this.scene = new SurfaceScene(canvas, context);
    } catch {
      this.state = 'failed';
      return;
    }
    canvas.addEventListener('webglcontextlost', () => {
      if (this.scene) this.#close();
    });
    area.replaceChildren(canvas);
    const opened = this.scene;
    opened.onRender = () => area.setAttribute('data-renders', String(opened.renders));
    this.state = 'ready';
    this.#resize();
    this.#drawSurface();
  };

  #close() {
    const { scene } = this;
    if (!scene) return;
    this.scene = null;
    scene.dispose();
    this.querySelector('.surface-area')?.replaceChildren();
    this.state = 'idle';
  }

  #resize() {
    if (this.clientWidth > 0) this.scene?.resize(this.clientWidth, this.clientHeight);
  }

  #drawSurface() {
    if (!this.scene || !this.grid) return;
    this.scene.setSurface(this.grid, this.levels);
    this.scene.setPaths(this.paths);
    this.emit('height-power', this.scene.shape?.power ?? 1);
  }

  /** The page scrolls by the wheel; with Ctrl it zooms. @param {WheelEvent} event */
  #onWheel = (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = keySteps(event);
    if (event.key === '0') this.scene?.view();
    else if (steps) this.scene?.turn(0.12 * steps[0], 0.08 * steps[1], 1);
    else if (event.key in zooms) this.scene?.turn(0, 0, zooms[event.key]);
    else return;
    event.preventDefault();
  }
}

customElements.define('dd-surface-3d', Surface3d);
