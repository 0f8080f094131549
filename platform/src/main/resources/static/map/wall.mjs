// Moves about the live map without a new page: the links of the map's part are followed inside it, by pointer and by key.
// Without this the same links open the same page.
const part = document.querySelector('[data-do="wall-map"]');
const inside = href => href.replace(/\/wall(?=\?|$)/, '/wall/map');

async function follow(link) {
  const href = link.getAttribute('href') ?? link.href.baseVal, focused = document.activeElement?.id;
  const answer = await fetch(inside(href), { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok || answer.redirected) { location.assign(href); return; }
  const fresh = document.createElement('template');
  fresh.innerHTML = await answer.text();
  part.replaceChildren(...fresh.content.childNodes);
  // what live.mjs asks for from now on
  part.dataset.src = inside(href);
  history.replaceState(null, '', href);
  (focused ? document.getElementById(focused) : null)?.focus({ preventScroll: true });
  if (!part.contains(document.activeElement)) part.querySelector('[data-part="map"]').focus({ preventScroll: true });
}

part?.addEventListener('click', e => {
  const link = e.target.closest('[data-move]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  follow(link);
});
part?.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input, select') || e.target.closest('.w-there')) return;
  const key = e.key === '=' ? '+' : e.key, link = part.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!link) return;
  e.preventDefault();
  follow(link);
});
