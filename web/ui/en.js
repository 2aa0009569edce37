/** @type {import('../app/text.js').Texts} */
export default {
  surfaceLoading: 'Loading the surface …',
  noWebgl: 'The surface needs WebGL, which this browser does not offer; the map shows the same.',
  surfaceFailed: 'The surface could not be loaded.',
};
