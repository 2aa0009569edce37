type Numbers = ArrayLike<number>;

/** What the lab `activations` calls in the module. */
export interface ActivationsLab {
  /**
   * f(z) and f′(z) of "step", "sigmoid", "tanh", "relu", "leakyRelu" or "identity" at each z, a list
   * of finite numbers. Throws for softmax.
   */
  activationCurve(activation: string, z: Numbers): { value: Float64Array; slope: Float64Array };
  /** (weight · f′(z))^layers, 0 … 1,000 layers. */
  gradientLeft(activation: string, z: number, weight: number, layers: number): number;
}
