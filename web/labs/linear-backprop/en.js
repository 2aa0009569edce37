/** @type {import('../../app/text.js').Texts} */
export default {
  idea: 'From $w=3$ and $b=4$ comes $z=162$, but 150 was wanted. Who has to give way, and by how much?\n\nValues flow to the right. On the way back every arrow multiplies by its own derivative, and where two ways meet they add up.',
  more: 'From $z$ two ways lead back to $b$: through $x$ it counts $9·3=27$, through $y$ it counts $18·2=36$. Together 63: move $b$ by a little, and $z$ moves 63 times as much. To lose 12, $b$ has to lose $12/63$.',
  notice:
    'As $w$ changes alone, $z$ is a straight line, and one round is exact. As $b$ changes, $z$ contains $b^2$: the factor 63 is right at the start only, and some error is left over.\n\nComputing the factors anew in each round costs a little, and arrives in fewer rounds. Old factors may swing for ever, or lead away.',
  same: 'In the digit network each of tens of thousands of weights gets its factor in one pass backward. There the error is not taken off whole: the factors hold only nearby, so descent takes a small share of them, $η$, and computes them anew with each mini-batch.',
  try_both: 'Let both answer for it, half of the error each.',
  try_old: 'Start at $b=0$ and keep the first factor for all rounds.',
  try_swing: 'The same from $b=1$: to and fro, for ever.',
  try_impossible: 'Ask $b$ alone for $z=-10$.',
  try_stuck: 'Ask $w$ alone while $b=-0.5$.',
  graph:
    'The graph: w and b lead to x = 2w + 3b and y = 2b + 1, and these to z = x·y; below each its derivative',
  target: 'Target for z',
  w: 'w at the start',
  b: 'b at the start',
  blamed: 'Who changes?',
  blamed_b: 'b alone',
  blamed_w: 'w alone',
  blamed_both: 'both, half each',
  newFactors: 'Factors after the first round',
  newFactors_new: 'computed anew',
  newFactors_old: 'the first ones',
  wanted: 'wanted: {target}',
  tooLarge: '{z} is {by} too large',
  tooSmall: '{z} is {by} too small',
  arrived: '{z}: there, after {rounds} {rounds?round|rounds}',
  stuck:
    'A factor is 0 here: no small change of this input moves z. Let another one change, or start elsewhere.',
  diverged: 'Away beyond all bounds: a factor was far too small for the step that it led to.',
  endless:
    'After {rounds} rounds still not there: it may be swinging, or the target may be out of reach.',
  table: 'The rounds',
  round: 'round',
  error: 'error',
};
