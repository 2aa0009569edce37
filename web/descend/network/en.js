/** @type {import('../../app/text.js').Texts} */
export default {
  empty:
    'Here you see the loss around a network while it learns. There is no network in training yet.',
  begin: 'Start the training',

  landscape: 'Loss around the network',
  drawnAs: 'Drawn as',
  contours: 'Contours',
  surface: 'Surface',
  picture:
    'The loss in a plane through the weights: {centre} in the middle, between {lowest} and {highest} elsewhere, with the path of the training.',
  here: 'now',
  notYet: 'Nothing has been computed yet.',
  computing: 'Computing the loss around the network …',
  compute: 'Compute anew',
  centre: 'J at step {step}:',
  between: '; around it',
  within: '{share} of the training’s path lies in this plane.',

  directions: 'Directions',
  directions_random: 'Random',
  directions_path: 'Path',
  about_random:
    'Two random directions; at distance 1, every unit is changed by as much as it is (Li et al., 2018).',
  about_path:
    'The two directions that hold most of the path of the training; at distance 1, its furthest point.',
  radius: 'Distance',
  badRadius: 'The distance must be from {min} to {max}, not “{typed}”.',
  size: 'Points',
  samples: 'Samples',
  seed: 'Seed',
  badSeed: 'A seed is a whole number from 0 to {max}, not “{typed}”.',
  auto: 'Follow',
  autoHint: 'Computes it anew while the network trains',

  finder: 'Find a learning rate',
  finderRun: 'Search',
  finderEmpty: 'Loss against η',
  finderChart: 'Loss of a copy of the network while η grows from 10⁻⁵ to 10, logarithmic axis',
  finderAbout:
    'Trains a copy for 200 mini-batches while η grows (Smith, 2017). Your network is not changed.',
  inUse: 'in use: {value}',
  suggestion: 'A tenth of where the loss begins to rise:',
  use: 'Use this η',
  none_flat: 'No suggestion: the loss neither fell nor rose by a tenth.',
  none_tooFew: 'No suggestion: the loss blew up at once.',
};
