import type { PlaneGrid } from '../plane.js';

export interface PlaygroundOptions {
  /** "circles", "xor", "spirals", "moons", "blobs" or "own". */
  shape: string;
  /** 2 … 5 */
  classes: number;
  /** 0 … 1 */
  noise: number;
  dataSeed: number;
  /** x, y, class of each point of the user (at most 200, |x|, |y| ≤ 3). */
  own: readonly number[];
  /** Units of 0 … 4 hidden layers, 1 … 8 each. */
  hidden: readonly number[];
  activation: string;
  optimizer: string;
  learningRate: number;
  batchSize: number;
  l2: number;
  seed: number;
}

/** x, y of each point, and its class. */
export interface PlanePoints {
  x: Float32Array;
  labels: Int32Array;
}

/** NaN where there are no points. */
export interface PlaneScore {
  loss: number;
  accuracy: number;
}

export interface PlaygroundProgress {
  step: number;
  /** The step that made the weights infinite; −1: none. */
  divergedAt: number;
  train: PlaneScore;
  test: PlaneScore;
  /** 1 for each hidden unit that answers the same at all points for training. */
  silent: Uint8Array;
  parameters: number;
}

/** A network and its data. `delete` it in the end. */
export interface Playground {
  data(): { train: PlanePoints; test: PlanePoints };
  /** Up to `batches` mini-batches; returns how many were made. */
  train(batches: number): number;
  /** What can be turned while the network learns; a run that has diverged can go on afterwards. */
  tune(options: Pick<PlaygroundOptions, 'learningRate' | 'optimizer' | 'batchSize' | 'l2'>): void;
  progress(): PlaygroundProgress;
  /** Probabilities in each cell, and x, y, x, y of short lines between the classes. */
  field(grid: PlaneGrid): { probabilities: Float32Array; borders: Float32Array };
  /** Answers of all hidden units in each cell, −1 … 1, unit after unit. */
  unitFields(grid: PlaneGrid): Float32Array;
  /** Probabilities and activations of the hidden units at one place. */
  at(x: number, y: number): { probabilities: Float64Array; winner: number; units: Float64Array };
  /** Layer after layer W (fan-in × units, row by row), then b. */
  theta(): Float32Array;
  setTheta(theta: Float32Array): void;
  delete(): void;
}

/** One of the ways to tell classes apart. */
export interface MethodResult {
  /** For each cell and class 0 … 1: its probability, or one-vs-one its part of the votes it can get. */
  shares: Float32Array;
  /** x, y, x, y of short lines where one of the networks changes its mind. */
  borders: Float32Array;
  /** 1 for each cell without a clear winner. */
  undecided: Uint8Array;
  undecidedShare: number;
  testAccuracy: number;
  networks: number;
  parameters: number;
}

/** Softmax, one-vs-rest and one-vs-one on the same data. `delete` it in the end. */
export interface ClassComparison {
  train(batches: number): void;
  classify(grid: PlaneGrid): MethodResult[];
  delete(): void;
}

/** What the lab `playground` calls in the module. */
export interface PlaygroundLab {
  createPlayground(options: PlaygroundOptions): Playground;
  createClassComparison(options: PlaygroundOptions): ClassComparison;
}
