/** What the lab `linear-backprop` calls in the module. */
export interface LinearBackpropLab {
  /**
   * z = x·y with x = 2w + 3b and y = 2b + 1 from its first value towards `target`. Numbers are
   * within ±10⁶, `rounds` is 0 … 100.
   */
  linearRounds(options: {
    w: number;
    b: number;
    target: number;
    changed: 'w' | 'b' | 'both';
    /** The derivatives are computed anew in each round; else those of the first serve for all. */
    newFactors: boolean;
    rounds: number;
  }): { rows: LinearRound[]; state: 'running' | 'arrived' | 'stuck' | 'diverged' };
}

type Value = 'w' | 'b' | 'x' | 'y' | 'z';
type Derivative = 'dzdx' | 'dzdy' | 'dxdw' | 'dxdb' | 'dydb' | 'dzdw' | 'dzdb';

export interface LinearRound extends Record<Value | Derivative, number> {
  /** The two ways from b to z, whose sum is dzdb. */
  dzdbByX: number;
  dzdbByY: number;
  /** z − target */
  error: number;
  /** ∂z/∂w and ∂z/∂b as this round uses them. */
  factorW: number;
  factorB: number;
  /** What this round takes off; 0 where the input is not changed, not finite where a factor is 0. */
  deltaW: number;
  deltaB: number;
}
