// A lab has the same name everywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labs } from '../../web/learn/chapters.js';

const project = new URL('../../', import.meta.url);
const kebabCase = (name) => name.replaceAll('_', '-');

/** The names of a folder's files that end so, or of its folders, without what they share. */
const namesIn = (folder, ending, others = ['shared']) =>
  readdirSync(new URL(folder, project), { withFileTypes: true })
    .filter((entry) => (ending ? entry.name.endsWith(ending) : entry.isDirectory()))
    .map(({ name }) => kebabCase(ending ? name.slice(0, -ending.length) : name))
    .filter((name) => !others.includes(name));

test.each(
  /** @type {[string, string?, string[]?][]} */ ([
    ['cpp/labs'],
    ['web/labs'],
    ['tests/cpp/labs', '_test.cpp'],
    ['tests/wasm/labs', '.test.js'],
    ['tests/page/labs', '.test.js', ['all-labs']],
  ]),
)('%s has all labs and nothing else', (folder, ending, others) => {
  expect(namesIn(folder, ending, others).sort()).toEqual(labs.toSorted());
});

test.each(labs)('the files of %s carry its name', (lab) => {
  const snake = lab.replaceAll('-', '_');
  const core = [`${snake}.hpp`, `${snake}.cpp`, 'bindings.cpp'];
  for (const file of [
    ...core.map((name) => `cpp/labs/${snake}/${name}`),
    ...[`${lab}.js`, 'en.js', 'zh.js'].map((name) => `web/labs/${lab}/${name}`),
  ])
    expect(existsSync(new URL(file, project)), file).toBe(true);
  const source = readFileSync(new URL(`web/labs/${lab}/${lab}.js`, project), 'utf8');
  expect(source).toContain(`labOf('${lab}'`);
});

test.each(['en', 'zh'])('the texts of %s name all labs', async (language) => {
  const { default: texts } = await import(`../../web/learn/${language}.js`);
  const named = Object.keys(texts).filter((key) => key.endsWith('_name'));
  expect(named.map((key) => key.slice(0, -'_name'.length))).toEqual(labs);
});
