/** @type {import('../../app/text.js').Texts} */
export default {
  idea: 'A network is shown four points, one in each quadrant, and nothing else. It has 50 hidden units and four outputs, one for each quadrant; $p_c$ is the probability it gives to the right one, $c$.\n\nDrag the ring: what does the network say about places that it has never seen? Then drag one of the four points. It is trained anew from the first step while you drag.',
  more: 'Each ReLU unit bends the plane along one straight line. Between these lines the scores are flat ramps, so the borders are made of straight pieces. They fall near the axes because that is halfway between the points, not because anybody told the network of axes.\n\nWith other first weights the borders run a little differently: four points leave much undecided, and chance decides the rest.',
  note: 'The network gets its four points right within a few dozen steps, and nearly all of the plane with them. Far out it is surest of all: along a ray the scores go on growing, and softmax turns that into certainty, although there has never been a single point.',
  same: 'The digit network ends in a softmax too, and is as sure about a scribble that is no digit at all. A high probability says which class is likeliest among those it knows, not that it knows the thing.',
  try_far: 'Go ten times as far out, close to an axis: how sure is it there?',
  try_few: 'Two hidden units instead of fifty. Are they enough for four quadrants?',
  try_fast: 'A learning rate of 30: how many units survive?',
  try_same: 'Put the point of IV on that of I. What can the network do?',
  plot: 'The plane as the network divides it; drag the ring or one of the four points',
  probe: 'The place that is asked for',
  point: 'Training point of quadrant {name}',
  at: 'At ({x}, {y}) the network says',
  silent: 'silent among {hidden} {hidden?unit|units}',
  own: 'Part of the shown plane that is given to the quadrant it lies in:',
  curve: 'The loss after each step',
  steps: 'Training steps',
  hidden: 'Hidden units',
  view: 'Part of the plane',
  view_near: 'near, ±3',
  view_far: 'far out, ±30',
  sayDiverged:
    'Step {step} made the weights infinite. The picture shows them as they were before; take a smaller learning rate.',
  saySilent:
    'Every hidden unit is 0 on all four points. No gradient gets through any more: the network gives one and the same answer, for ever.',
  sayCoincide:
    'Two points of different quadrants stand in one place. The best answer there is ½ for each, so the loss cannot fall below 0.35.',
  sayUntrained: 'Not trained yet: what you see are the random first weights.',
  sayRight: 'Quadrant {quadrant}, and the network says {winner}.',
  sayWrong: 'This place lies in quadrant {quadrant}, but the network says {winner}.',
};
