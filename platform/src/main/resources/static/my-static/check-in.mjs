// Checking in with or without a signal. Without this script, and wherever it cannot keep anything, the form is a plain form.
import { Queue, kept, server } from './queue.mjs';

const FORM = '[data-do="check-in"]';
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const form = () => document.querySelector(FORM);
const address = () => (form() ? form().dataset.queue : '/my/check-in/queued');
const SOON = 5_000, LATEST = 120_000;
let queue = null, again = 0, wait = SOON;

// Whose phone this is: the page says so; without a signal, what the last page said.
function who(pressed) {
  try {
    if (pressed.dataset.who) localStorage.setItem('who', pressed.dataset.who);
    return pressed.dataset.who || localStorage.getItem('who') || '';
  } catch { return pressed.dataset.who; }
}

function show(state, times = {}, signedOut = false) {
  const panel = document.getElementById('checkin');
  if (!panel) return;
  panel.dataset.state = state;
  for (const [part, at] of Object.entries(times)) panel.querySelectorAll(`[data-part="${part}"]`).forEach(e => {
    e.dateTime = at;
    e.textContent = time.format(new Date(at));
  });
  panel.querySelectorAll('[data-part="sign-in"]').forEach(e => { e.hidden = !signedOut; });
}

// Only what this person pressed: on a shared phone somebody else's press waits in silence.
async function tell(result) {
  if (result.state === 'sent') {
    // the receipt says when it arrived and what time counts; where nothing was due, the first page says what is
    location.assign(result.answer.act ? `/my/check-in/${result.answer.act}` : '/my');
    return;
  }
  const here = form() ? who(form()) : '';
  const mine = (await queue.waiting()).filter(press => press.who === here).sort((a, b) => (a.pressedAt < b.pressedAt ? -1 : 1));
  if (mine.length) show('queued', { pressed: mine[0].pressedAt }, result.state === 'signed-out');
  if (result.state === 'waiting') later();
}

// A slow or broken server is no event of the phone's: while the page is open it tries again by itself, ever more rarely.
function later() {
  clearTimeout(again);
  again = setTimeout(flush, wait);
  wait = Math.min(LATEST, 2 * wait);
}

async function flush() {
  if (queue) await tell(await queue.flush());
}

async function start() {
  if (!window.indexedDB || !window.fetch) return;
  try {
    const store = kept();
    await store.all();
    queue = new Queue(store, server(address()));
  } catch { return; }                                              // nothing can be kept here: the plain form stays
  document.addEventListener('submit', async event => {
    const pressed = event.target.closest(FORM);
    if (!pressed || event.defaultPrevented || !who(pressed)) return;
    event.preventDefault();
    try {
      await queue.keep(who(pressed), new Date());
    } catch { pressed.submit(); return; }
    await flush();
  }, true);
  if (form()) who(form());
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  await flush();
}

start();
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/my-worker.js', { scope: '/my' }).catch(() => { /* plain http, or a web view: everything else works */ });
