/** J over a square of the plane of w and b, around the minimum. */
export interface Valley {
  /** w₀, w₁, b₀, b₁ */
  range: number[];
  side: number;
  /** side × side, row by row from b₀. */
  values: Float64Array;
  /** L and l, the larger and the smaller eigenvalue of the Hessian. */
  curvatures: number[];
  /** κ = L/l; Infinity for a trough without a lowest point. */
  condition: number;
  /** 2/L: plain descent converges for every η below. */
  largestRate: number;
}
