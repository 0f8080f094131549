// Shows a page of its own when there is no signal. It keeps no page that says anything of anybody: only the offline page,
// which is the same for all, and the files it needs. What was pressed is kept by the page itself, not here.
const KEPT = 'my-day-1';
const PAGE = '/my/offline';
const ALSO = ['/my-static/check-in.mjs', '/my-static/queue.mjs', '/look/icons.svg'];

async function keep() {
  const cache = await caches.open(KEPT);
  const page = await fetch(PAGE, { cache: 'no-store', credentials: 'same-origin' });
  if (!page.ok) throw new Error('the offline page is not to be had');
  const text = await page.clone().text();
  const named = [...text.matchAll(/(?:href|src)="(\/(?:look|my-static)\/[^"#]+)/g)].map(found => found[1]);
  await Promise.all([...new Set([...named, ...ALSO])].map(path => cache.add(path).catch(() => { /* it reads without */ })));
  await cache.put(PAGE, page);
}

self.addEventListener('install', event => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(n => n !== KEPT).map(n => caches.delete(n)))).then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(PAGE)));
  } else if (/^\/(look|my-static)\//.test(new URL(request.url).pathname)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request, { ignoreSearch: true })) || Response.error()));
  }
});
