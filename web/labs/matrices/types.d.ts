/** What the lab `matrices` calls in the module. */
export interface MatricesLab {
  matrixShapesFit(
    product: ProductName,
    leftRows: number,
    leftColumns: number,
    rightRows: number,
    rightColumns: number,
  ): boolean;
  /** Throws where the shapes do not fit. */
  matrixProduct(product: ProductName, left: MatrixIn, right: MatrixIn): MatrixOut;
  /** The terms of one cell of the product, and their sum up to and with each. */
  matrixCell(
    product: ProductName,
    left: MatrixIn,
    right: MatrixIn,
    row: number,
    column: number,
  ): { left: Float64Array; right: Float64Array; terms: Float64Array; partials: Float64Array };
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
  ): { left: MatrixOut; right: MatrixOut; bias: MatrixOut; scores: MatrixOut };
}

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
