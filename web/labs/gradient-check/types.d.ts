import type { Architecture } from '../../engine/types.js';

/** Which gradient is checked: the right one, or one of a mistake in the code. */
export type Code = 'right' | 'sum' | 'slope';

/** The central difference of J at a weight against its gradient. */
export interface Check {
  analytic: number;
  central: number;
  /** |numeric − analytic| / max(|numeric|, |analytic|) */
  centralError: number;
  /** log₁₀ of centralError; −∞ for no error. */
  logError: number;
  /** ReLUs, over all samples, that switch between w − ε and w + ε. */
  kinks: number;
}

/** log₁₀ of the relative errors of both differences at each ε. */
export interface ErrorCurve {
  central: Float64Array;
  forward: Float64Array;
  /** ε with the least error of the central difference, and that error. */
  best: number;
  bestError: number;
  /** The least exponent at which a ReLU switches; NaN for none. */
  firstKink: number;
}

/** A digit network on a few synthetic digits. Free it with `delete()`. */
export interface DigitGradient {
  architecture(): Architecture;
  /** Mean loss. */
  loss(): number;
  /** `input` = number of inputs means the bias; ε = 10^exponent, exponent −13 … 0. */
  check(layer: number, unit: number, input: number, exponent: number, code: Code): Check;
  curve(
    layer: number,
    unit: number,
    input: number,
    exponents: ArrayLike<number>,
    code: Code,
  ): ErrorCurve;
  /** The weight of a layer with the largest gradient. */
  strongest(layer: number): { unit: number; input: number };
  /** ∂J/∂w of all weights into a unit. */
  unitGradient(layer: number, unit: number, code: Code): Float64Array;
  delete(): void;
}

/** What the lab `gradient-check` calls in the module. */
export interface GradientCheckLab {
  /** Throws for a file that is no digit model and unless there are 1 … 100 samples. */
  openDigitGradient(file: Uint8Array, samples: number, seed: number): DigitGradient;
}
