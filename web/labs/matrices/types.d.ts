export type ProductName = 'dot' | 'hadamard';

export interface MatrixIn {
  rows: number;
  columns: number;
  /** Row by row. */
  values: ArrayLike<number>;
}

export interface MatrixOut extends MatrixIn {
  values: Float64Array;
}

/** The terms of one cell of a product, and the factors of each. */
export interface MatrixCell {
  left: Float64Array;
  right: Float64Array;
  terms: Float64Array;
}

/** What the lab `matrices` calls in the module. */
export interface MatricesLab {
  /** The rows and columns of the left one, then those of the right one. */
  matrixShapesFit(product: ProductName, m: number, n: number, k: number, l: number): boolean;
  /** Throws where the shapes do not fit. */
  matrixProduct(product: ProductName, left: MatrixIn, right: MatrixIn): MatrixOut;
  matrixCell(
    product: ProductName,
    left: MatrixIn,
    right: MatrixIn,
    row: number,
    column: number,
  ): MatrixCell;
  /**
   * A layer. `samples` (samples × inputs), `weights` (inputs × neurons), `bias` (a number a neuron);
   * what comes back is as the layout writes it. `sample` is the one of "vector".
   */
  layerScores(
    samples: MatrixIn,
    weights: MatrixIn,
    bias: ArrayLike<number>,
    layout: 'rows' | 'columns' | 'vector',
    sample: number,
  ): { bias: MatrixOut; scores: MatrixOut };
}
