/** Pictures worth starting from; each is a function and what differs from its own settings. */
import { optimizers } from '../../engine/catalog.js';
import { withFunction } from './settings.js';

/**
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./settings.js').Tuning} Tuning
 * @typedef {{
 *   id: string, function: string, settings: Partial<Settings>,
 *   tuning?: Record<string, Tuning>,
 * }} Preset  `id`: of the text
 */

/** @type {readonly Preset[]} */
export const presets = [
  { id: 'first', function: 'bowl', settings: { racers: ['sgd'], follow: 'sgd' } },
  {
    id: 'ravine',
    function: 'ellipse',
    settings: {
      kappa: 50,
      start: [-3.5, 1.2],
      racers: ['sgd', 'momentum'],
      follow: 'momentum',
      steps: 80,
    },
    tuning: { sgd: { rate: 0.0385 }, momentum: { rate: 0.02, momentum: 0.7 } },
  },
  {
    id: 'saddle',
    function: 'saddle',
    settings: {
      racers: ['sgd', 'momentum', 'adagrad', 'adam'],
      follow: 'momentum',
      steps: 40,
    },
  },
  {
    id: 'valley',
    function: 'rosenbrock',
    settings: {
      racers: optimizers,
      follow: 'momentum',
      steps: 300,
    },
  },
  {
    id: 'minima',
    function: 'himmelblau',
    settings: {
      racers: ['sgd', 'momentum', 'rmsprop', 'adam'],
      follow: 'momentum',
      steps: 60,
    },
  },
];

/**
 * @param {Settings} settings @param {Preset} preset
 * @returns {Settings}
 */
export function withPreset(settings, preset) {
  const base = withFunction(settings, preset.function);
  const merged = { ...base.tuning };
  for (const [name, values] of Object.entries(preset.tuning ?? {})) {
    merged[name] = { ...merged[name], ...values };
  }
  return { ...base, ...preset.settings, tuning: merged };
}
