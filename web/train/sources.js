/**
 * Where training data come from, in the form that the worker takes.
 *
 * @typedef {import('./recipe.js').Recipe} Recipe
 * @typedef {import('../engine/worker/data-sets.js').Source} Source
 */
import { CodedError } from '../engine/errors.js';
import { drawings, labelledImages } from '../engine/storage/store.js';
import { sharedState } from '../app/shared-state.js';

export class Sources {
  /** @type {File[]} */
  #files = [];
  #filesRevision = 0;
  #drawingsRevision = 0;
  /** @type {Promise<Record<string, any>> | null} */
  #index = null;

  constructor() {
    sharedState.addEventListener('drawings', () => ++this.#drawingsRevision);
  }

  /** Names of the files given. */
  get fileNames() {
    return this.#files.map(({ name }) => name);
  }

  /** @param {File[]} files @returns {() => void} takes them back */
  setFiles(files) {
    const before = this.#files;
    this.#files = files;
    ++this.#filesRevision;
    return () => {
      this.#files = before;
      ++this.#filesRevision;
    };
  }

  /** The data sets that lie beside the page, by name; none when there is no index. */
  packed() {
    this.#index ??= fetch(new URL('data/index.json', document.baseURI))
      .then((response) => (response.ok ? response.json() : {}))
      .catch(() => {
        this.#index = null; // The connection may come back.
        return {};
      });
    return this.#index;
  }

  /** @param {Recipe} recipe @returns {Promise<{ source: Source, key: string }>} */
  async of({ data, count }) {
    switch (data) {
      case 'synthetic':
        return { source: { kind: 'synthetic', count }, key: `synthetic ${count}` };
      case 'mnist': {
        const { mnist } = await this.packed();
        if (!mnist) throw new CodedError('noMnist');
        const files = Object.fromEntries(
          Object.entries(mnist).map(([part, { path, bytes }]) => [
            part,
            { path: new URL(`data/${path}`, document.baseURI).href, bytes },
          ]),
        );
        return { source: { kind: 'mnist', files: /** @type {any} */ (files) }, key: 'mnist' };
      }
      case 'files':
        if (this.#files.length === 0) throw new CodedError('noFiles');
        return {
          source: { kind: 'files', files: this.#files },
          key: `files ${this.#filesRevision}`,
        };
      case 'drawings':
      case 'mixed': {
        const own = labelledImages(await drawings());
        const revision = `drawings ${this.#drawingsRevision} ${own.labels.length}`;
        return data === 'drawings'
          ? { source: { kind: 'drawings', drawings: own }, key: revision }
          : { source: { kind: 'mixed', count, drawings: own }, key: `${revision} ${count}` };
      }
    }
  }
}
