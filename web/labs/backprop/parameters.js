/**
 * θ of the 2-3-2 network as the module takes it: W⁽¹⁾ (2 × 3), b⁽¹⁾, W⁽²⁾ (3 × 2), b⁽²⁾, each row by
 * row.
 */
import { numbersOf } from '../parts.js';

export const count = 17;
export const limit = 100;

/** @param {number} input 0, 1 @param {number} unit 0, 1, 2 */
export const w1 = (input, unit) => input * 3 + unit;
/** @param {number} unit */
export const b1 = (unit) => 6 + unit;
/** @param {number} unit 0, 1, 2 @param {number} output 0, 1 */
export const w2 = (unit, output) => 9 + unit * 2 + output;
/** @param {number} output */
export const b2 = (output) => 15 + output;

export const initial = [
  0.4, -0.6, 0.2, 0.3, 0.5, -0.7, 0.1, -0.2, 0.3, 0.6, -0.4, -0.5, 0.8, 0.7, 0.3, -0.1, 0.2,
];

/** θ from the address; what is none gives the initial one. @param {string} text */
export function parametersOf(text) {
  const numbers = numbersOf(text);
  const fits = numbers?.length === count && numbers.every((value) => Math.abs(value) <= limit);
  return fits ? numbers : initial;
}
