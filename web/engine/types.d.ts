/** What the WASM module (cpp/bindings) offers, as engine/module.js hands it out. What an input
 * makes impossible throws an Error with one sentence. */
import type { DescentEngine } from './descent-types.js';

export type Activation =
  'identity' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'softmax' | 'step';
export type Loss = 'quadratic' | 'crossEntropy' | 'binaryCrossEntropy';
export type Initializer = 'zero' | 'normal' | 'xavier' | 'he';
export type LayerSpec = { units: number; activation: Activation };
export type Architecture = { inputs: number; layers: LayerSpec[]; loss: Loss };

/** 784 values, row-major, 0 (paper) … 1 (ink). */
export type Image = Float32Array;

/** Objects of the module live in its memory until `delete()`. */
export interface Handle {
  delete(): void;
}

export interface Recognition {
  probabilities: Float32Array; // Of each of the network's `classes()`; they sum to 1.
  activations: Float32Array; // Of all layers, the first hidden one first, one after another.
}

export type ReadDigit = Recognition & { image: Image; bounds: number[] };

export interface Network extends Handle {
  architecture(): Architecture;
  metadata(): Record<string, string>;
  /**
   * What the outputs stand for: "0" … "9", and "none" for the eleventh of networks that can tell
   * that a drawing is no digit.
   */
  classes(): string[];
  parameterCount(): number;
  recognize(image: Image): Recognition;
  /**
   * The digits of a number from left to right; one where a single digit was drawn, none where
   * nothing was. `points` are x, y, x, y, …; `lengths` the number of points of each stroke; `bounds`
   * left, top, right and bottom of a digit's points.
   */
  readNumber(points: Float32Array, lengths: Int32Array): ReadDigit[];
  incomingWeights(layer: number, unit: number): Float32Array;
  parameters(): Float32Array;
  setParameters(theta: Float32Array): void;
}

/**
 * How far a variant may go from its sample; lengths in pixels of the 28×28 frame. What is missing is
 * 0 and changes nothing, but the smoothness, which is 4. Errors name the range that is wrong.
 */
export type Augmentation = {
  rotation?: number; // radians, 0 … 1
  shear?: number; // x by y, 0 … 2
  scale?: number; // 0 … 0.9
  aspect?: number; // width against height times (1 + aspect)², the longer side kept; 0 … 0.9
  translation?: number; // pixels, 0 … 28
  displacement?: number; // root mean square of the elastic distortion, pixels, 0 … 5
  smoothness?: number; // σ of the elastic distortion, pixels, 2 … 14
  penWidth?: number; // how far a line's edges move outwards, or half as far inwards; pixels, 0 … 1
  erasure?: number; // probability of a small gap, 0 … 1
};

export interface DataSet extends Handle {
  size(): number;
  classes(): number; // 10; 11 where non-digits, of label 10, are admitted
  image(index: number): Image;
  label(index: number): number;
  append(other: DataSet): void;
  /**
   * `count` (0 … 1,000) variants of one sample, 784 values each: what training with that
   * augmentation sees of it.
   */
  variants(index: number, count: number, augmentation: Augmentation, seed: number): Float32Array;
  slice(begin: number, end: number): DataSet; // A copy of the samples begin … end − 1.
}

/** Settings by their names; those that are missing have their defaults. */
export type OptimizerSpec = { name: string; [setting: string]: string | number | undefined };

/** What forms know of the core, in their order. */
export type Catalog = {
  settings: Record<string, { default: number; min: number; max: number }>;
  optimizers: {
    name: string;
    settings: string[];
    networkRate: number; // η that usually trains the network.
    /** η for functions of two variables, of optimizers that scale their own steps. */
    planeRate: number | null;
  }[];
  hiddenActivations: Activation[];
  losses: { name: Loss; outputs: Activation[] }[];
  initializers: Initializer[];
};

export type StopCriteria = { epochs?: number; validationLoss?: number };

export type TrainerOptions = {
  architecture: Architecture;
  initializer: Initializer;
  optimizer: OptimizerSpec;
  learningRate: number;
  batchSize: number;
  l2: number;
  seed: number;
  stop?: StopCriteria;
  /** Every image is trained on in a new variant each time; evaluations see it as it is. */
  augmentation?: Augmentation | null;
};

/** Of a run: mini-batches, passes through the training set, samples. */
export type Position = { step: number; epoch: number; samples: number };

export type Progress = Position & {
  /** How far the present pass through the training set is, and how long the whole is. */
  sampleInEpoch: number;
  epochSize: number;
  loss: number; // running mean
  batchLoss: number;
  gradientNorm: number;
  state: 'ready' | 'diverged' | 'finished';
  divergedAt: number; // step, or −1
};

