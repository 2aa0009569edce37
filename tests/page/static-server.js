import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createGzip } from 'node:zlib';

const contentTypes = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** With these, a page can share memory among its threads. */
export const isolatingHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * Serves folders as the plainest static host does: by file name, with a content type and nothing
 * else, at 127.0.0.1 on a free port.
 * @param {Record<string, string>} folders by the path that they appear under, such as '/some/where/'
 * @param {(file: string) => void} [onServed] told of each file as it is sent
 * @param {Record<string, string>} [headers] sent beside those
 * @param {boolean} [gzip] whether the host compresses what it sends
 * @returns {Promise<{ url: string, close(): Promise<void> }>} url: of the first folder
 */
export async function serve(folders, onServed, headers = {}, gzip = false) {
  const bases = Object.keys(folders).sort((a, b) => b.length - a.length); // the most specific first
  const server = createServer((request, response) => {
    const path = normalize(
      decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname),
    );
    const base = bases.find((candidate) => path.startsWith(candidate));
    const file =
      base && join(folders[base], path.slice(base.length), path.endsWith('/') ? 'index.html' : '');
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    const contentType =
      contentTypes[/** @type {keyof typeof contentTypes} */ (extname(file))] ??
      'application/octet-stream';
    onServed?.(file);
    const size = gzip ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': statSync(file).size };
    response.writeHead(200, { ...headers, 'Content-Type': contentType, ...size });
    const content = createReadStream(file);
    (gzip ? content.pipe(createGzip()) : content).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}${Object.keys(folders)[0]}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
