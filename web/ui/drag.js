/**
 * How a picture is taken hold of, by mouse, touch and pen. Places are in pixels of the host.
 *
 * @typedef {number[]} Place  x, y
 * @typedef {object} DragHandlers
 * @property {(place: Place, event: PointerEvent) => any} press  what a press takes hold of; null: nothing
 * @property {(held: any, place: Place, before: Place) => void} drag  it was moved, from `before`
 * @property {(held: any, place: Place) => void} tap  it was let go where it was pressed
 * @property {(held: any, place: Place) => void} [drop]  it was let go where it was moved to
 * @property {(factor: number, place: Place) => void} [pinch]  two fingers are `factor` times as near to
 *   each other as before, about `place`
 * @property {(place: Place | null) => void} [hover]  a mouse rests there, or has left
 */

/** A press that moves less than this, in pixels, is a tap. */
const slack = 4;

/** A Lit controller for an element that has a `size` in pixels. */
export class Drag {
  /** Where each finger or button is. @type {Map<number, Place>} */
  pointers = new Map();
  /** What the press in progress holds. @type {any} */
  held = null;
  /** Where it began. @type {Place} */
  pressed = [0, 0];
  moved = false;

  /**
   * @param {import('lit').LitElement & { size: { width: number, height: number } }} host
   * @param {DragHandlers} handlers
   */
  constructor(host, handlers) {
    this.host = host;
    this.handlers = handlers;
    host.addEventListener('pointerdown', (event) => this.#down(event));
    host.addEventListener('pointermove', (event) => this.#move(event));
    host.addEventListener('pointerup', (event) => this.#up(event));
    host.addEventListener('pointercancel', (event) => this.#end(event));
    host.addEventListener('pointerleave', () => handlers.hover?.(null));
  }

  /** Where an event is, in the host's own pixels. @param {MouseEvent} event @returns {Place} */
  place({ clientX, clientY }) {
    const { left, top, width, height } = this.host.getBoundingClientRect();
    const { size } = this.host;
    return [((clientX - left) / width) * size.width, ((clientY - top) / height) * size.height];
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    const { handlers, pointers } = this;
    const place = this.place(event);
    if (handlers.pinch && pointers.size === 1 && !pointers.has(event.pointerId))
      this.held = 'pinch';
    else {
      // A mouse that was released outside still counts as held, by its own id.
      if (pointers.size > 0 && !pointers.has(event.pointerId)) return;
      this.held = handlers.press(place, event);
      if (this.held === null) return;
    }
    pointers.set(event.pointerId, place);
    this.pressed = place;
    this.moved = false;
    this.host.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { handlers, held, pointers, pressed } = this;
    const place = this.place(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') handlers.hover?.(place);
      return;
    }
    this.moved ||= distance(place, pressed) > slack;
    if (!this.moved) return;
    pointers.set(event.pointerId, place);
    if (held !== 'pinch') {
      if (held !== null) handlers.drag(held, place, before);
      return;
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other)
      handlers.pinch?.(distance(before, other) / Math.max(1, distance(place, other)), other);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const { handlers, held, moved } = this;
    const pressed = this.pointers.has(event.pointerId);
    this.#end(event);
    if (!pressed || held === null || held === 'pinch') return;
    if (moved) handlers.drop?.(held, this.place(event));
    else handlers.tap(held, this.place(event));
  }

  /** @param {PointerEvent} event */
  #end({ pointerId }) {
    if (this.pointers.delete(pointerId)) this.held = null;
  }
}

/** @param {Place} a @param {Place} b */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
