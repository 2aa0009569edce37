/**
 * The data sets that the worker trains on: loaded or drawn when asked for, there until another one
 * is asked for.
 *
 * @typedef {import('../types.js').DataSet} DataSet
 * @typedef {{ images: Float32Array, labels: Uint8Array }} LabelledImages  784 values for each label
 * @typedef {{ path: string, bytes: number }} PackedFile  an absolute URL, gzip-compressed
 * @typedef {Record<'trainImages' | 'trainLabels' | 'testImages' | 'testLabels', PackedFile>} PackedFiles
 * @typedef {{ kind: 'synthetic', count: number }
 *   | { kind: 'mnist', files: PackedFiles }
 *   | { kind: 'files', files: File[] }
 *   | { kind: 'drawings', drawings: LabelledImages }
 *   | { kind: 'mixed', count: number, drawings: LabelledImages }} Source
 * @typedef {{ train: DataSet, test: DataSet }} Pair
 * @typedef {(done: number, total: number) => void} OnProgress
 */
import { CodedError } from '../errors.js';
import { readIdxFiles, unpack } from './idx-files.js';

/** Seeds of the synthetic digits: odd ones for training, even ones for the test. */
const synthesisSeed = { train: 1, test: 2 };
/** Digits drawn between two looks at the messages. */
const synthesisChunk = 250;

export class DataSets {
  #engine;
  #key = '';
  /** @type {Pair | null} */
  #pair = null;
  #cancel = new AbortController();

  /** @param {import('../types.js').Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** Ends a `load` under way, which then rejects with code `cancelled`. */
  cancel() {
    this.#cancel.abort();
  }

  /**
   * @param {Source} source @param {string} key  the same key means the same data
   * @param {OnProgress} onProgress @param {Pair | null} inUse  not to be deleted
   * @returns {Promise<Pair>}
   */
  async load(source, key, onProgress, inUse) {
    if (this.#pair && key === this.#key) return this.#pair;
    this.#cancel.abort();
    this.#cancel = new AbortController();
    const { signal } = this.#cancel;
    const loaded = await this.#read(source, onProgress, signal);
    if (signal.aborted) {
      deletePair(loaded);
      throw new CodedError('cancelled');
    }
    if (this.#pair && this.#pair !== inUse) deletePair(this.#pair);
    this.#pair = loaded;
    this.#key = key;
    return loaded;
  }

  /**
   * @param {Source} source @param {OnProgress} onProgress @param {AbortSignal} signal
   * @returns {Promise<Pair>}
   */
  async #read(source, onProgress, signal) {
    switch (source.kind) {
      case 'synthetic':
        return this.#synthesize(source.count, onProgress, signal);
      case 'mnist':
        return this.#download(source.files, onProgress, signal);
      case 'files':
        return this.#fromFiles(source.files);
      case 'drawings':
        return this.#fromDrawings(source.drawings);
      case 'mixed': {
        const drawn = this.#fromDrawings(source.drawings);
        const pair = await this.#synthesize(source.count, onProgress, signal);
        move(drawn.train, pair.train);
        move(drawn.test, pair.test);
        return pair;
      }
    }
  }

  /**
   * A test set of one fifth of the size (500 … 2,000 digits) comes from seeds of its own.
   * @param {number} count @param {OnProgress} onProgress @param {AbortSignal} signal
   */
  async #synthesize(count, onProgress, signal) {
    const testCount = Math.min(2000, Math.max(500, Math.round(count / 5)));
    const total = count + testCount;
    const { train, test } = synthesisSeed;
    return {
      train: await this.#draw(count, train, signal, (done) => onProgress(done, total)),
      test: await this.#draw(testCount, test, signal, (done) => onProgress(count + done, total)),
    };
  }

