/** What the labs `neuron`, `smooth-neuron` and `perceptron` call in the module. */

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

/** `activation`: "step", "sigmoid", "tanh", "relu", "leakyRelu" or "identity". */
export interface NeuronLab {
  /** Throws when weights and inputs are not equally many or a number is not finite. */
  answerOfNeuron(activation: string, inputs: Numbers, weights: Numbers, bias: number): NeuronAnswer;
  /** f(sum + bias) at each weighted sum. */
  answersToSums(activation: string, sums: Numbers, bias: number): Float64Array;
  /** Channels of 0 … 255 as inputs of 0 … 1. Throws for other numbers. */
  colorInputs(red: number, green: number, blue: number): Float64Array;
  /** `changes`: Δwᵢ, then Δb. */
  nudgeNeuron(
    activation: string,
    inputs: Numbers,
    weights: Numbers,
    bias: number,
    changes: Numbers,
  ): Nudge;
  /** The output and its prediction while changes[moved] takes the values `at`. */
  nudgeCurve(
    activation: string,
    inputs: Numbers,
    weights: Numbers,
    bias: number,
    changes: Numbers,
    moved: number,
    at: Numbers,
  ): { output: Float64Array; predicted: Float64Array };
}
