// The declarations that JavaScript is checked against name what the modules offer, and nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { create, createInstance, createLabs, createSharedInstance } from './module.js';

const web = new URL('../../web/', import.meta.url);

/** The parameters between the bracket at `open` and its partner. */
function parametersOf(text, open) {
  const parameters = [''];
  let depth = 0;
  for (const character of text.slice(open)) {
    if ('([{<'.includes(character) && depth++ === 0) continue;
    if (')]}>'.includes(character) && --depth === 0) break;
    if (character === ',' && depth === 1) parameters.push('');
    else parameters[parameters.length - 1] += character;
  }
  return parameters.map((parameter) => parameter.trim()).filter(Boolean);
}

/** The members of all interfaces by their names: how many arguments each takes, null for a property. */
function interfacesOf(file) {
  const text = readFileSync(new URL(file, web), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const interfaces = {};
  for (const [, name, body] of text.matchAll(/interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g)) {
    const members = (interfaces[name] ??= {});
    for (const { 1: member, 2: mark, index } of body.matchAll(/^ {2}(\w+)\??([(:])/gm)) {
      if (member === 'delete') continue;
      const parameters = mark === '(' ? parametersOf(body, body.indexOf('(', index)) : null;
      const needed = (parameters ?? []).filter((text) => !/^\w+\?/.test(text)).length;
      members[member] = parameters
        ? Array.from({ length: parameters.length - needed + 1 }, (_, i) => needed + i)
        : null;
    }
  }
  return interfaces;
}

/** How many arguments a function takes; an overloaded one has an entry `undefined`, too. */
const arities = ({ argCount, overloadTable }) =>
  overloadTable ? Object.keys(overloadTable).map(Number).filter(Number.isInteger) : [argCount];

/** The functions of a module, and the members of its classes. */
function registered(module) {
  const functions = {};
  const classes = {};
  for (const [name, value] of Object.entries(module)) {
    if (typeof value !== 'function' || !('argCount' in value || 'overloadTable' in value)) continue;
    if (value.overloadTable || value.argCount !== undefined) functions[name] = arities(value);
    else classes[name] = membersOf(value.prototype);
  }
  return { functions, classes };
}

function membersOf(prototype) {
  const members = {};
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name !== 'constructor') members[name] = value ? arities(value) : null;
  }
  return members;
}

/** @type {Record<string, Record<string, any>>} */
const engine = {
  ...interfacesOf('engine/types.d.ts'),
  ...interfacesOf('engine/descent-types.d.ts'),
};
Object.assign(engine.Engine, engine.DescentEngine);
const ofClasses = (classes, interfaces) =>
  Object.fromEntries(Object.keys(classes).map((name) => [name, interfaces[name]]));

test('of the whole module, alone and shared', async () => {
  const { functions, classes } = registered(await createInstance());
  expect(functions).toEqual(engine.Engine);
  expect(classes).toEqual(ofClasses(classes, engine));
  expect(registered(await createSharedInstance()).functions).toEqual({
    ...engine.Engine,
    ...engine.SharedEngine,
  });
});

test('of the module of recognition, which is a part of it', async () => {
  const { functions, classes } = registered(await create('recognition'));
  expect(engine.Engine).toMatchObject(functions);
  expect(classes).toEqual(ofClasses(classes, engine));
});

test('of the labs', async () => {
  const { functions, classes } = registered(await createLabs());
  const files = readdirSync(new URL('labs', web), { recursive: true, encoding: 'utf8' });
  const interfaces = files
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => interfacesOf(`labs/${file}`));
  const labs = interfaces.flatMap((file) =>
    Object.entries(file).filter(([name]) => name.endsWith('Lab')),
  );
  expect(functions).toEqual(Object.assign({}, ...labs.map(([, members]) => members)));
  expect(classes).toEqual(ofClasses(classes, Object.assign({}, ...interfaces)));
});
