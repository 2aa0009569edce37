/**
 * Listens to an event for as long as a Lit element is in the page.
 * @param {import('lit').ReactiveControllerHost} host @param {EventTarget} target
 * @param {string} type  of the event
 * @param {(event: any) => unknown} listener @param {AddEventListenerOptions} [options]
 */
export function listen(host, target, type, listener, options) {
  host.addController({
    hostConnected: () => target.addEventListener(type, listener, options),
    hostDisconnected: () => target.removeEventListener(type, listener, options),
  });
}

/**
 * Observes a Lit element for as long as it is in the page.
 * @param {import('lit').LitElement} host @param {ResizeObserver | IntersectionObserver} observer
 */
export function observe(host, observer) {
  host.addController({
    hostConnected: () => observer.observe(host),
    hostDisconnected: () => observer.disconnect(),
  });
}

/**
 * Tells how large a Lit element is laid out, at first and whenever that changes; nothing while it is
 * not shown.
 * @param {import('lit').LitElement} host
 * @param {(size: { width: number, height: number }) => void} take  in pixels, both > 0
 */
export function sized(host, take) {
  const update = (/** @type {ResizeObserverEntry[]} */ [{ contentRect }]) => {
    const { width, height } = contentRect;
    if (width > 0 && height > 0) take({ width, height });
  };
  observe(host, new ResizeObserver(update));
}
