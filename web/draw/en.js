/** "a 3", but "an 8". @param {number} digit */
const a = (digit) => `${digit === 8 ? 'an' : 'a'} ${digit}`;

const kept =
  (/** @type {string} */ where) =>
  (/** @type {{ count: number }} */ { count }) =>
    count === 0
      ? 'No drawings of yours are kept yet.'
      : `${count} ${count === 1 ? 'drawing of yours is' : 'drawings of yours are'} kept ${where}.`;

/** @type {import('../app/text.js').Texts} */
export default {
  title: 'Draw a digit',
  stage: 'Canvas',
  canvas: 'Canvas to draw a digit on',
  hint: 'Draw a digit, or a number',
  drop: 'Drop a picture of a digit, a model file or your drawings',

  undo: 'Undo',
  redo: 'Redo',
  clear: 'Clear',
  image: 'Picture…',
  imageHow: 'Open a picture of a digit; you can also drop it on the page or paste it',
  labelled: 'This image is labelled {label}.',

  result: 'What it reads',
  probabilities: 'Probability of each digit',
  loading: 'Loading the network…',
  empty: 'Start drawing: it is read while you write.',
  certain: ({ first, percent }) => `This is ${a(first)}: ${percent} sure.`,
  probable: ({ first, second, percent }) =>
    `Probably ${a(first)} (${percent}), perhaps ${a(second)}.`,
  possible: ({ first, second, percent }) => `Not sure: ${a(first)} (${percent}), or ${a(second)}?`,
  unsure: ({ first, second, third }) => `Cannot tell: ${a(first)}, ${a(second)} or ${a(third)}?`,

  noDigit: 'This does not look like a digit.',
  hardlyDigit: ({ first, percent }) =>
    `This does not look like a digit; if it is one, perhaps ${a(first)} (${percent}).`,
  none: 'no digit',
  number: 'This is the number {number}: at least {percent} sure of each digit.',
  numberDoubt: 'This could be {number}; least sure is the {digit} ({percent}).',
  numberPartly: 'Read as {number}: one part does not look like a digit.',
  numberDigits: 'The digits of the number; pick one to look at it',

  inside: 'Inside the network',
  network: 'Network',
  inTraining: 'The network in training',
  hand: 'My hand',
  handFacts: '{layers} · learned {count} {count?drawing|drawings}',
  handRefused: 'What the network learned of your hand can no longer be read: {reason}',
  modelFile: 'Open…',
  modelFileHow: 'Open a model file (safetensors), as the Train view saves it',
  modelFacts: '{layers} · {accuracy} right on MNIST',
  trainingFacts: 'its weights after step {step}',

  sees: 'What the network sees',
  seesHow:
    '28 × 28 pixels: your ink cropped, scaled to 20 pixels and centred by its mass, as MNIST’s digits were.',
  seesLabel: 'What the network sees: 28 by 28 pixels. Arrow keys read a pixel.',
  pixel: 'row {row}, column {column}: {value}',

  hiddenLayer: 'Hidden layer {number}',
  outputLayer: 'Output',
  identity: 'identity',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  softmax: 'softmax',
  step: 'step',
  layerLabel: '{name}, {units} units. Arrow keys read a unit, Enter shows its weights.',
  unit: 'unit {unit}',
  unitValue: 'unit {unit}: {value}',
  weightsTitle: '{name}, unit {unit}: its weights',
  weightsLabel: '{name}, unit {unit}: its weights. Arrow keys read a weight.',
  weightsRange:
    'Blue inputs raise the unit, orange ones lower it; full colour is ±{largest}. Pick any cell above.',
  weightFromPixel: 'from row {row}, column {column}: {value}',
  weightFromUnit: 'from unit {unit}: {value}',

  keepAs: 'Keep this drawing for training, as a',
  keepAsDigit: 'Keep the drawing as {digit}',
  keptAs: 'Kept as {digit}.',
  keptCount: kept('in this browser'),
  keptForVisit: kept('until you close the page'),
  undoKeep: 'Take it back',
  takeBack: 'Remove the last',
  nothingToKeep: 'There is nothing to keep yet: draw a digit first.',
  storageForbidden:
    'This browser lets the page store nothing, so your drawings last until you close it.',
  storageFull:
    'The browser’s storage is full, so your newest drawings last until you close the page.',

  keys: 'Keyboard',
  keyMove: 'move on the canvas; with Shift in finer steps',
  keyPen: 'put the pen down, or lift it',
  keyRecognize: 'read the drawing aloud to a screen reader',
  keyClear: 'clear',
  keyUndo: 'undo',
  keyRedo: 'redo',
  keyLabel: 'keep the drawing as this digit',
  keysSpoken:
    'Arrow keys move, Space puts the pen down or lifts it, Enter reads the drawing, Backspace clears.',

  notReady: 'The network is still loading; try again in a moment.',
  pictureTooHeavy: 'A picture of at most {limit} MB is expected; this file has {size} MB.',
  pictureTooLarge:
    'A picture of at most {limit} million pixels is expected; this one has {width} × {height}.',
  pictureUnreadable: 'An image (PNG, JPEG, WebP …) is expected; “{name}” could not be read as one.',
  pictureBlank: 'No digit stands out in this picture; ink on plain paper works best.',
  noModels: 'No model lies beside this page; open a model file, or train a network first.',
  modelFailed: 'The network could not be loaded; check the connection and try again.',
  modelRefused: '“{name}” is no model that this page can use: {reason}',
  networkShape:
    '“{name}” cannot be used here: a network from 784 pixels to 10 digits is expected; this one has {inputs} inputs and {outputs} outputs.',
  modelTooHeavy: 'A model file of at most {limit} MB is expected; this one has {size} MB.',

  loadError: 'This page cannot run here yet',
  'loadError-no-wasm':
    'Digit Descent computes with WebAssembly, which this browser lacks or forbids. Any current Firefox, Chrome, Edge or Safari has it.',
  'loadError-no-simd':
    'Digit Descent computes with WebAssembly SIMD, which this browser lacks. Chrome and Edge have it from version 91, Firefox from 89, Safari from 16.4.',
  'loadError-load':
    'The module that does the mathematics could not be loaded; check the connection and try again.',
};
