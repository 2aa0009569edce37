const drawings = (/** @type {number} */ count) => (count === 1 ? '1 drawing' : `${count} drawings`);

const imported = (/** @type {{ added: number, known: number }} */ { added, known }) =>
  known === 0
    ? `${drawings(added)} added.`
    : added === 0
      ? `No drawing added: ${known === 1 ? 'the one' : `all ${known}`} of the file ${known === 1 ? 'is' : 'are'} here already.`
      : `${drawings(added)} added, ${known} ${known === 1 ? 'was' : 'were'} there already.`;

const refused = (/** @type {string} */ why) => `Nothing was added from “{name}”: ${why}`;

/** @type {import('../../app/text.js').Texts} */
export default {
  title: 'Teach it your hand',
  start: 'Learn from my digits',
  export: 'Save my drawings',
  import: 'Open drawings…',
  nothing:
    'To teach it your hand, label at least one drawing: draw a digit, then press its number.',
  how: 'A copy of the default network learns your drawings among synthetic digits, in a few seconds.',
  oneDigit: 'All your drawings are {digit}s; with other digits beside them it learns more.',
  learning: 'Learning from your digits',
  cancel: 'Cancel',

  learned: ({ count }) => `My hand: learned from ${drawings(count)}`,
  readRight: 'Read right',
  before: 'before',
  after: 'after',
  own: 'Your digits',
  ownHow: '{count} held out',
  ownTrainedHow: '{count}, which it was also trained on',
  synthetic: 'Synthetic digits',
  syntheticHow: '{count} held out',
  nonDigits: 'Scribbles, as no digit',
  nonDigitsHow: '{count} of kinds held out',
  forgot:
    'It has forgotten some of what it knew: {points} points fewer on synthetic digits. Undo it, or label more drawings and learn again.',
  further: 'Label more and learn again: it goes on from here.',
  undo: 'Undo this lesson',
  forVisit: 'This browser keeps nothing more, so what it learned lasts until you close the page.',

  imported,
  importedForVisit: (/** @type {any} */ counts) =>
    `${imported(counts)} This browser keeps nothing more, so they last until you close the page.`,
  drawingsTooLarge: 'A file of at most {limit} MB is expected; “{name}” has {size} MB.',
  drawingsUnreadable: '“{name}” could not be read.',
  drawingsNoJson:
    '“{name}” holds no drawings: it is not JSON, or broken. A file that this page saved is expected.',
  drawingsFormat: '“{name}” holds no drawings. A file that “Save my drawings” made is expected.',
  drawingsVersion: '“{name}” has version {found} of the format; version 1 is expected.',
  drawingsNone: '“{name}” is a file of drawings without a drawing in it.',
  drawingsLabel: refused('drawing {number} is labelled {found}; 0 to 9 is expected.'),
  drawingsImage: refused(
    'the image of drawing {number} must be a list of 784 numbers; it is {found} long.',
  ),
  drawingsPixel: refused(
    'drawing {number} has the pixel {found}; whole numbers from 0 to 255 are expected.',
  ),
  drawingsBlank: refused('drawing {number} is blank.'),
  drawingsStrokes: refused('the strokes of drawing {number} must be lists of x, y, x, y, …'),

  teachDownload: 'The default network could not be loaded; check the connection and try again.',
  teachDiverged: 'The training went astray, so the network stays as it was.',
  crash: 'The training stopped unexpectedly ({reason}); the network stays as it was.',
  core: 'The network could not learn: {reason}',
  load: 'The module that trains could not be loaded; check the connection and try again.',
  'no-wasm': 'This browser lacks WebAssembly in workers, which training needs.',
  'no-simd': 'This browser lacks WebAssembly SIMD, which training needs.',
};
