// Where the MNIST files are and what they must hold.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from './command.mjs';

/** Where `npm run data` puts the files. */
export const downloadFolder = join(root, 'data/mnist');

/**
 * The four files of MNIST as its mirrors name them, with the MD5 of each one's gzip file and of its
 * content (an IDX file).
 */
export const mnistFiles = {
  trainImages: {
    name: 'train-images-idx3-ubyte.gz',
    gzipMd5: 'f68b3c2dcbeaaa9fbdd348bbdeb94873',
    contentMd5: '6bbc9ace898e44ae57da46a324031adb',
  },
  trainLabels: {
    name: 'train-labels-idx1-ubyte.gz',
    gzipMd5: 'd53e105ee54ea40749a09fcbcd1e9432',
    contentMd5: 'a25bea736e30d166cdddb491f175f624',
  },
  testImages: {
    name: 't10k-images-idx3-ubyte.gz',
    gzipMd5: '9fb629c4189551a2d022fa330f9573f3',
    contentMd5: '2646ac647ad5339dbf082846283269ea',
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte.gz',
    gzipMd5: 'ec29112dd5afa0611ce80d1b7f02629c',
    contentMd5: '27ae3e4e09519cfbb04c329615203637',
  },
};

export const md5 = (bytes) => createHash('md5').update(bytes).digest('hex');

/**
 * The folder with MNIST's four gzip files: $MNIST_DIR, else what `npm run data` downloaded.
 * @returns {string | null} null when there is none
 */
export function findMnist() {
  const folder = process.env.MNIST_DIR ? resolve(process.env.MNIST_DIR) : downloadFolder;
  const missing = Object.values(mnistFiles).filter(({ name }) => !existsSync(join(folder, name)));
  if (missing.length === 0) return folder;
  if (process.env.MNIST_DIR) {
    throw new Error(`MNIST_DIR is ${folder}, which should hold ${missing[0].name}, but does not.`);
  }
  return null;
}

/**
 * Writes the uncompressed IDX files for the native programs, which know no gzip.
 * @param {string} folder with the gzip files
 * @returns {string} the folder of the IDX files, named as the gzip files without .gz
 */
export function unpackMnist(folder) {
  const target = join(root, 'build/mnist');
  mkdirSync(target, { recursive: true });
  for (const { name, contentMd5 } of Object.values(mnistFiles)) {
    const source = join(folder, name);
    const unpacked = join(target, name.replace(/\.gz$/, ''));
    if (existsSync(unpacked) && statSync(unpacked).mtimeMs >= statSync(source).mtimeMs) continue;
    const content = gunzipSync(readFileSync(source));
    if (md5(content) !== contentMd5) {
      throw new Error(
        `${source} has a content of MD5 ${md5(content)}, but MNIST's is ${contentMd5}.`,
      );
    }
    writeFileSync(unpacked, content);
  }
  return target;
}
