/** What the lab `guessing` calls in the module. */
export interface GuessingLab {
  /** The number to be guessed, 1 … 100; `seed` is a whole number ≥ 0. */
  hiddenNumber(seed: number): number;
  /** guess − target, and ½ of its square. */
  guessAnswers(
    target: number,
    guesses: ArrayLike<number>,
  ): { errors: Float64Array; losses: Float64Array };
  /** At most `steps` guesses by gradient descent from `start`, which is the first entry of each list. */
  guessByDescent(target: number, start: number, learningRate: number, steps: number): GuessPath;
}

export interface GuessPath {
  guesses: Float64Array;
  errors: Float64Array;
  losses: Float64Array;
  /** `found`: the last error is at most 0.01. */
  state: 'running' | 'found' | 'diverged';
  regime: 'creeps' | 'hits' | 'swings' | 'circles' | 'diverges';
  /** 1 − η: what a guess leaves of the error. */
  left: number;
}
