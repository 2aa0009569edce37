/**
 * IDX files as users have them: plain or gzip-compressed, in any order and under any name. Their
 * content is judged by the core (dataSetFromIdx); here they are told apart, paired and unpacked.
 */
import { CodedError, checkSize } from '../errors.js';

/** More than twice MNIST's largest file, and four times as much as EMNIST's digits. */
const maxIdxBytes = 256 * 2 ** 20;

const imageMagic = 0x00000803;
const labelMagic = 0x00000801;

/**
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} IdxPair  uncompressed
 * @typedef {{ file: File, kind: 'images' | 'labels', count: number }} KnownFile
 */

/**
 * @param {File[]} files one pair (images and labels), or two, the second for testing
 * @returns {Promise<{ train: IdxPair, test: IdxPair | null }>}
 * @throws {CodedError}
 */
export async function readIdxFiles(files) {
  for (const file of files) checkSize(file, maxIdxBytes, 'fileTooLarge', 2 ** 20);
  const pairs = pairFiles(await Promise.all(files.map(identify)));
  const [train, test] = await Promise.all(
    pairs.map(async ({ images, labels }) => ({
      images: await unpack(images),
      labels: await unpack(labels),
    })),
  );
  return { train, test: test ?? null };
}

/** @param {File} file @returns {Promise<KnownFile>} */
async function identify(file) {
  const header = await readAtMost(file, 8);
  if (header.length < 8)
    throw new CodedError('idxCutOff', { name: file.name, length: header.length });
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const magic = view.getUint32(0);
  if (magic !== imageMagic && magic !== labelMagic) {
    const start = [...header.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw new CodedError('notIdx', { name: file.name, start: start.join(' ') });
  }
  return { file, kind: magic === imageMagic ? 'images' : 'labels', count: view.getUint32(4) };
}

/**
 * Images go with the labels of the same count; between pairs of the same count, the names decide.
 * The pair for testing is the one so named (t10k, test), otherwise the smaller one.
 * @param {KnownFile[]} files
 */
function pairFiles(files) {
  const images = files.filter(({ kind }) => kind === 'images');
  const labels = files.filter(({ kind }) => kind === 'labels');
  if (images.length !== labels.length || images.length < 1 || images.length > 2)
    throw new CodedError('unpaired', { images: images.length, labels: labels.length });
  // A single pair stays together even when the counts differ: the core then says which they are.
  if (images.length === 1) return [{ images: images[0].file, labels: labels[0].file }];

  const sorted = (/** @type {KnownFile[]} */ list) =>
    list.toSorted(
      (a, b) =>
        Number(isTest(a.file)) - Number(isTest(b.file)) ||
        b.count - a.count ||
        a.file.name.localeCompare(b.file.name),
    );
  const [trainImages, testImages] = sorted(images);
  const [trainLabels, testLabels] = sorted(labels);
  const crossed = trainImages.count !== trainLabels.count && trainImages.count === testLabels.count;
  return [
    { images: trainImages.file, labels: (crossed ? testLabels : trainLabels).file },
    { images: testImages.file, labels: (crossed ? trainLabels : testLabels).file },
  ];
}

/** @param {File} file */
const isTest = (file) => /t10k|test/i.test(file.name);

/**
 * @param {File} file
 * @throws {CodedError} when the gzip stream is damaged or unpacks to more than the limit
 */
export async function unpack(file) {
  const bytes = await readAtMost(file, maxIdxBytes + 1);
  if (bytes.length > maxIdxBytes) {
    throw new CodedError('unpackedTooLarge', { name: file.name, limit: maxIdxBytes / 2 ** 20 });
  }
  return bytes;
}

/** A file's first bytes, decompressed if need be. @param {File} file @param {number} limit */
async function readAtMost(file, limit) {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const stream = file.stream();
  const reader = (
    isGzip ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
  ).getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  try {
    while (length < limit) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
    }
  } catch {
    throw new CodedError('unreadable', { name: file.name });
  }
  reader.cancel().catch(() => {});
  const bytes = new Uint8Array(Math.min(length, limit));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at += Math.min(chunk.length, bytes.length - at);
  }
  return bytes;
}
