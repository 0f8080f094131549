// Keeps the page that checks proofs, so that a paper's code can be checked without a network. It keeps what is the same for
// everybody: the page, its files and the policy; what is checked stays behind '#' and never comes here.
const KEPT = 'open-verify-1';
const ours = path => /^\/(open\/(verify|policy)$|verify\/|look\/)/.test(path);

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('message', event => event.waitUntil((async () => {
  const cache = await caches.open(KEPT);
  const addresses = event.data.filter(address => new URL(address).origin === location.origin && ours(new URL(address).pathname));
  await Promise.all([...new Set(addresses)].map(address => cache.add(address).catch(() => { /* it was kept before, or comes next time */ })));
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || !ours(new URL(request.url).pathname)) return;
  event.respondWith(fetch(request).catch(async () => (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) || Response.error()));
});