  /**
   * @param {number} count @param {number} firstSeed @param {AbortSignal} signal
   * @param {(done: number) => void} onProgress
   */
  async #draw(count, firstSeed, signal, onProgress) {
    const first = Math.min(count, synthesisChunk);
    const set = this.#engine.syntheticDigits(first, firstSeed);
    for (let done = first, seed = firstSeed + 2; done < count; seed += 2) {
      onProgress(done);
      await nextTask();
      if (signal.aborted) {
        set.delete();
        throw new CodedError('cancelled');
      }
      const chunk = Math.min(count - done, synthesisChunk);
      move(this.#engine.syntheticDigits(chunk, seed), set);
      done += chunk;
    }
    onProgress(count);
    return set;
  }

  /** @param {PackedFiles} files @param {OnProgress} onProgress @param {AbortSignal} signal */
  async #download(files, onProgress, signal) {
    const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const count = (/** @type {number} */ bytes) => onProgress((done += bytes), total);
    const fetched = async (/** @type {PackedFile} */ { path }) =>
      unpack(await fetchFile(path, signal, count));
    const [trainImages, trainLabels, testImages, testLabels] = await Promise.all(
      [files.trainImages, files.trainLabels, files.testImages, files.testLabels].map(fetched),
    );
    return this.#fromPairs(
      { images: trainImages, labels: trainLabels },
      { images: testImages, labels: testLabels },
    );
  }

  /** @param {File[]} files */
  async #fromFiles(files) {
    const { train, test } = await readIdxFiles(files);
    if (test) return this.#fromPairs(train, test);
    return split(
      this.#engine.dataSetFromIdx(train.images, train.labels),
      (count) => new CodedError('tooFewImages', { count }),
    );
  }

  /**
   * @param {import('./idx-files.js').IdxPair} trainPair
   * @param {import('./idx-files.js').IdxPair} testPair
   */
  #fromPairs(trainPair, testPair) {
    const train = this.#engine.dataSetFromIdx(trainPair.images, trainPair.labels);
    try {
      const test = this.#engine.dataSetFromIdx(testPair.images, testPair.labels);
      if (train.size() > 0 && test.size() > 0) return { train, test };
      test.delete();
      throw new CodedError('tooFewImages', { count: Math.min(train.size(), test.size()) });
    } catch (error) {
      train.delete();
      throw error;
    }
  }

  /** @param {LabelledImages} drawings */
  #fromDrawings({ images, labels }) {
    return split(
      this.#engine.dataSetFromImages(images, labels),
      (count) => new CodedError('tooFewDrawings', { count }),
    );
  }
}

/**
 * Holds every sixth sample out for testing, as MNIST itself keeps one seventh apart.
 * @param {DataSet} all  deleted
 * @param {(count: number) => CodedError} tooFew  what is thrown when there are fewer than six
 * @returns {Pair}
 */
function split(all, tooFew) {
  const count = all.size();
  const [train, test] = [all.slice(0, 0), all.slice(0, 0)];
  for (let begin = 0; begin < count; begin += 6) {
    const last = Math.min(begin + 5, count);
    move(all.slice(begin, last), train);
    move(all.slice(last, Math.min(begin + 6, count)), test);
  }
  all.delete();
  if (count >= 6) return { train, test };
  deletePair({ train, test });
  throw tooFew(count);
}

/** @param {DataSet} samples  deleted @param {DataSet} set  to which they are appended */
function move(samples, set) {
  set.append(samples);
  samples.delete();
}

/** @param {Pair} pair */
export function deletePair({ train, test }) {
  train.delete();
  test.delete();
}

/** @param {string} url @param {AbortSignal} signal @param {(bytes: number) => void} onBytes */
async function fetchFile(url, signal, onBytes) {
  const name = url.split('/').at(-1) ?? url;
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    const counter = new TransformStream({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    });
    return new File([await new Response(response.body.pipeThrough(counter)).blob()], name);
  } catch (error) {
    if (signal.aborted) throw new CodedError('cancelled');
    const reason = error instanceof Error ? error.message : String(error);
    throw new CodedError('download', { file: name, reason });
  }
}

/** Lets waiting messages be heard. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
