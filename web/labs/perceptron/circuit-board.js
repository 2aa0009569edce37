import { html, svg } from 'lit';
import { component } from '../../ui/component.js';
import {
  boardHeight,
  gateCount,
  gateHeight,
  gateLetter,
  gatePlace,
  gateWidth,
  nearestTerminal,
  pinPlace,
  startPlace,
  terminalPlace,
  terminals,
  wirePath,
} from './circuit-geometry.js';
import { Sized } from '../../ui/sized.js';

/** @typedef {import('./circuit-geometry.js').Terminal} Terminal */

/** A terminal is taken hold of from so many pixels away. */
const reach = 30;
/** 0, 1 or unknown, also for those who see no colours: thin, thick, dashed. */
const level = (/** @type {number} */ value) => ['unknown', 'off', 'on'][value + 1];
const testidOf = (/** @type {Terminal} */ { kind, id }) => `circuit-${kind}-${id}`;

/**
 * Gates that are wired by hand: tap an output, then an input (or the other way round), or draw a
 * wire from one to the other. A tap on the end of a wire takes it away. Emits `wire` with
 * { pin, start } in `detail`; start 0 takes the wire away.
 */
export class CircuitBoard extends component({
  label: '',
  /** Where the wire to each pin starts; 0: nowhere. */
  wires: /** @type {readonly number[]} */ ([]),
  /** Of each start: 0, 1, −1. */
  values: /** @type {ArrayLike<number>} */ ([]),
  /** By the number of the start; that of 0 is not used. */
  startNames: /** @type {readonly string[]} */ ([]),
  pinNames: /** @type {readonly string[]} */ ([]),
  gateName: '',
  /** The weight of one wire to both pins of a gate, as text; '': both are drawn. */
  tied: '',
  width: 640,
  /** The end that waits for the other one. */
  chosen: /** @type {Terminal | null} */ (null),
  /** The wire that follows the pointer. */
  drawn: /** @type {{ from: Terminal, x: number, y: number } | null} */ (null),
}) {
  /** What the pointer went down on. @type {{ pointer: number, terminal: Terminal, x: number, y: number } | null} */
  held = null;

  constructor() {
    super();
    new Sized(this, ({ width }) => (this.width = width));
  }

  render() {
    return html`
      <svg
        class="circuit"
        viewBox="0 0 ${this.width} ${boardHeight}"
        width=${this.width}
        height=${boardHeight}
        role="group"
        aria-label=${this.label}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerUp}
        @pointercancel=${this.#onPointerCancel}
        @keydown=${this.#onKeydown}
      >
        ${this.wires.map((start, pin) => this.#wire(start, pin))}
        ${Array.from({ length: gateCount }, (_, gate) => this.#gate(gate))}
        ${terminals.map((terminal) => this.#terminal(terminal))} ${this.#drawnWire()}
      </svg>
    `;
  }

  /** Whether both pins of a gate hear the same and are drawn as one. @param {number} pin */
  #isTied(pin) {
    // Pins 2n and 2n + 1 are those of a gate.
    return this.tied !== '' && pin < 2 * gateCount && this.wires[pin] === this.wires[pin ^ 1];
  }

  /** @param {number} start @param {number} pin */
  #wire(start, pin) {
    if (start === 0) return '';
    const kind = level(this.values[start]);
    const from = startPlace(start, this.width);
    const to = pinPlace(pin, this.width);
    if (!this.#isTied(pin))
      return svg`<path class="circuit-wire ${kind}" d=${wirePath(from, to)} />`;
    if (pin % 2 === 1) return '';
    const middle = { x: to.x, y: gatePlace(pin / 2, this.width).y };
    return svg`
      <path class="circuit-wire double ${kind}" d=${wirePath(from, middle)} />
      <text class="circuit-text" x=${middle.x - 6} y=${middle.y - 10} text-anchor="end">${this.tied}</text>
    `;
  }

  /** @param {number} gate */
  #gate(gate) {
    const { x, y } = gatePlace(gate, this.width);
    const wide = gateWidth(this.width);
    return svg`
      <rect class="circuit-gate" x=${x - wide / 2} y=${y - gateHeight / 2} width=${wide} height=${gateHeight} rx="8" />
      <text class="circuit-letter" x=${x} y=${y + 1} text-anchor="middle">${gateLetter(gate)}</text>
      <text class="circuit-text" x=${x} y=${y + 17} text-anchor="middle">${this.gateName}</text>
    `;
  }

  /** @param {Terminal} terminal */
  #terminal(terminal) {
    const { kind, id } = terminal;
    const { x, y } = terminalPlace(terminal, this.width);
    const start = kind === 'start' ? id : this.wires[id];
    const value = start > 0 ? this.values[start] : -1;
    const outer = (kind === 'start' && id <= 2) || (kind === 'pin' && id >= 2 * gateCount);
    const name = kind === 'start' ? this.startNames[id] : this.pinNames[id];
    const wired = kind === 'pin' && start > 0 ? `: ${this.startNames[start]}` : '';
    const free = kind === 'pin' && start === 0 ? 'free' : '';
    const chosen = this.chosen === terminal;
    const digit = value < 0 ? '?' : String(value);
    return svg`
      <g
        class="circuit-terminal ${kind} ${free} ${level(value)} ${chosen ? 'chosen' : ''}"
        role="button"
        tabindex="0"
        data-testid=${testidOf(terminal)}
        aria-pressed=${chosen}
        aria-label=${`${name}${wired} (${digit})`}
      >
        <circle class="grip" cx=${x} cy=${y} r="22" />
        <circle class="spot" cx=${x} cy=${y} r=${outer ? 14 : 7} />
        ${
          outer
            ? svg`
              <text class="circuit-digit" x=${x} y=${y + 5} text-anchor="middle">${digit}</text>
              <text class="circuit-text" x=${kind === 'start' ? 2 : this.width - 2} y=${y - 24} text-anchor=${kind === 'start' ? 'start' : 'end'}>${name}</text>`
            : ''
        }
      </g>
    `;
  }

  #drawnWire() {
    if (!this.drawn) return '';
    const end = terminalPlace(this.drawn.from, this.width);
    const forward = this.drawn.from.kind === 'start';
    const path = forward ? wirePath(end, this.drawn) : wirePath(this.drawn, end);
    return svg`<path class="circuit-wire drawn" d=${path} />`;
  }

  /** @param {Terminal} a @param {Terminal} b */
  #connect(a, b) {
    if (a.kind === b.kind) return false;
    const [start, pin] = a.kind === 'start' ? [a.id, b.id] : [b.id, a.id];
    this.#emit(pin, start);
    return true;
  }

  /** @param {number} pin @param {number} start */
  #emit(pin, start) {
    this.dispatchEvent(new CustomEvent('wire', { detail: { pin, start }, bubbles: true }));
  }

  /** A tap on a terminal, or Enter on it. @param {Terminal} terminal */
  #tap(terminal) {
    const { chosen } = this;
    this.chosen = null;
    if (chosen && this.#connect(chosen, terminal)) return;
    if (chosen === terminal) return;
    if (!chosen && terminal.kind === 'pin' && this.wires[terminal.id] > 0) {
      this.#emit(terminal.id, 0);
      return;
    }
    this.chosen = terminal;
  }

  /** @param {PointerEvent} event */
  #place(event) {
    const box = this.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * this.width,
      y: event.clientY - box.top,
    };
  }

  /** @param {PointerEvent} event */
  #onPointerDown(event) {
    if (event.button !== 0 || this.held) return;
    const place = this.#place(event);
    const terminal = nearestTerminal(place, this.width, reach);
    if (!terminal) return;
    this.held = { pointer: event.pointerId, terminal, ...place };
    this.querySelector('svg')?.setPointerCapture(event.pointerId);
    const group = this.querySelector(`[data-testid="${testidOf(terminal)}"]`);
    /** @type {SVGElement | null} */ (group)?.focus({ preventScroll: true });
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #onPointerMove(event) {
    const { held, drawn } = this;
    if (held?.pointer !== event.pointerId) return;
    const place = this.#place(event);
    if (!drawn && Math.hypot(place.x - held.x, place.y - held.y) < 6) return;
    this.drawn = { from: this.#origin(held.terminal), ...place };
  }

  /** Where the wire begins that one pulls at: at the far end of one that is there. @param {Terminal} terminal */
  #origin(terminal) {
    const start = terminal.kind === 'pin' ? this.wires[terminal.id] : 0;
    return start > 0 ? terminals[start - 1] : terminal;
  }

  /** @param {PointerEvent} event */
  #onPointerUp(event) {
    const { held, drawn } = this;
    if (held?.pointer !== event.pointerId) return;
    this.#onPointerCancel();
    if (!drawn) {
      this.#tap(held.terminal);
      return;
    }
    this.chosen = null;
    const target = nearestTerminal(this.#place(event), this.width, reach);
    // A wire that was pulled off its pin leaves that pin.
    if (drawn.from !== held.terminal && target !== held.terminal) this.#emit(held.terminal.id, 0);
    if (target) this.#connect(drawn.from, target);
  }

  #onPointerCancel() {
    this.held = null;
    this.drawn = null;
  }

  /** @param {KeyboardEvent} event */
  #onKeydown(event) {
    if (event.key === 'Escape') this.chosen = null;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const group = /** @type {Element} */ (event.target).closest('.circuit-terminal');
    const testid = group?.getAttribute('data-testid');
    const terminal = terminals.find((one) => testidOf(one) === testid);
    if (!terminal) return;
    event.preventDefault();
    this.#tap(terminal);
  }
}

customElements.define('dd-circuit-board', CircuitBoard);
