/** Pictures worth starting from; each is a function and what differs from its own settings. */
import { optimizers } from '../../engine/catalog.js';

/** @type {readonly { id: string, function: string, state: Partial<import('./run.js').PlaneState> }[]} */
export const presets = [
  { id: 'first', function: 'bowl', state: { racers: 'sgd', follow: 'sgd' } },
  {
    id: 'ravine',
    function: 'ellipse',
    state: {
      kappa: 50,
      x: -3.5,
      y: 1.2,
      racers: 'sgd,momentum',
      follow: 'momentum',
      steps: 80,
      'sgd.rate': 0.0385,
      'momentum.rate': 0.02,
      'momentum.momentum': 0.7,
    },
  },
  {
    id: 'saddle',
    function: 'saddle',
    state: { racers: 'sgd,momentum,adagrad,adam', follow: 'momentum', steps: 40 },
  },
  {
    id: 'valley',
    function: 'rosenbrock',
    state: { racers: optimizers.join(), follow: 'momentum', steps: 300 },
  },
  {
    id: 'minima',
    function: 'himmelblau',
    state: { racers: 'sgd,momentum,rmsprop,adam', follow: 'momentum', steps: 60 },
  },
];
