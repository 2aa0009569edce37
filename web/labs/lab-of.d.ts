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

/** The module of the labs, with what each of them calls in it. */
export type LabsModule = import('./activations/types.js').ActivationsLab &
  import('./backprop/types.js').BackpropLab &
  import('./curve-fit/types.js').CurveFitLab &
  import('./gradient-check/types.js').GradientCheckLab &
  import('./guessing/types.js').GuessingLab &
  import('./line-fit/types.js').LineFitLab &
  import('./linear-backprop/types.js').LinearBackpropLab &
  import('./losses/types.js').LossesLab &
  import('./matrices/types.js').MatricesLab &
  import('./neuron.js').NeuronLab &
  import('./nonlinear-backprop/types.js').NonlinearBackpropLab &
  import('./perceptron/types.js').PerceptronLab &
  import('./playground/types.js').PlaygroundLab &
  import('./quadrants/types.js').QuadrantsLab &
  import('./scaling/types.js').ScalingLab &
  import('./softmax/types.js').SoftmaxLab &
  import('./two-classes/types.js').TwoClassesLab;
