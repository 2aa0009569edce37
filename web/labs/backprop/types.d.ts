type Numbers = ArrayLike<number>;

/** One pass forward and one backward of the 2-3-2 network with sigmoids and J = ½‖a² − y‖². */
export interface BackpropWalk {
  /** z, a = σ(z) and σ′(z) of the hidden layer (3) and of the output layer (2). */
  z1: Float64Array;
  a1: Float64Array;
  slope1: Float64Array;
  z2: Float64Array;
  a2: Float64Array;
  slope2: Float64Array;
  loss: number;
  /** a² − y */
  miss: Float64Array;
  delta2: Float64Array;
  delta1: Float64Array;
  /** ∂J/∂θ, 17 numbers: W¹ (2 × 3), b¹, W² (3 × 2), b². */
  gradient: Float64Array;
  /** The largest difference from the gradient that training goes by. */
  difference: number;
  /** θ − η·∇J, and J there. */
  next: Float64Array;
  nextLoss: number;
  /** dJ/dη at η = 0: −‖∇J‖² */
  slopeAtZero: number;
}

/** What the lab `backprop` calls in the module. All numbers must be finite and η ≥ 0. */
export interface BackpropLab {
  /** `inputs`: 2, `targets`: 2, `theta`: 17 numbers. */
  backpropWalk(inputs: Numbers, targets: Numbers, theta: Numbers, eta: number): BackpropWalk;
  /** J(θ − η·∇J) for each η. */
  backpropLosses(inputs: Numbers, targets: Numbers, theta: Numbers, etas: Numbers): Float64Array;
}
