/** x → a = x² → b = ln a → c = √b, and its error handed back to x; y is the target. */
export interface NonlinearRound {
  x: number;
  a: number;
  b: number;
  c: number;
  /** da/dx, db/da and dc/db. */
  squareSlope: number;
  logSlope: number;
  rootSlope: number;
  /** c − y; then what each hands back. */
  deltaC: number;
  deltaB: number;
  deltaA: number;
  deltaX: number;
  /** x − Δx */
  next: number;
}

/** What the lab `nonlinear-backprop` calls in the module. */
export interface NonlinearBackpropLab {
  /**
   * Rounds from x = `start`, at most `limit` (1 … 100), until c is `target` ≥ 0 ("reached"), x has
   * left the domain |x| ≥ 1 ("outside") or is ±1, where nothing is handed back ("stuck").
   */
  nonlinearRounds(
    start: number,
    target: number,
    limit: number,
  ): {
    rounds: NonlinearRound[];
    ending: 'reached' | 'outside' | 'stuck' | 'unfinished';
    /** x after the last round. */
    last: number;
    /** The solution e^(y²/2). */
    exact: number;
  };
  /** The curve c(x) from x = 1 to `end` > 1. */
  nonlinearCurve(end: number, count: number): { x: Float64Array; c: Float64Array };
}
