// Asks for all that Draw needs at the same time, before any module has run to ask for one after the
// other. The build puts it into index.html, with what to load in its attributes; visitors of another
// view are spared it. The modules come first: the page is drawn while the rest is on the line.
if (/^(#\/?(draw([/?].*)?)?)?$/.test(location.hash)) {
  const { modules = '', files = '', weights = '' } = document.currentScript?.dataset ?? {};
  /** @param {string} addresses @param {Record<string, string>} attributes */
  const ask = (addresses, attributes) => {
    for (const href of addresses.split(' ').filter(Boolean)) {
      document.head.append(Object.assign(document.createElement('link'), { ...attributes, href }));
    }
  };
  ask(modules, { rel: 'modulepreload' });
  const later = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'low' };
  ask(files, later);
  let model = null; // as draw/model-choice.js stores it
  try {
    model = localStorage.getItem('digit-descent.model');
  } catch {
    // Storage may be forbidden; the page then reads with the default.
  }
  if (model === null || model === 'default') ask(weights, later);
}
