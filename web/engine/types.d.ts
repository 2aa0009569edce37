/** What the WASM module (cpp/wasm) offers, as engine/module.js hands it out. What an input
 * makes impossible throws an Error with one sentence. */

export type Activation =
  'identity' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'softmax' | 'step';
export type Loss = 'quadratic' | 'crossEntropy' | 'binaryCrossEntropy';
export type Initializer = 'zero' | 'normal' | 'xavier' | 'he';
export type LayerSpec = { units: number; activation: Activation };
export type Architecture = { inputs: number; layers: LayerSpec[]; loss: Loss };

/** 784 values, row-major, 0 (paper) … 1 (ink). */
export type Image = Float32Array;

/** Objects of the module live in its memory until `delete()`. */
interface Handle {
  delete(): void;
}

export interface Network extends Handle {
  architecture(): Architecture;
  metadata(): Record<string, string>;
  parameterCount(): number;
  /** Ten probabilities that sum to 1. */
  recognize(image: Image): Float32Array;
  /** What the units of a layer (0: the first hidden one) gave in the last `recognize`. */
  activations(layer: number): Float32Array;
  incomingWeights(layer: number, unit: number): Float32Array;
  parameters(): Float32Array;
  setParameters(theta: Float32Array): void;
}

export interface DataSet extends Handle {
  size(): number;
  image(index: number): Image;
  label(index: number): number;
  append(other: DataSet): void;
  /** A copy of the samples begin … end − 1. */
  slice(begin: number, end: number): DataSet;
}

export type OptimizerSpec = {
  name: 'sgd' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam';
  beta1?: number;
  beta2?: number;
  momentum?: number;
  decay?: number;
  epsilon?: number;
};

export type TrainerOptions = {
  architecture: Architecture;
  initializer: Initializer;
  optimizer: OptimizerSpec;
  learningRate: number;
  batchSize: number;
  l2: number;
  seed: number;
  stop?: { epochs?: number; validationLoss?: number };
};

export type Progress = {
  step: number;
  epoch: number;
  samples: number;
  /** How far the present pass through the training set is, and how long the whole is. */
  sampleInEpoch: number;
  epochSize: number;
  /** running mean */
  loss: number;
  batchLoss: number;
  gradientNorm: number;
  state: 'ready' | 'diverged' | 'finished';
  /** step, or −1 */
  divergedAt: number;
};

export interface Trainer extends Handle {
  /** η, the batch size and λ act on the next step. */
  learningRate: number;
  batchSize: number;
  l2: number;
  setOptimizer(optimizer: OptimizerSpec): void;
  setStop(stop: { epochs?: number; validationLoss?: number }): void;
  /** Runs up to `count` mini-batches, fewer when the run diverges or is finished. */
  trainBatches(count: number): Progress;
  trainSample(): Progress;
  progress(): Progress;
  /** Takes up training again after divergence or a stop criterion. */
  resume(): void;
  evaluateStart(which: 'train' | 'test', limit: number): void;
  evaluateSome(maxSamples: number): {
    done: number;
    total: number;
    finished: boolean;
    accuracy: number;
    loss: number;
  };
  /** Of the last finished evaluation of the test set: 10×10, row-major: row = label, column = predicted. */
  confusion(): Int32Array;
  mistakes(max: number): { index: number; label: number; predicted: number; confidence: number }[];
  parameters(): Float32Array;
  setParameters(theta: Float32Array): void;
  saveModel(metadata: Record<string, string>, dtype: 'F32' | 'F16'): Uint8Array;
  loadModel(bytes: Uint8Array): void;
}

export interface Engine {
  /** `points`: x0, y0, x1, y1, … of all strokes; `lengths`: points in each. null: nothing drawn. */
  imageFromStrokes(points: Float32Array, lengths: Int32Array): Image | null;
  /** null: a picture of one colour. */
  imageFromBitmap(rgba: Uint8Array, width: number, height: number): Image | null;
  networkFromModel(bytes: Uint8Array): Network;
  newNetwork(architecture: Architecture, initializer: Initializer, seed: number): Network;
  syntheticDigits(count: number, seed: number): DataSet;
  dataSetFromIdx(images: Uint8Array, labels: Uint8Array): DataSet;
  dataSetFromImages(images: Float32Array, labels: Uint8Array): DataSet;
  newTrainer(options: TrainerOptions, train: DataSet, test: DataSet): Trainer;
}
