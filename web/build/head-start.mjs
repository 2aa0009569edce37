import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = new URL('../head-start.js', import.meta.url);

/** What a visitor of Draw waits for, by the end of its path in the project. */
const entries = ['web/views/draw/draw.js', 'build/wasm/recognition.mjs'];
const binaries = ['recognition.wasm', 'default.safetensors'];

/**
 * Puts head-start.js into the head of the built page and hands it the files of Draw, whose names only
 * the build knows.
 * @returns {import('vite').Plugin}
 */
export function headStart() {
  return {
    name: 'head-start',
    apply: 'build',
    buildStart() {
      this.addWatchFile(fileURLToPath(script));
      const source = readFileSync(script, 'utf8');
      this.emitFile({ type: 'asset', name: 'head-start.js', source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle);
        const chunks = entries.map((path) => only(files, path, (file) => file.facadeModuleId));
        const page = files.find((file) => file.isEntry);
        const modules = new Set(chunks.flatMap((chunk) => [...withImports(chunk, bundle)]));
        // What the page imports itself is in index.html already.
        for (const file of withImports(page, bundle)) modules.delete(file);
        const assets = binaries.map(
          (name) => only(files, name, (file) => file.names?.[0]).fileName,
        );
        const { fileName } = only(files, 'head-start.js', (file) => file.names?.[0]);
        const list = (/** @type {Iterable<string>} */ names) => [...names].map(address).join(' ');
        const tag =
          `<script src="${address(fileName)}" data-modules="${list(modules)}" ` +
          `data-files="${list(assets)}"></script>`;
        // Not async, or on a slow processor it would have its turn only after the page's modules;
        // behind their tag, so that they are asked for first; and before the style sheet, for which
        // a script waits.
        return html.replace(/<script type="module".*<\/script>/, (own) => `${own}\n    ${tag}`);
      },
    },
  };
}

/** @param {string} file */
const address = (file) => `./${file}`;

/** The one file of the bundle whose path ends so. */
function only(files, path, pathOf) {
  const found = files.filter((file) => pathOf(file)?.endsWith(path));
  if (found.length !== 1) {
    throw new Error(`Expected one file of ${path} in the bundle, found ${found.length}.`);
  }
  return found[0];
}

/** @returns {Set<string>} the file names of a chunk and of all that it imports statically */
function withImports(chunk, bundle, seen = new Set()) {
  if (!chunk || seen.has(chunk.fileName)) return seen;
  seen.add(chunk.fileName);
  for (const file of chunk.imports) withImports(bundle[file], bundle, seen);
  return seen;
}
