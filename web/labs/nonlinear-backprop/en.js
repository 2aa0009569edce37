/** @type {import('../../app/text.js').Texts} */
export default {
  idea: 'Three people compute $c=\\sqrt{\\ln x^2}$ in a row: one squares $x$, the next takes the logarithm, the last the root. The result should be $y$ but is off by $\\Delta c$.\n\nThe error goes back from hand to hand. Each knows only their own function, and divides by its derivative: so much must my input have been off.',
  more: 'To divide by all three derivatives is to divide by $c′(x)$, so the new $x$ is where the tangent meets the height $y$. This is Newton’s method. The curve bends away from its tangent, hence one round is not enough; but each begins nearer, where curve and tangent are almost the same.\n\nBackpropagation hands back in the same order, person by person, but multiplies: what it wants is the slope of a loss, and the size of the step it leaves to $\\eta$.',
  notice:
    'Once near, the number of correct digits doubles with each round. From the left, every round stops a little short, since the tangent lies above the curve. From far to the right it may throw $x$ to where the logarithm is negative and has no root.\n\nThis example is passed on in print with two slips. The fourth $x$ is given as 9.665, yet its square beside it as 93.233: that is the square of 9.656. And the last one is given as 9.6653, where $e^{2.13^2/2}=9.664409$. The table computes both.',
  same: 'The network that reads digits is a longer such row: sums and bends by turns. Its errors go back through every one of them in the same way, more than a hundred thousand weights at once.',
  try_fling: 'Start at 16 with the target 1: each round throws $x$ further away.',
  try_stuck: 'Start at exactly 1: however large the error, nothing arrives.',
  try_fall: 'Target 0 from 2: one round, and the root is lost.',
  try_slow: 'Start at 1.01, where the curve is almost a wall.',
  plot: 'The curve c of x with its tangent; drag the start along it, or the target up and down',
  start: 'Start x',
  target: 'Target y',
  chain: 'Round {round}: values forward, errors back',
  squares: 'squares',
  logs: 'takes the logarithm',
  roots: 'takes the root',
  round: 'Round',
  newX: 'new x',
  rounds: 'The rounds so far',
  oneBack: 'One round less',
  one: 'One more round',
  all: 'All rounds',
  reachedIn: 'x after {count} {count?round|rounds}',
  exact: 'exact solution',
  ending_reached: 'Arrived: the error is at most 10⁻⁹.',
  ending_outside:
    'x = {x} lies outside: between −1 and 1 the logarithm of x² is negative and has no root. Nobody can compute on from here.',
  ending_stuck:
    'At x = {x} the root stands vertical: its derivative is infinite, and an error divided by it is 0. Nothing is handed back.',
  ending_unfinished: 'After {count} rounds it has not arrived, and it does not come nearer.',
};
