import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A server that stays silent for this long is given up for the next mirror. */
const silenceLimitMs = 30_000;

/**
 * Downloads one file from the first mirror that gives it whole and right. A download that broke off
 * leaves `<target>.part`, which the next attempt, on any mirror, continues from where it ended.
 * @param {string[]} mirrors addresses of folders, ending in '/'
 * @param {string} name of the file on each mirror
 * @param {string} target path to write
 * @param {(content: Buffer) => string | null} fault what is wrong with a content, null: nothing
 * @param {{ progress: (name: string, bytes: number, total: number) => void,
 *           notice: (sentence: string) => void }} report
 */
export async function download(mirrors, name, target, fault, report) {
  const part = `${target}.part`;
  const failures = [];
  for (const mirror of mirrors) {
    const resumed = existsSync(part);
    let failure = await attempt(mirror + name, name, part, fault, report);
    if (failure !== null && resumed && !existsSync(part)) {
      // What was continued turned out wrong; it may be the old beginning that is to blame.
      failure = await attempt(mirror + name, name, part, fault, report);
    }
    if (failure === null) return rename(part, target);
    failures.push(failure);
    report.notice(failure);
  }
  throw new Error(
    `${name} could not be downloaded from any of ${mirrors.length} mirrors. ${failures.join(' ')}`,
  );
}

/** @returns {Promise<string | null>} one sentence about what failed; `part` is kept if it may be right */
async function attempt(url, name, part, fault, report) {
  try {
    await fetchRest(url, name, part, report);
  } catch (error) {
    const { message, cause } = /** @type {Error & { cause?: Error }} */ (error);
    return `${url}: ${cause?.message ?? message}.`;
  }
  const wrong = fault(await readFile(part));
  if (wrong === null) return null;
  await rm(part);
  return `${url}: ${wrong}.`;
}

async function fetchRest(url, name, part, report) {
  const have = existsSync(part) ? statSync(part).size : 0;
  const controller = new AbortController();
  const silence = setTimeout(
    () => controller.abort(new Error(`no byte came for ${silenceLimitMs / 1000} s`)),
    silenceLimitMs,
  );
  try {
    // Without "identity" a server may send the file's unpacked content.
    const headers = { 'Accept-Encoding': 'identity', ...(have > 0 && { Range: `bytes=${have}-` }) };
    const response = await fetch(url, { headers, signal: controller.signal });
    if (response.status === 416) return; // nothing is left to ask for; the content's check decides
    if (!response.ok) {
      throw new Error(`expected status 200 or 206, got ${response.status}`);
    }
    const continued = response.status === 206;
    let bytes = continued ? have : 0;
    const length = response.headers.get('content-length');
    const total = length === null ? NaN : bytes + Number(length);
    const counted = async function* (source) {
      for await (const chunk of source) {
        silence.refresh();
        bytes += chunk.length;
        report.progress(name, bytes, total);
        yield chunk;
      }
    };
    await pipeline(
      Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body)),
      counted,
      createWriteStream(part, { flags: continued ? 'a' : 'w' }),
    );
    if (bytes < total) throw new Error(`expected ${total} bytes, got ${bytes}`);
  } finally {
    clearTimeout(silence);
  }
}
