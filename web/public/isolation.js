/**
 * A service worker that sends the two headers for which browsers let threads share memory, on hosts
 * that do not send them. It keeps nothing: every request goes to the network as ever, with the
 * browser's own file cache, so no build grows stale; and only the page itself and the scripts of its
 * workers, the responses on which the headers count, pass through it at all.
 *
 * @typedef {EventTarget & {
 *   skipWaiting(): Promise<void>, registration: ServiceWorkerRegistration,
 * }} Scope
 * @typedef {Event & { waitUntil(work?: Promise<unknown>): void }} ActivateEvent
 * @typedef {Event & {
 *   request: Request, preloadResponse: Promise<Response | undefined>,
 *   respondWith(response: Promise<Response>): void,
 * }} FetchEvent
 */

const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));

const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

scope.addEventListener('install', () => scope.skipWaiting());

scope.addEventListener('activate', (event) => {
  // The page is asked for while this worker starts.
  const preload = scope.registration.navigationPreload?.enable();
  /** @type {ActivateEvent} */ (event).waitUntil(preload);
});

scope.addEventListener('fetch', (event) => {
  const fetching = /** @type {FetchEvent} */ (event);
  const { destination } = fetching.request;
  // A page in a frame belongs to the page around it.
  if (destination === 'document' || destination === 'worker')
    fetching.respondWith(answer(fetching));
});

/** @param {FetchEvent} event */
async function answer({ request, preloadResponse }) {
  const response = (await preloadResponse) ?? (await fetch(request));
  if (response.status === 0) return response; // a redirection, which the browser follows itself
  const { status, statusText } = response;
  const sent = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (!sent.has(name)) sent.set(name, value);
  }
  return new Response(response.body, { status, statusText, headers: sent });
}
