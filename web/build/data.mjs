// npm run data: downloads MNIST into data/mnist, from where `npm run build` packs it beside the page.
//   MNIST_MIRRORS  addresses of folders to try instead, separated by spaces
//   MNIST_TARGET   the folder to write instead
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fail } from './command.mjs';
import { download } from './download.mjs';
import { downloadFolder, md5, mnistFiles } from './mnist.mjs';

const mirrors = process.env.MNIST_MIRRORS?.split(' ') ?? [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://raw.githubusercontent.com/fgnt/mnist/master/',
];
const folder = process.env.MNIST_TARGET ?? downloadFolder;

/** A mirror may have compressed the same content anew, so either MD5 will do. */
function faultOf(content, { gzipMd5, contentMd5 }) {
  const found = md5(content);
  if (found === gzipMd5) return null;
  try {
    if (md5(gunzipSync(content)) === contentMd5) return null;
  } catch {
    return `expected a gzip file with MD5 ${gzipMd5}, got ${content.length} bytes with MD5 ${found}`;
  }
  return `expected MD5 ${gzipMd5}, got ${found}`;
}

function showProgress(name, bytes, total) {
  if (!process.stderr.isTTY) return;
  const megabytes = (count) => (count / 1e6).toFixed(1);
  const whole = Number.isNaN(total) ? '' : ` of ${megabytes(total)}`;
  process.stderr.write(`\r\x1b[K${name}: ${megabytes(bytes)}${whole} MB`);
}

function say(sentence) {
  process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}${sentence}\n`);
}

async function downloadMnist() {
  mkdirSync(folder, { recursive: true });
  for (const file of Object.values(mnistFiles)) {
    const target = join(folder, file.name);
    if (existsSync(target) && faultOf(readFileSync(target), file) === null) {
      say(`${file.name} is already here.`);
      continue;
    }
    const report = { progress: showProgress, notice: say };
    await download(mirrors, file.name, target, (content) => faultOf(content, file), report);
    say(`${file.name} is downloaded and its checksum is right.`);
  }
  console.log(`MNIST is in ${folder}.`);
}

downloadMnist().catch(fail);
