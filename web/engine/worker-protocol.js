/**
 * How the page and its workers talk. The page sends calls, `{ id, name, parameters }`; the worker
 * answers `{ id, value }` or `{ id, error }`. A call without an id gets no answer. The worker sends
 * events by itself, `{ event, detail }`; an error outside of a call is its end, `{ crash: reason }`.
 *
 * Typed arrays directly in what a worker sends are moved, not copied: it must not use them again.
 * What the page sends is copied.
 *
 * @typedef {import('./errors.js').Description} Description
 * @typedef {Record<string, (...parameters: any[]) => any>} Api  what a worker can be asked for
 */

import { CodedError, describe } from './errors.js';

/**
 * What a worker tells by itself, by the names of its events.
 * @template {object} Events
 * @typedef {(
 *   ...event: { [Name in keyof Events]: [name: Name, detail: Events[Name]] }[keyof Events]
 * ) => void} Emit
 */

/**
 * The page's side. A worker is started with the first call, and another one with the first call
 * after a crash.
 * @template {Api} WorkerApi
 * @template {object} Events
 */
export class WorkerClient {
  #start;
  /** @type {Worker | null} */
  #worker = null;
  #lastId = 0;
  /** Calls under way. @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #calls = new Map();
  #events = new EventTarget();

  /** @param {() => Worker} start */
  constructor(start) {
    this.#start = start;
  }

  /**
   * @template {keyof WorkerApi & string} Name
   * @param {Name} name @param {Parameters<WorkerApi[Name]>} parameters
   * @returns {Promise<Awaited<ReturnType<WorkerApi[Name]>>>} rejects with a CodedError
   */
  call(name, ...parameters) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#worker ??= this.#listen(this.#start());
      this.#worker.postMessage({ id, name, parameters });
      this.#calls.set(id, { resolve, reject });
    });
  }

  /**
   * A call that nobody waits for; none where no worker runs.
   * @template {keyof WorkerApi & string} Name
   * @param {Name} name @param {Parameters<WorkerApi[Name]>} parameters
   */
  notify(name, ...parameters) {
    this.#worker?.postMessage({ name, parameters });
  }

  /**
   * `crash` says how a worker ended that was not ended by `end`.
   * @template {keyof (Events & { crash: Description }) & string} Name
   * @param {Name} name @param {(detail: (Events & { crash: Description })[Name]) => void} listener
   */
  on(name, listener) {
    this.#events.addEventListener(name, (event) =>
      listener(/** @type {CustomEvent} */ (event).detail),
    );
  }

  /** Ends the worker; calls under way reject. */
  end(error = new CodedError('cancelled')) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#calls.forEach(({ reject }) => reject(error));
    this.#calls.clear();
  }

  /** @param {Worker} worker */
  #listen(worker) {
    const crash = (/** @type {string} */ reason) => {
      if (worker !== this.#worker) return;
      const error = new CodedError('crash', { reason });
      this.end(error);
      this.#emit('crash', describe(error));
    };
    worker.addEventListener('message', ({ data }) => {
      if (data.crash) crash(data.crash);
      else if (data.event) this.#emit(data.event, data.detail);
      else this.#answer(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      crash(event.message || 'worker');
    });
    worker.addEventListener('messageerror', () => crash('message'));
    return worker;
  }

  /** @param {{ id: number, value?: unknown, error?: Description }} answer */
  #answer({ id, value, error }) {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error) call?.reject(new CodedError(error.code, error.parameters));
    else call?.resolve(value);
  }

  /** @param {string} name @param {unknown} detail */
  #emit(name, detail) {
    this.#events.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

const scope = /** @type {Worker} */ (/** @type {unknown} */ (self));

/** The worker's side of `on`. @type {Emit<any>} */
export const emit = (event, detail) => post({ event, detail }, detail);

/** The worker's side of `call` and `notify`. @param {Api} api */
export function serve(api) {
  const answer = async (/** @type {number} */ id, /** @type {() => unknown} */ call) => {
    try {
      const value = await call();
      post({ id, value }, value);
    } catch (error) {
      scope.postMessage({ id, error: describe(error) });
    }
  };
  scope.addEventListener('message', ({ data: { id, name, parameters } }) => {
    const call = () => api[name](...parameters);
    if (id) void answer(id, call);
    else call();
  });
  scope.addEventListener('error', (event) => {
    event.preventDefault();
    scope.postMessage({ crash: event.error?.message || event.message || 'worker' });
  });
}

/** @param {object} message @param {any} content  of the message, whose typed arrays are moved */
function post(message, content) {
  const parts = ArrayBuffer.isView(content) ? [content] : Object.values(content ?? {});
  const buffers = parts.filter(ArrayBuffer.isView).map(({ buffer }) => buffer);
  scope.postMessage(message, [...new Set(buffers)]);
}
