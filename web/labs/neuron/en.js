/** @type {import('../../app/text.js').Texts} */
export default {
  idea: 'A neuron weighs its inputs and adds them up. Here the inputs are the red, green and blue of a colour, each from 0 to 1, and the neuron is to say whether the colour is warm.\n\nDrag the threshold in the figure: the neuron says yes where the weighted sum is above it. The bias is that threshold with its sign turned, $b=-\\theta$.',
  more: 'With the threshold taken to the left side, “is the sum above $\\theta$?” becomes “is $z=\\sum w_i x_i+b$ above 0?”. That is why nobody speaks of thresholds any more: a bias is just one more number that can be learnt, like a weight whose input is always 1.\n\nThe sigmoid does not merely say yes or no. Far from the threshold it is sure, close to it it hesitates, and on it the answer is exactly one half.\n\nThe small squares are fifteen colours at their weighted sums. All the neuron can do is put them in a row and cut the row at one place.',
  notice:
    'A large weight means that an input matters, its sign says in which direction. The weights put the colours in order; the bias only chooses where to cut.',
  same: 'The first layer of the digit network is made of such neurons, with 784 pixels instead of three colours. In Draw you can open any of them and see its weights as a picture.',
  try_never: 'Raise the threshold to 12. Is there any colour left that the neuron calls warm?',
  try_blind: 'Set all weights to zero: the neuron is blind, and only its bias speaks.',
  try_swap: 'Turn the signs of red and blue round. What does the neuron call warm now?',
  try_grey: 'Make a grey lighter and darker. Why can this neuron not tell?',
  diagram: 'A neuron with three inputs, their weights, the bias, the sum z and the answer',
  plot: 'The answer against the weighted sum; drag the threshold',
  red: 'Red',
  green: 'Green',
  blue: 'Blue',
  sum: 'Σ w·x',
  threshold: 'threshold −b',
  weight: '{name}: weight',
  warm: 'warm',
  cold: 'cold',
  undecided: 'undecided',
};
