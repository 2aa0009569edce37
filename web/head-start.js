// Asks for all that Draw needs at the same time, before any module has run to ask for one after the
// other. A classic script, which the build names in index.html together with what to load; visitors
// of another view are spared it.
if (/^(#\/?(draw([/?].*)?)?)?$/.test(location.hash)) {
  const { modules = '', files = '' } = document.currentScript?.dataset ?? {};
  /** @param {string} addresses @param {Record<string, string>} attributes */
  const ask = (addresses, attributes) => {
    for (const href of addresses.split(' ').filter(Boolean)) {
      document.head.append(Object.assign(document.createElement('link'), { ...attributes, href }));
    }
  };
  ask(modules, { rel: 'modulepreload' });
  ask(files, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
}
