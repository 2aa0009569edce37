// A Vite plugin that puts the data sets found at build time beside the page:
//   data/index.json        {} or {"mnist": {"trainImages": {"path": "mnist/….gzip", "bytes": n}, …}}
//   data/mnist/*.gzip      gzip files of IDX files
// The index always exists, so that the page can ask without an error. The files are not named .gz,
// since some servers then add "Content-Encoding: gzip", upon which the browser unpacks them unasked.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findMnist, mnistFiles } from './mnist.mjs';

/** @returns {{ index: object, sources: Map<string, string> }} sources: file by path below data/ */
function collect() {
  const folder = findMnist();
  const sources = new Map();
  if (folder === null) return { index: {}, sources };

  const mnist = {};
  for (const [part, { name }] of Object.entries(mnistFiles)) {
    const path = `mnist/${name.replace(/\.gz$/, '.gzip')}`;
    const source = join(folder, name);
    sources.set(path, source);
    mnist[part] = { path, bytes: statSync(source).size };
  }
  return { index: { mnist }, sources };
}

export function packedData() {
  return {
    name: 'packed-data',

    generateBundle() {
      const { index, sources } = collect();
      const emit = (path, source) =>
        this.emitFile({ type: 'asset', fileName: `data/${path}`, source });
      emit('index.json', JSON.stringify(index));
      for (const [path, source] of sources) emit(path, readFileSync(source));
    },

    configureServer(server) {
      const { index, sources } = collect();
      server.middlewares.use('/data/', (request, response, next) => {
        const path = new URL(request.url, 'http://localhost').pathname.slice(1);
        if (path === 'index.json') response.end(JSON.stringify(index));
        else {
          const source = sources.get(path);
          if (source) response.end(readFileSync(source));
          else next();
        }
      });
    },
  };
}
