/** @type {import('../../app/text.js').Texts} */
export default {
  presets: 'Pictures to start from',
  preset_first: 'Step by step',
  preset_ravine: 'Ravine: who swings?',
  preset_saddle: 'Saddle: who escapes?',
  preset_valley: 'Bent valley: all six',
  preset_minima: 'Four minima',
  kappa: 'Condition number κ =',

  mapLabel:
    'Contours of {name}. A click sets the start; arrow keys move it while its ring has the focus.',
  mapHint: 'Click sets the start; or drag its ring.',
  startLabel: 'Start of the descent; arrow keys move it, + and − zoom, 0 shows the whole',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomHome: 'The whole picture again',
  arrows: 'Arrows −∇J',
  minimum: 'minimum',
  saddle: 'saddle',
  maximum: 'summit',

  surface: 'Surface',
  surfaceLabel: 'The surface {name} in three dimensions; arrow keys turn it, + and − zoom.',
  surfaceHint: 'Drag to turn it.',
  surfaceLifted: 'Drag to turn; low parts are raised.',

  racers: 'Optimizers',
  allSix: 'Race all six',
  onlyOne: 'Only {name}',
  inTheRace: '{name} takes part',
  largest: 'converges below {rate}',
  startX: 'Start x',
  startY: 'Start y',
  tolerance: 'Arrived: ε',
  limit: 'Most steps',

  stateArrived: 'in {step} {step?step|steps}',
  stateStuck: 'stuck at {step}',
  stateDiverged: 'diverged at {step}',
  stateUndefined: 'no J here',
  state_waiting: '',
  state_undefined: 'left J',
  state_diverged: 'diverged',
  state_converged: 'arrived',
  state_stuck: 'stuck',
  state_cycling: 'cycling',
  state_diverging: 'diverging',
  state_oscillating: 'swinging',
  state_wandering: 'jumping',
  state_converging: 'converging',
  state_crawling: 'crawling',
  state_descending: 'going down',

  storyWaiting:
    'Everything starts at the ring. Press Step or Run, then turn η and watch the path change.',
  story_converged:
    '{name} arrived at {point} after {steps} {steps?step|steps}; J is {value} there.',
  storyLocal:
    '{name} arrived at {point} after {steps} {steps?step|steps}: a local minimum with J = {value}. There is a lower one elsewhere.',
  storySwinging: 'It swung from side to side on its way: a smaller η would go straighter.',
  story_stuck:
    '{name} is stuck at {point} after {steps} {steps?step|steps}: no slope, though lower points are near. J is {value}.',
  story_diverged:
    '{name} diverged: step {step} led to no finite number. The last finite point is {point}, with J = {value}; a smaller η helps.',
  story_undefined:
    '{name} left the part where J has a value: step {step} led out of it. The last point is {point}.',
  storyNoStart: 'J or its gradient has no finite value at this start; choose another one.',
  story_waiting: '{name} waits at the start.',
  story_cycling:
    '{name} jumps between the same points for ever: η is exactly at its limit. A smaller one converges.',
  story_diverging:
    '{name} diverges: every step overshoots by more than the one before. J is {value} after {steps} {steps?step|steps}; η is too large.',
  story_oscillating:
    '{name} swings from side to side, ever closer: J is {value} after {steps} {steps?step|steps}. A smaller η would go straighter.',
  story_wandering:
    '{name} jumps about and gets no closer: J is {value} after {steps} {steps?step|steps}. η is too large here.',
  story_converging: '{name} converges: J is {value} after {steps} {steps?step|steps}.',
  story_crawling:
    '{name} crawls: small steps, J is {value} after {steps} of them. A larger η may go faster.',
  story_descending: '{name} goes down in even steps: J is {value} after {steps}.',

  raceFirst: '{names} arrived first, after {steps} {steps?step|steps}.',
  raceFirstAndOthers: '{names} arrived first, after {steps} {steps?step|steps}; then {others}.',
  placeOf: '{name} ({steps})',
  raceAhead: 'Nobody has arrived yet; {name} is lowest, with J = {value}.',
  raceLowest: '{name} is lowest so far, with J = {value}.',
  raceMoving: 'Still on the way: {names}.',
  raceLocal: 'In a local minimum, not the lowest: {names}.',
  raceStuck: 'Stuck without slope: {names}.',
  raceDiverged: '{name} diverged at step {step}; its last finite point is {point}.',
  raceNoStart: '{name}: J has no finite value at this start.',
  listComma: ', ',
  sentenceSpace: ' ',

  leaving: ({ names, count }) =>
    count === 1 ? `The path of ${names} leaves the picture.` : `Paths leave the picture: ${names}.`,
  fit: 'Show all of it',
  refused: 'The link has values that cannot be used; the usual ones stand in: {names}.',

  chart: 'J over the steps',
  chartOver: 'J − J* over the steps',
  chartLabel: 'J of each optimizer over the steps',
  tableOf: 'Every step of {name}',
};
