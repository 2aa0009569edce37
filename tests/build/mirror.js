import { createServer } from 'node:http';

/**
 * A mirror at 127.0.0.1 that answers as told.
 * @param {Record<string, Buffer>} files by name
 * @param {{ truncateAt?: number, corrupt?: boolean, ranges?: boolean, status?: number }} [faults]
 *   truncateAt: breaks off after that many bytes of each answer; ranges: false ignores Range
 * @returns {Promise<{ url: string, requests: { path: string, range?: string }[], close(): void }>}
 */
export async function startMirror(files, { truncateAt, corrupt, ranges = true, status } = {}) {
  /** @type {{ path: string, range?: string }[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const { url: path = '', headers } = request;
    const { range } = headers;
    requests.push({ path, range });
    const file = files[path.slice(1)];
    if (status !== undefined || file === undefined) {
      response.writeHead(status ?? 404).end();
      return;
    }
    const start = ranges && range ? Number(range.match(/^bytes=(\d+)-$/)?.[1]) : 0;
    if (start >= file.length) {
      response.writeHead(416, { 'Content-Range': `bytes */${file.length}` }).end();
      return;
    }
    const body = Buffer.from(file.subarray(start));
    if (corrupt) body[body.length - 1] ^= 1;
    response.writeHead(start > 0 ? 206 : 200, { 'Content-Length': body.length });
    if (truncateAt === undefined) response.end(body);
    else
      response.write(body.subarray(0, truncateAt), () => setTimeout(() => response.destroy(), 50));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