export interface Trainer extends Handle {
  /** η, the batch size and λ act on the next step. */
  learningRate: number;
  batchSize: number;
  l2: number;
  setOptimizer(optimizer: OptimizerSpec): void;
  /** Acts on the next step; null: images are trained on as they are. */
  setAugmentation(augmentation: Augmentation | null): void;
  setStop(stop: StopCriteria): void;
  /** Runs up to `count` mini-batches, fewer when the run diverges or is finished. */
  trainBatches(count: number): Progress;
  trainSample(): Progress;
  progress(): Progress;
  resume(): void; // Takes up training again after divergence or a stop criterion.
  evaluateStart(which: 'train' | 'test', limit: number): void;
  evaluateSome(maxSamples: number): WorkDone & { accuracy: number; loss: number };
  /** Of the last finished evaluation of the test set: 10×10, row-major: row = label, column = predicted. */
  confusion(): Int32Array;
  mistakes(max: number): { index: number; label: number; predicted: number; confidence: number }[];
  parameters(): Float32Array;
  setParameters(theta: Float32Array): void;
  saveModel(metadata: Record<string, string>, dtype: 'F32' | 'F16'): Uint8Array<ArrayBuffer>;
  loadModel(bytes: Uint8Array): void;
  /** Computes the objective of training on a square about θ, in the units of work asked for. */
  landscapeStart(options: LandscapeOptions): void;
  landscapeSome(units: number): WorkDone;
  /** The landscape started last; not finished: NaN where nothing has been computed yet. */
  landscape(): Landscape;
  landscapePath(): LandscapePath; // Where the training has been, in the plane of that landscape.
  /** The range test of Smith (2017) on a copy of the network. */
  finderStart(options: FinderOptions): void;
  finderSome(batches: number): WorkDone;
  finder(): FinderCurve;
}

export type WorkDone = { done: number; total: number; finished: boolean };

export type LandscapeOptions = {
  /** random: filter-normalised (Li et al., 2018); path: principal components of the training path */
  directions: 'random' | 'path';
  seed: number;
  size: number; // points along each side: odd, 3 … 201
  /** random: 1 changes each unit by as much as it is; path: 1 is as far as the path went */
  radius: number;
  samples: number; // the first 1 … 2000 of the training set
};

export type Landscape = {
  size: number;
  radius: number;
  samples: number; // how many there were
  /** J row by row, both coordinates from −radius to radius; NaN where J is not finite */
  values: Float64Array;
  centre: number; // J at θ, in the middle
  /** of all values that are finite */
  lowest: number;
  highest: number;
};

export type LandscapePath = {
  steps: Float64Array;
  /** a, b, a, b, …: the nearest points of the plane; the last one is where θ is now */
  points: Float64Array;
  /** Σ of the squared distances from the middle within the plane to those in space; null: all 0 */
  within: number | null;
};

export type FinderOptions = { low?: number; high?: number; steps?: number };

export type FinderCurve = {
  rates: Float64Array;
  losses: Float64Array;
  smoothed: Float64Array;
  end: 'running' | 'swept' | 'rose' | 'diverged';
  suggestion: number | null;
  reason: 'found' | 'tooFew' | 'flat';
};

export interface Engine extends DescentEngine {
  /** `points`: x0, y0, x1, y1, … of all strokes; `lengths`: points in each. null: nothing drawn. */
  imageFromStrokes(points: Float32Array, lengths: Int32Array): Image | null;
  /** null: a picture of one colour. */
  imageFromBitmap(rgba: Uint8Array, width: number, height: number): Image | null;
  networkFromModel(bytes: Uint8Array): Network;
  newNetwork(architecture: Architecture, initializer: Initializer, seed: number): Network;
  syntheticDigits(count: number, seed: number): DataSet;
  /** Drawings that are no digits, label 10, their kinds in turn. No kind is in both families. */
  nonDigits(count: number, seed: number, family: 'training' | 'unseen'): DataSet;
  nonDigitKinds(family: 'training' | 'unseen'): string[];
  dataSetFromIdx(images: Uint8Array, labels: Uint8Array): DataSet;
  dataSetFromImages(images: Float32Array, labels: Uint8Array): DataSet;
  newTrainer(options: TrainerOptions, train: DataSet, test: DataSet): Trainer;
  /** Kernels of another module, by their indices in this module's table of functions. */
  useKernels(indices: Record<string, number>): void;
  catalog(): Catalog; // What forms offer; they read it before the module is loaded (catalog.js).
}

/** What the workers of a pool run. All but `worker` are addresses in the module's memory or indices in its table. */
export type ThreadPoolWork = {
  setStack: number; // (stackTop) → sets the stack pointer of the instance
  workerLoop: number; // (pool, worker) → returns when the pool ends, which it does not
  pool: number;
  workers: { worker: number; stackTop: number }[];
};

/** The module on shared memory. */
export interface SharedEngine extends Engine {
  /** Trainers made from now on train in a pool of `size` (1 … 16) threads, this one included. */
  createThreadPool(size: number): ThreadPoolWork;
  activeThreads(): number; // How many of them are at work.
}
