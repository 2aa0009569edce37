/** @type {import('./text.js').Texts} */
export default {
  title: 'Digit Descent',
  skip: 'Skip to the content',
  views: 'Views',
  draw: 'Draw',
  train: 'Train',
  descend: 'Descend',
  learn: 'Learn',
  otherLanguage: '中文',
  switchLanguage: 'Switch the language to Chinese (中文)',
  schemeAuto: 'Colours follow the system; switch to light',
  schemeLight: 'Light colours; switch to dark',
  schemeDark: 'Dark colours; switch to the system’s',
  viewFailed: 'This part of the page could not be loaded; check the connection and try again.',
  loading: 'Loading…',
  retry: 'Try again',
  footer: 'Everything is computed in your browser. Nothing you draw leaves it.',
};
