/** This project's module, in a worker as in the page. */
export class DigitDescent {
  #worker = new Worker(new URL('./digit-descent-worker.js', import.meta.url), { type: 'module' });

  /** @param {{ threads: number }} options */
  constructor({ threads }) {
    this.#worker.postMessage({ threads });
  }

  ask(request) {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }) => {
        if (data.error) reject(new Error(data.error));
        else resolve(data.answer);
      };
      this.#worker.onerror = ({ message }) => reject(new Error(message));
      this.#worker.postMessage(request);
    });
  }
}
