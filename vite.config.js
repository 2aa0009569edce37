import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { headStart } from './web/build/head-start.mjs';
import { mathFont } from './web/build/math-font.mjs';
import { packedData } from './web/build/packed-data.mjs';

const host = '127.0.0.1';

/** With these, two threads train at once; other hosts may send them, too. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/**
 * The development server injects styles from a script, which the page's Content-Security-Policy
 * forbids; what is built and published keeps the policy.
 */
const policyOnlyWhenBuilt = {
  name: 'policy-only-when-built',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/** What Draw shares with what is loaded later: one file, as each costs a slow line a round. */
const shared = {
  name: 'shared',
  test: new RegExp(
    `/web/(${[
      'app/(error-sentence|shared-state)',
      'draw/lessons',
      'engine/(errors|models|module|storage/store)',
      'ui/(arrow-keys|button|cell-grid|clamp|component|files|icons|listen|palette)',
    ].join('|')})\\.js$`,
  ),
};

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './', // dist/ works from any folder of any static host
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the policy allows no data: URL for code, styles or fonts
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [shared] } } },
    chunkSizeWarningLimit: 700, // three.js, which is loaded only when a surface is shown
  },
  worker: { format: 'es' },
  server: { host, headers, fs: { allow: [fileURLToPath(new URL('.', import.meta.url))] } },
  preview: { host, headers },
  plugins: [headStart(), packedData(), mathFont(), policyOnlyWhenBuilt],
});
