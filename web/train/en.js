/** @type {import('../app/text.js').Texts} */
export default {
  heading: 'Train a network',

  start: 'Start',
  continueTraining: 'Continue',
  startNew: 'Start new run',
  pause: 'Pause',
  oneSample: '1 sample',
  oneBatch: '1 batch',
  oneEpoch: '1 epoch',
  reset: 'Reset',
  commands: 'Training',

  stateIdle: 'Ready',
  stateRunning: 'Training',
  statePaused: 'Paused',
  stateFinished: 'Finished',
  stateDiverged: 'Diverged',
  stateError: 'Stopped',
  announce: ({ state, epoch, accuracy }) =>
    `${state}, epoch ${epoch}${accuracy && `, test accuracy ${accuracy}`}`,
  loadingSynthetic: 'Drawing digits to learn from … {share}',
  loadingMnist: 'Downloading MNIST … {share}',
  loadingOther: 'Reading the data …',
  cancel: 'Cancel',

  learningRate: 'Learning rate',
  exactValue: 'Exact value',
  learningRatePresets: 'Learning rates to choose from',
  rateDelay: 'took effect after {milliseconds} ms',
  adaptiveHint: 'This optimizer scales its own steps; η near {value} usually suits it.',
  useRate: 'Use η = {value}',

  loss: 'Loss',
  lossHint: 'running mean over the mini-batches',
  testAccuracy: 'Test accuracy',
  trainAccuracy: 'Train accuracy',
  gradientNorm: 'Gradient ‖∇J‖',
  speed: 'Samples/s',
  threads: 'Threads',
  epoch: 'Epoch',
  step: 'Step',
  epochProgress: 'Progress of the epoch',

  slowBatch: 'One mini-batch of this network takes {milliseconds} ms; η and Pause act after it.',

  chart: 'Loss',
  chartSummary: ({ step, first, last }) =>
    step
      ? `Loss against the step: from ${first} to ${last} after ${step} steps.`
      : 'Loss against the step; nothing has been trained yet.',
  chartEmpty: 'Press Start, then turn the learning rate while the curve falls.',
  curveRunning: 'training',
  curveBatch: 'mini-batch',
  curveTest: 'test',
  logarithmic: 'log scale',

  settings: 'Settings',
  dataSection: 'Data',
  augmentationSection: 'Augmentation',
  varyHow: 'Show each image a little changed every time',
  varyShape: 'turned, slanted, stretched, moved',
  varyElastic: 'bent like rubber',
  varyPen: 'thicker or thinner pen',
  varyGaps: 'small gaps',
  varyStrength: 'Strength: {percent} %',
  varyOriginal: 'as is',
  varyOriginalOf: 'A {digit} as it is; open it in Draw',
  variant: 'Variant {number} of a {digit}; open it in Draw',
  varyAnother: 'Another digit',
  varyWhy:
    'No hand writes a digit twice alike. Variants make few images count as many; tests see them unchanged. Each switch acts on the next step.',
  networkSection: 'Network',
  optimizerSection: 'Optimizer',
  stopSection: 'Stop when',
  modelSection: 'Model file',

  dataSet: 'Training data',
  synthetic: 'Synthetic digits',
  mnist: 'MNIST ({size} MB)',
  files: 'My IDX files',
  drawings: 'My drawings ({count})',
  mixed: 'Synthetic + my drawings ({count})',
  count: 'Digits',
  chooseFiles: 'Choose IDX files …',
  dropHint: 'or drop them here: images and labels, plain or .gz, with or without a test pair.',
  drop: 'Drop IDX files or a model here',
  filesChosen: 'In use: {names}',
  drawingsHint: 'Label what you draw in Draw, and it can be learned from here.',
  sizes: '{train} to learn from, {test} to test with',

  preset: 'Start from',
  presetNone: 'Own choice',
  preset_default: '784-64-16-10 · ReLU',
  preset_aiEdu: '784-64-16-10 · “ai-edu”',
  preset_nielsen: '784-30-10 · “Nielsen”',
  preset_wide: '784-128-64-10 · ReLU',
  preset_perceptron: '784-10 · no hidden layer',
  layerInput: 'Input',
  layerHidden: 'Hidden {number}',
  layerOutput: 'Output',
  layerUnits: 'Units of hidden layer {number}',
  layerActivation: 'Activation of hidden layer {number}',
  outputActivation: 'Activation of the output layer',
  addLayer: 'Add a layer',
  removeLayer: 'Remove hidden layer {number}',
  parameters: '{count} parameters',
  lossFunction: 'Loss function',
  crossEntropy: 'cross-entropy',
  binaryCrossEntropy: 'binary cross-entropy',
  quadratic: 'quadratic',
  initializer: 'Initial weights',
  initializer_he: 'He',
  initializer_xavier: 'Xavier',
  initializer_normal: 'normal N(0, 1)',
  initializer_zero: 'zero',
  seed: 'Seed',

  optimizer: 'Optimizer',
  optimizer_sgd: 'SGD',
  optimizer_momentum: 'Momentum',
  optimizer_nesterov: 'Nesterov',
  optimizer_adagrad: 'AdaGrad',
  optimizer_rmsprop: 'RMSProp',
  optimizer_adam: 'Adam',
  momentum: 'Momentum μ',
  decay: 'Decay ρ',
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  batchSize: 'Batch size',
  l2: 'L2 λ',
  stopEpochs: 'Epochs',
  stopLoss: 'Test loss below',
  zeroNever: '0: never',

  activation_relu: 'ReLU',
  activation_leakyRelu: 'leaky ReLU',
  activation_sigmoid: 'sigmoid',
  activation_tanh: 'tanh',
  activation_identity: 'identity',
  activation_softmax: 'softmax',

  pending: ({ names }) => `${names}: changed. This begins a new run.`,
  apply: 'Apply and restart',
  revert: 'Take back',
  hidden: 'Hidden layers',
  output: 'Output activation',
  data: 'Training data',

  savedRun: 'Your last run is kept: {name}, epoch {epoch}{accuracy}.',
  previousRun: 'The run before is kept: {name}, epoch {epoch}{accuracy}.',
  accuracySuffix: ', {accuracy}',
  continueSaved: 'Continue where you left',
  bringBack: 'Bring it back',
  forget: 'Forget it',

  saveF32: 'Save as float32',
  saveF16: 'Save as float16',
  loadModel: 'Load a model …',
  modelHint: 'safetensors, with the recipe and the measured accuracy.',

  confusion: 'Confusion matrix',
  confusionHint: 'Rows: the true digit. Columns: what the network reads. Choose a cell to see it.',
  confusionRow: 'True digit',
  confusionCell: ({ label, predicted, count }) =>
    label === predicted
      ? `${label} read rightly, ${count} times`
      : `${label} read as ${predicted}, ${count} times`,
  weights: 'First layer',
  weightsHint: 'What each unit looks for: blue speaks for it, orange against it.',
  weightsLabel: 'Incoming weights of {shown} of {units} units of the first layer as images',
  mistakes: 'Mistakes',
  mistakesHint: 'The surest ones first. Choose one to open it in Draw.',
  mistakesOf: 'Only {label} read as {predicted}.',
  allMistakes: 'Show all',
  noMistakes: 'None.',
  mistakeLabel: '{label}, read as {predicted} with {confidence}. Open in Draw',
  notYet: 'Appears with the first measurement.',
  tryInDraw: 'To try it by hand, choose “The network in training” in Draw.',

  refused: ({ names, count }) =>
    `The link asked for ${count > 1 ? 'values' : 'a value'} that cannot be (${names}); the default is used instead.`,
  storageForbidden:
    'This browser does not let the page keep anything, so your run lasts until you leave.',
  storageFull: 'The browser’s storage is full, so your run is not kept beyond this visit.',

  error_diverged: ({ step, learningRate, lost }) =>
    `The training diverged at step ${step}: with η = ${learningRate} ${
      lost
        ? 'the network lost what it had learned, and does no better than guessing'
        : 'the loss grew beyond all bounds'
    }. The weights from before are kept; lower η and press Continue.`,
  error_crash:
    'The training stopped unexpectedly at step {step}; its last weights are kept, and Continue goes on from them.',
  error_load:
    'The part of the page that computes could not be loaded; check the connection and press Start again.',
  'error_no-wasm':
    'This browser has no WebAssembly, which the training needs; any current browser has it.',
  'error_no-simd':
    'This browser lacks WebAssembly SIMD, which the training needs; any current browser has it.',
  error_notReady: 'There is no network to train yet; press Start first.',
  error_fileTooLarge: '{name} has {size} MB; at most {limit} MB can be read here.',
  error_unpackedTooLarge: '{name} unpacks to more than {limit} MB, the most that can be read here.',
  error_unreadable: '{name} cannot be unpacked: its gzip data are damaged or cut off.',
  error_notIdx:
    '{name} is not an IDX file of images or labels: it should begin with 00 00 08 03 or 00 00 08 01, but begins with {start}.',
  error_idxCutOff:
    '{name} is cut off: an IDX file has at least 8 bytes, but this one has {length}.',
  error_unpaired:
    'A file of images and a file of labels are needed, or two of each; there are {images} of images and {labels} of labels.',
  error_tooFewImages:
    'At least 6 labelled images are needed, to learn from and to test with; there are {count}.',
  error_tooFewDrawings:
    'At least 6 labelled drawings are needed; there are {count}. Label some in Draw.',
  error_noFiles: 'Choose the IDX files first: a file of images and one of labels.',
  error_noMnist:
    'MNIST does not lie beside this page; choose other data, or drop its IDX files here.',
  error_download: '{file} could not be downloaded: {reason}',
  error_modelShape:
    '{name} holds a network {shape}; one with 784 inputs, at most 4 hidden layers of up to 1024 units, and 10 outputs was expected.',
};
