export default {
  idea: 'Which line $w\\,x+b$ passes closest to all points? $J$ says how far off a line is: half the mean of the squared vertical distances.\n\nThree ways lead to the best $w$ and $b$: a formula, gradient descent, and one neuron that sees only a few points at a time. Drag the points; all three answer.',
  more: 'The formula knows the answer at once, because $J$ is a bowl whose lowest point can be computed. Descent needs no formula, only the slope where it stands: from $w$ it takes away $\\eta\\,\\partial J/\\partial w$ and does the same with $b$. That is why it also works where no formula exists, as in a network.\n\nDescent stops when no component of the gradient is above $10^{-5}$. On the twenty points, from $(1,1)$, that takes 4,035 steps and leaves the answer right to four digits.\n\nThe neuron does the same with the gradient of a few points, so its steps are cheap and noisy: it never quite comes to rest. Its input is standardised, and its answer is put back into the units of the table.',
  note: 'A step along $w$ tilts the line, and at $x=20$ a small tilt is a large move; a step along $b$ shifts it gently. So the valley is steep in one direction and nearly flat in the other, and one $\\eta$ must serve both. Standardise $x$, that is subtract its mean and divide by its standard deviation: the ellipses become circles, and the same descent needs a fraction of the steps.',
  same: 'The network that reads digits is trained like the neuron here: mini-batches, a gradient, a step. In Descend, “Noise” shows the same points with batches of all, some and one.',
  try_alike: 'Put all points above one another. Which line is best now?',
  try_diverge: 'Raise $\\eta$ just above what the valley allows and go 40 steps.',
  try_servers:
    'Servers and cooling, without scaling, $\\eta=0.01$, three steps. Then standardise and run.',
  try_far: 'The same kind of points, a hundred million further right. Compare the three formulas.',
  plot_points:
    'Points and three lines; drag a point, click beside to add one, press Delete to remove it',
  plot_servers:
    'Servers against cooling power, and three lines; drag a point, click beside to add one, press Delete to remove it',
  axisServers: 'servers',
  axisPower: 'kW',
  remove: 'Remove',
  hint: 'Drag a point. Tap beside the points to add one, tap a point to place it exactly or remove it.',
  method: 'Line',
  method_best: 'Least squares',
  method_descent: 'Descent, all points',
  method_neuron: 'Neuron, mini-batches',
  state_running: 'after {steps} {steps?step|steps}',
  state_arrived: 'arrived after {steps} {steps?step|steps}',
  state_diverged: 'diverged after {steps} {steps?step|steps}',
  answer: 'kW for {count}',
  standardised: 'Standardise x (ellipses become circles)',
  overX:
    'The valley over x as it is. Drag the ring to start elsewhere; the dot in a circle is the lowest point. The two curves cut through it along w and along b, where descent is, on one scale.',
  overZ:
    'The valley over standardised x: w and b are those of z = (x − mean) / deviation. Drag the ring to start elsewhere; the dot in a circle is the lowest point. The two curves cut through it along w and along b, where descent is, on one scale.',
  map: 'Contours of J over w and b with the paths of descent and of the neuron',
  surface: 'J over w and b as a surface with the paths of descent and of the neuron',
  section_w: 'J along w',
  section_b: 'J along b',
  picture: 'Show J',
  picture_map: 'as contours',
  picture_surface: 'as a surface',
  forms: 'One solution, three formulas',
  noForm: 'divides by zero: no single answer',
  data: 'Points',
  data_points: 'Twenty points',
  data_servers: 'Servers and cooling',
  aboutServers:
    'Made-up data, drawn for this lab: 24 data centres with their number of servers and the cooling power they need, in kilowatts. How much would 346 servers need?',
  asked: 'Number of servers asked for',
  rate: 'Learning rate η, of descent and neuron',
  steps: 'Steps',
  batch: 'Points in a batch of the neuron',
  sayNone:
    'There are no points, so every line is as good as any other. Click into the plane to add some.',
  sayOne:
    'One point: endless lines pass through it, and the formulas divide by zero. Descent still finds one of them: the first on its way.',
  sayAlike:
    'All points stand at x = {x}: every line through their mean is equally good, and the formulas divide by zero. The valley is a trough without a lowest point; descent stops at the first place on its floor.',
  sayDisagree:
    'So far from zero, the squares in the sums have more digits than a number of the computer can hold, and the differences cancel. On paper the three formulas are the same; here only the one with deviations from the mean can be trusted.',
};
