// Every error has a sentence in both languages, and every sentence an error.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import en, { quantities as enQuantities } from '../../web/app/errors/en.js';
import zh, { quantities as zhQuantities } from '../../web/app/errors/zh.js';

const project = new URL('../../', import.meta.url);
const read = (file) => readFileSync(new URL(file, project), 'utf8');
const sourcesIn = (folder, ending) =>
  readdirSync(new URL(folder, project), { recursive: true })
    .filter((name) => ending.test(name))
    .map((name) => read(`${folder}/${name}`))
    .join('\n');
const cpp = sourcesIn('cpp', /\.[ch]pp$/);
const page = sourcesIn('web', /\.js$/);

const all = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

/** The texts of C++ in what a call says, from its name to the semicolon. */
const wordsOf = (pattern) => (cpp.match(pattern) ?? []).flatMap((call) => all(call, /"(\w+)"/g));

const errors = cpp.match(/\b(throw|coded\()\s*Error\([^;]*;/g) ?? [];
const codes = new Set([
  ...errors.flatMap((error) => all(error.replace(/\{[^;]*/, ''), /"(\w+)"/g)),
  ...all(cpp, /\bfail(?:Here)?\(\s*"(\w+)"/g),
  ...all(page, /new CodedError\(\s*'(\w+)'/g),
  ...all(page, /\bcheckSize\([^;]*'(\w+)'/g),
  'unexpected', // describe() makes it of an Error
]);
const quantities = new Set([
  ...all(cpp, /"quantity", "(\w+)"/g),
  ...all(
    cpp,
    /\brequire(?:Range|AtLeast|Positive|Finite|Size|Fraction|Count|Started)\(\s*(?:[^;"{]*, )?"(\w+)"/g,
  ),
  ...all(cpp, /\brequireNumbers\([^;"{]*"(\w+)"/g),
  ...all(cpp, /\bthrowUnknownName\(\s*"(\w+)"/g),
  ...all(cpp, /\b(?:namesOf<[\w:]+>|NameList names)\{\s*"(\w+)"/g),
  ...wordsOf(/\bimageName = [^;]*;/g),
]);
// Names that C++ gives out and takes none of.
['behaviour', 'end', 'ending', 'reason', 'regime', 'state'].forEach((name) =>
  quantities.delete(name),
);

/** What a room says in its own words; a call that is cancelled is no news. */
const worded = new Set([
  ...all(read('web/train/en.js'), /^ {2}'?error_([\w-]+)/gm),
  ...all(read('web/draw/teach/en.js'), /^ {2}(\w+):/gm),
  'networkShape',
  'cancelled',
]);

test.each([
  ['en', en, enQuantities],
  ['zh', zh, zhQuantities],
])('%s words all errors and quantities, and nothing else', (_, texts, names) => {
  const known = Object.keys(texts);
  const variants = known.flatMap((key) => key.split('.').slice(1));
  // A quantity that each of its errors has a text of its own for needs no name.
  const named = Object.keys(names);
  expect({
    codesWithoutText: [...codes].filter((code) => !known.includes(code) && !worded.has(code)),
    textsWithoutCode: known.filter((key) => !codes.has(key.split('.')[0])),
    variantsOfNothing: variants.filter((name) => !quantities.has(name)),
    quantitiesWithoutName: [...quantities].filter(
      (name) => !named.includes(name) && !variants.includes(name),
    ),
    namesOfNothing: named.filter((name) => !quantities.has(name)),
  }).toEqual({
    codesWithoutText: [],
    textsWithoutCode: [],
    variantsOfNothing: [],
    quantitiesWithoutName: [],
    namesOfNothing: [],
  });
});
