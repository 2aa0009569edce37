/** What the labs `neuron`, `smooth-neuron` and `perceptron` call in the module. */

/** "step", "sigmoid", "tanh", "relu", "leakyRelu" or "identity". */
type Activation = string;
type Numbers = ArrayLike<number>;

/** One neuron: z = Σ wᵢxᵢ + b, output = f(z). The threshold is −b. */
export interface NeuronAnswer {
  products: Float64Array;
  sum: number;
  threshold: number;
  z: number;
  output: number;
}

/** Changes of the weights and the bias, and what the gradient foretells: change ≈ Σ shares. */
export interface Nudge {
  before: number;
  after: number;
  change: number;
  /** ∂a/∂wᵢ, then ∂a/∂b */
  partials: Float64Array;
  /** partials × changes */
  shares: Float64Array;
  predicted: number;
  /** change − predicted */
  error: number;
}

export interface NeuronLab {
  /** Throws when weights and inputs are not equally many or a number is not finite. */
  answerOfNeuron(
    activation: Activation,
    inputs: Numbers,
    weights: Numbers,
    bias: number,
  ): NeuronAnswer;
  /** f(sum + bias) at each weighted sum. */
  answersToSums(activation: Activation, sums: Numbers, bias: number): Float64Array;
  /** Channels of 0 … 255 as inputs of 0 … 1. Throws for other numbers. */
  colorInputs(red: number, green: number, blue: number): Float64Array;
  /** `changes`: Δwᵢ, then Δb. */
  nudgeNeuron(
    activation: Activation,
    inputs: Numbers,
    weights: Numbers,
    bias: number,
    changes: Numbers,
  ): Nudge;
  /** The output and its prediction while changes[moved] takes the values `at`. */
  nudgeCurve(
    activation: Activation,
    inputs: Numbers,
    weights: Numbers,
    bias: number,
    changes: Numbers,
    moved: number,
    at: Numbers,
  ): { output: Float64Array; predicted: Float64Array };
}
