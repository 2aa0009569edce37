import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const web = fileURLToPath(new URL('../../web', import.meta.url));

/** What each module of the page imports at once or later, by its path. */
const imports = new Map(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => {
      const code = readFileSync(join(web, name), 'utf8').replace(/\/\*[^]*?\*\//g, '');
      const addresses = code.matchAll(/\b(?:from|import) ?\(?'(\.[^']+)'/g);
      return [name, [...addresses].map(([, address]) => join(dirname(name), address))];
    }),
);

/** The first way from a module back to itself: [] when there is none. */
function circle(name, way = [], done = new Set()) {
  if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
  if (done.has(name)) return [];
  done.add(name);
  for (const next of imports.get(name) ?? []) {
    const found = circle(next, [...way, name], done);
    if (found.length > 0) return found;
  }
  return [];
}

test('no modules of the page import each other in a circle', () => {
  expect(imports.get('app/main.js')).toContain('app/shell.js');
  expect([...imports.keys()].map((name) => circle(name)).find(({ length }) => length > 0)).toBe(
    undefined,
  );
});
