// Keeps marked parts of a page up to date.
//   <body data-live="/live">                                    the event stream
//   <section id="alarms" data-on="alarm" data-src="/console/alarms" data-announce="New alarm">
// On an event named in data-on (several names may stand there, apart by spaces) the part fetches the HTML of data-src
// and takes it for its new content. An event carries no data: what may be seen is decided where the HTML is made.
// Without the stream the parts are fetched every 15 s, and the page says so.
const stream = document.body.dataset.live;
const parts = () => [...document.querySelectorAll('[data-on][data-src]')];
const names = part => part.dataset.on.trim().split(/\s+/);
const at = id => document.getElementById(id);

const POLL = 15_000, QUIET = 200, PATIENCE = 10_000, SAY_DOWN_AFTER = 3_000, REST = 5_000;
const state = new WeakMap();   // part → { busy, again, last }
let signedOut = false;

// ---- fetching: at once, then at most every 200 ms; a burst ends in one more fetch, so nothing is missed
function refresh(part) {
  if (signedOut) return;
  const s = state.get(part) ?? { busy: false, again: false, last: -QUIET };
  state.set(part, s);
  if (s.busy) { s.again = true; return; }
  s.busy = true;
  const wait = Math.max(0, s.last + QUIET - performance.now());
  const go = async () => {
    s.again = false;
    s.last = performance.now();
    try { await load(part); } catch { /* the stream's own state says what is broken */ }
    s.busy = false;
    if (s.again && part.isConnected) refresh(part);
  };
  wait ? setTimeout(go, wait) : go();
}
const refreshAll = () => parts().forEach(refresh);

async function load(part) {
  const patience = new AbortController(), timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const answer = await fetch(part.dataset.src, { headers: { 'HX-Request': 'true', Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store', signal: patience.signal });
    if (answer.status === 401 || answer.redirected) { leave(); return; }
    if (!answer.ok) return;
    const html = await answer.text();
    clearTimeout(timer);
    await letGo();
    if (part.isConnected) swap(part, html);
  } finally { clearTimeout(timer); }
}

// ---- a press in progress: what is under a finger stays there until its click is over, or the click would be nobody's
const LONGEST_PRESS = 5_000, CLICK_FOLLOWS = 400;     // a touch screen sends the click some time after the finger left
let held = 0, waiting = [];
const hold = () => release(LONGEST_PRESS);
function release(after) { clearTimeout(held); held = setTimeout(() => { held = 0; waiting.splice(0).forEach(go => go()); }, after); }
const letGo = () => (held ? new Promise(go => waiting.push(go)) : Promise.resolve());
addEventListener('pointerdown', hold, true);
addEventListener('keydown', e => { if (e.key === ' ') hold(); }, true);
for (const end of ['pointerup', 'pointercancel', 'keyup', 'blur']) addEventListener(end, () => { if (held) release(CLICK_FOLLOWS); }, true);
addEventListener('click', () => { if (held) release(0); }, true);

// ---- swapping: keeps what the reader has open, where the focus is, and how far lists are scrolled
function swap(part, html) {
  const active = document.activeElement;
  if (part.contains(active) && active.matches('input, textarea, select')) {   // never under somebody's typing hands
    active.addEventListener('blur', () => refresh(part), { once: true });
    return;
  }
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  const same = part.id && fresh.content.querySelector(`[id="${CSS.escape(part.id)}"]`);
  const nodes = [...(same ?? fresh.content).childNodes];
  const words = part.textContent.trim();
  const path = part.contains(active) ? route(part, active) : null;
  const open = [...part.querySelectorAll('details')].filter(d => d.open).map(d => key(part, d));
  const scrolled = [...part.querySelectorAll('.scroll')].map(e => [e.scrollLeft, e.scrollTop]);
  part.replaceChildren(...nodes);
  part.querySelectorAll('details').forEach(d => { if (open.includes(key(part, d))) d.open = true; });
  part.querySelectorAll('.scroll').forEach((e, i) => { if (scrolled[i]) [e.scrollLeft, e.scrollTop] = scrolled[i]; });
  if (path) (find(part, path) ?? focusable(part)).focus({ preventScroll: true });
  window.htmx?.process(part);
  if (part.dataset.announce && words !== part.textContent.trim()) announce(part);
  listen();
}
const key = (part, d) => d.id || d.dataset.key || `${d.parentElement.closest('[id]')?.id ?? ''}|${d.querySelector('summary')?.textContent}|${[...part.querySelectorAll('details')].indexOf(d)}`;
const route = (part, e) => (e.id ? { id: e.id } : { href: e.getAttribute('href'), name: e.getAttribute('name'), tag: e.tagName, text: e.textContent.trim() });
function find(part, r) {
  if (r.id) return part.querySelector(`[id="${CSS.escape(r.id)}"]`);
  const like = [...part.querySelectorAll(r.tag)];
  return like.find(e => r.href && e.getAttribute('href') === r.href) ?? like.find(e => r.name && e.getAttribute('name') === r.name) ?? like.find(e => e.textContent.trim() === r.text);
}
function focusable(part) { part.tabIndex = -1; return part; }
function announce(part) {
  const says = at('live-says');
  if (!says) return;
  says.textContent = '';
  setTimeout(() => { says.textContent = part.querySelector('[data-say]')?.dataset.say ?? part.dataset.announce; }, 50);
}

// ---- the stream
let source = null, known = new Set(), polling = 0, tries = 0, retry = 0, rest = 0, grace = 0;
function listen() {
  if (!source) return;
  for (const name of new Set(parts().flatMap(names))) if (!known.has(name)) {
    known.add(name);
    source.addEventListener(name, () => parts().filter(p => names(p).includes(name)).forEach(refresh));
  }
}
function connect() {
  clearTimeout(retry);
  if (source || signedOut || !parts().length) return;
  source = new EventSource(stream);
  known = new Set();
  source.onopen = () => { tries = 0; down(false); refreshAll(); };   // whatever came between page and stream is fetched now
  source.onerror = () => {
    down(true);
    if (source?.readyState !== EventSource.CLOSED) return;             // the browser tries again by itself
    close();
    retry = setTimeout(connect, Math.min(15_000, 1_000 * 2 ** tries++));
    refreshAll();                                                      // tells a lost session from a lost server
  };
  listen();
}
function close() { source?.close(); source = null; }
function down(broken) {
  if (!broken) {
    clearTimeout(grace); clearInterval(polling); grace = polling = 0;
    if (at('live-down')) at('live-down').hidden = true;
  } else if (!polling) {
    polling = setInterval(refreshAll, POLL);
    grace = setTimeout(() => { if (at('live-down')) at('live-down').hidden = signedOut; }, SAY_DOWN_AFTER);
  }
}
function leave() {
  signedOut = true;
  close(); down(false); clearTimeout(retry);
  if (at('live-out')) at('live-out').hidden = false;
}

if (stream) {
  connect();
  // A browser opens six connections to a host and no more: a tab nobody looks at gives its own back.
  document.addEventListener('visibilitychange', () => {
    clearTimeout(rest);
    if (document.hidden) rest = setTimeout(() => { close(); down(false); clearTimeout(retry); }, REST);
    else connect();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', e => { if (e.persisted) connect(); });
}
