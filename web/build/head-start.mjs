import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = new URL('../app/head-start.js', import.meta.url);

/** What a visitor of Draw waits for, by the end of its path in the project. */
const entries = ['web/draw/draw.js', 'build/wasm/recognition.mjs'];
const module = 'recognition.wasm';
const weights = 'default.safetensors';

/**
 * Puts head-start.js and the styles of the first view into the head of the built page, which then
 * waits for no file to be drawn, and hands the script the files of Draw, whose names only the build
 * knows. The page's policy names both by their hashes.
 * @returns {import('vite').Plugin}
 */
export function headStart() {
  let css = '';
  return {
    name: 'head-start',
    apply: 'build',
    enforce: 'pre', // what is imported later must not ask for the styles again
    buildStart() {
      this.addWatchFile(fileURLToPath(script));
    },
    generateBundle(_, bundle) {
      css = takeStyles(bundle);
      if (css.includes('url(')) this.error('Styles in the page itself cannot name files.');
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const source = readFileSync(script, 'utf8');
        const files = Object.entries(filesOfDraw(bundle))
          .map(([name, list]) => `data-${name}="${Array.from(list, address).join(' ')}"`)
          .join(' ');
        const head = `<script ${files}>${source}</script>\n    <style>${css}</style>\n    `;
        // Before all else that the page asks for.
        return allow(html, { 'script-src': source, 'style-src': css }).replace(
          '<link rel="icon"',
          (icon) => head + icon,
        );
      },
    },
  };
}

/** @typedef {import('vite').Rolldown.OutputChunk} Chunk */

/** The chunk of the page itself. @param {import('vite').Rolldown.OutputBundle} bundle */
const pageOf = (bundle) =>
  /** @type {Chunk} */ (
    Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
  );

/**
 * Takes the page's own styles out of the bundle.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 */
function takeStyles(bundle) {
  const { importedCss } = /** @type {{ importedCss: Set<string> }} */ (pageOf(bundle).viteMetadata);
  const names = [...importedCss];
  importedCss.clear();
  return names
    .map((name) => {
      const { source } = /** @type {import('vite').Rolldown.OutputAsset} */ (bundle[name]);
      delete bundle[name];
      return String(source).trim();
    })
    .join('');
}

/** @param {import('vite').Rolldown.OutputBundle} bundle */
function filesOfDraw(bundle) {
  const files = Object.values(bundle);
  const chunks = entries.map((path) => only(files, path, (file) => file.facadeModuleId));
  const modules = new Set(chunks.flatMap((chunk) => [...withImports(chunk, bundle)]));
  modules.delete(pageOf(bundle).fileName); // index.html asks for it itself
  const asset = (/** @type {string} */ end) => only(files, end, (file) => file.names?.[0]).fileName;
  return { modules, files: [asset(module)], weights: [asset(weights)] };
}

/** @param {string} file */
const address = (file) => `./${file}`;

/**
 * The page with a policy that allows these texts inside of it.
 * @param {string} html @param {Record<string, string>} texts  by the policy's directive
 */
function allow(html, texts) {
  return Object.entries(texts).reduce((page, [directive, text]) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return page.replace(`${directive} 'self'`, `$& 'sha256-${hash}'`);
  }, html);
}

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
