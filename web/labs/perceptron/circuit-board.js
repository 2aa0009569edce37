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
import { Drag } from '../../ui/drag.js';
import { sized } from '../../ui/listen.js';

/**
 * @typedef {import('./circuit-geometry.js').Terminal} Terminal
 * @typedef {import('./circuit-geometry.js').Place} Place
 */

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
  size: { width: 640, height: boardHeight },
  /** The end that waits for the other one. */
  chosen: /** @type {Terminal | null} */ (null),
  /** The wire that follows the pointer. */
  drawn: /** @type {{ from: Terminal, x: number, y: number } | null} */ (null),
}) {
  drag = new Drag(this, {
    press: ([x, y], event) => {
      const terminal = nearestTerminal({ x, y }, this.size.width, reach);
      if (!terminal) return null;
      this.#focus(terminal);
      event.preventDefault();
      return terminal;
    },
    drag: (terminal, [x, y]) => (this.drawn = { from: this.#origin(terminal), x, y }),
    drop: (terminal, [x, y]) => this.#drop(terminal, { x, y }),
    tap: (terminal) => this.#tap(terminal),
  });

  constructor() {
    super();
    sized(this, ({ width }) => (this.size = { width, height: boardHeight }));
  }

  render() {
    return html`
      <svg
        class="circuit"
        viewBox="0 0 ${this.size.width} ${boardHeight}"
        width=${this.size.width}
        height=${boardHeight}
        role="group"
        aria-label=${this.label}
        @pointercancel=${() => (this.drawn = null)}
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
    const from = startPlace(start, this.size.width);
    const to = pinPlace(pin, this.size.width);
    if (!this.#isTied(pin))
      return svg`<path class="circuit-wire ${kind}" d=${wirePath(from, to)} />`;
    if (pin % 2 === 1) return '';
    const middle = { x: to.x, y: gatePlace(pin / 2, this.size.width).y };
    return svg`
      <path class="circuit-wire double ${kind}" d=${wirePath(from, middle)} />
      <text class="circuit-text" x=${middle.x - 6} y=${middle.y - 10} text-anchor="end">${this.tied}</text>
    `;
  }

  /** @param {number} gate */
  #gate(gate) {
    const { x, y } = gatePlace(gate, this.size.width);
    const wide = gateWidth(this.size.width);
    return svg`
      <rect class="circuit-gate" x=${x - wide / 2} y=${y - gateHeight / 2} width=${wide} height=${gateHeight} rx="8" />
      <text class="circuit-letter" x=${x} y=${y + 1} text-anchor="middle">${gateLetter(gate)}</text>
      <text class="circuit-text" x=${x} y=${y + 17} text-anchor="middle">${this.gateName}</text>
    `;
  }

  /** @param {Terminal} terminal */
  #terminal(terminal) {
    const { kind, id } = terminal;
    const { x, y } = terminalPlace(terminal, this.size.width);
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
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#onKeydown(event, terminal)}
      >
        <circle class="grip" fill="transparent" cx=${x} cy=${y} r="22" />
        <circle class="spot" cx=${x} cy=${y} r=${outer ? 14 : 7} />
        ${
          outer
            ? svg`
              <text class="circuit-digit" x=${x} y=${y + 5} text-anchor="middle">${digit}</text>
              <text class="circuit-text" x=${kind === 'start' ? 2 : this.size.width - 2} y=${y - 24} text-anchor=${kind === 'start' ? 'start' : 'end'}>${name}</text>`
            : ''
        }
      </g>
    `;
  }

  #drawnWire() {
    if (!this.drawn) return '';
    const end = terminalPlace(this.drawn.from, this.size.width);
    const forward = this.drawn.from.kind === 'start';
    const path = forward ? wirePath(end, this.drawn) : wirePath(this.drawn, end);
    return svg`<path class="circuit-wire drawn" d=${path} />`;
  }

  /** @param {Terminal} a @param {Terminal} b */
  #connect(a, b) {
    if (a.kind === b.kind) return false;
    const [start, pin] = a.kind === 'start' ? [a.id, b.id] : [b.id, a.id];
    this.emit('wire', { pin, start });
    return true;
  }

  /** A tap on a terminal, or Enter on it. @param {Terminal} terminal */
  #tap(terminal) {
    const { chosen } = this;
    this.chosen = null;
    if (chosen && this.#connect(chosen, terminal)) return;
    if (chosen === terminal) return;
    if (!chosen && terminal.kind === 'pin' && this.wires[terminal.id] > 0) {
      this.emit('wire', { pin: terminal.id, start: 0 });
      return;
    }
    this.chosen = terminal;
  }

  /** @param {Terminal} terminal */
  #focus(terminal) {
    const group = this.querySelector(`[data-testid="${testidOf(terminal)}"]`);
    /** @type {SVGElement | null} */ (group)?.focus({ preventScroll: true });
  }

  /** Where the wire begins that one pulls at: at the far end of one that is there. @param {Terminal} terminal */
  #origin(terminal) {
    const start = terminal.kind === 'pin' ? this.wires[terminal.id] : 0;
    return start > 0 ? terminals[start - 1] : terminal;
  }

  /** The wire that was drawn ends. @param {Terminal} held @param {Place} place */
  #drop(held, place) {
    const from = this.#origin(held);
    const target = nearestTerminal(place, this.size.width, reach);
    this.drawn = null;
    this.chosen = null;
    // A wire that was pulled off its pin leaves that pin.
    if (from !== held && target !== held) this.emit('wire', { pin: held.id, start: 0 });
    if (target) this.#connect(from, target);
  }

  /** @param {KeyboardEvent} event @param {Terminal} terminal */
  #onKeydown(event, terminal) {
    if (event.key === 'Escape') this.chosen = null;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.#tap(terminal);
  }
}

customElements.define('dd-circuit-board', CircuitBoard);
