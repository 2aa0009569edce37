// Asks for all that Draw needs at the same time, before any module has run to ask for one after the
// other. The build puts it into index.html, with what to load in its attributes; visitors of another
// view are spared it. The modules come first: the page is drawn while the rest is on the line.
if (/^(#\/?(draw([/?].*)?)?)?$/.test(location.hash)) {
  const { modules = '', files = '' } = document.currentScript?.dataset ?? {};
  /** @param {string} addresses @param {Record<string, string>} attributes */
  const ask = (addresses, attributes) => {
    for (const href of addresses.split(' ').filter(Boolean)) {
      document.head.append(Object.assign(document.createElement('link'), { ...attributes, href }));
    }
  };
  ask(modules, { rel: 'modulepreload' });
  ask(files, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'low' });
}
