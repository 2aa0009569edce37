import type { Schema, Values } from '../app/router.js';
import type { Lab } from './lab.js';

type Value<Entry> = Entry extends { choices: readonly (infer Choice)[] }
  ? Choice
  : Entry extends { default: number }
    ? number
    : Entry extends { default: boolean }
      ? boolean
      : string;

/** A lab whose state is as its schema says, and whose result is what its `compute` returns. */
interface Typed<Entries extends Schema> extends Lab {
  state: Values & { [Name in keyof Entries]: Value<Entries[Name]> };
  result: ReturnType<this['compute']>;
}

export type LabOf<Entries extends Schema> = Omit<typeof Lab, 'prototype'> &
  (new () => Typed<Entries>);
