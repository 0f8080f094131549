// Small behaviours. Every page reads and works without them; they only add comfort.
const root = document.documentElement;
const on = (what, event, act) => document.querySelectorAll(`[data-do="${what}"]`).forEach(e => e.addEventListener(event, act));

// The theme: kept in a cookie, so that the server writes it into the next page.
on('theme', 'click', () => {
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
});

on('print', 'click', () => print());
on('back', 'click', e => { if (history.length > 1) { e.preventDefault(); history.back(); } });

// The error summary takes focus, so that it is the first thing read aloud.
if (!location.hash) document.querySelector('[data-do="errors"]')?.focus();

// Triage: the finding opens only when the person's account is written, or the search has begun.
// The server decides the same again; this only shows at once what it will say.
// data-part: account (textarea), cannot (checkbox), finding (the step), why (what is missing), save (the button).
document.querySelectorAll('[data-do="triage"]').forEach(triage => {
  const part = name => triage.querySelector(`[data-part="${name}"]`);
  const account = part('account'), cannot = part('cannot'), finding = part('finding'), why = part('why'), save = part('save');
  const look = () => {
    const open = (account?.value.trim().length ?? 0) > 9 || Boolean(cannot?.checked);
    finding.classList.toggle('shut', !open);
    finding.classList.toggle('now', open);
    finding.querySelectorAll('input, textarea, select').forEach(input => {
      input.disabled = !open;
      input.closest('.choice')?.toggleAttribute('data-locked', !open);
    });
    why.hidden = open;
    save.setAttribute('aria-disabled', String(!(open && finding.querySelector('input:checked'))));
  };
  triage.addEventListener('input', look);
  save.addEventListener('click', e => { if (save.getAttribute('aria-disabled') === 'true') e.preventDefault(); });
  look();
});

// A form is sent once: a second press while the first is on its way changes nothing.
document.addEventListener('submit', e => {
  if (e.defaultPrevented) return;
  const button = e.submitter ?? e.target.querySelector('[type=submit]');
  if (button?.getAttribute('aria-busy') === 'true') { e.preventDefault(); return; }
  button?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', e => { if (e.persisted) document.querySelectorAll('[aria-busy="true"]').forEach(b => b.removeAttribute('aria-busy')); });

// Hide quickly: a button, or Escape twice. It stays hidden over a reload, until the reader comes back.
const cover = document.querySelector('.hidden-cover');
if (cover) {
  const title = document.title, keep = v => { try { v ? sessionStorage.setItem('hidden', '1') : sessionStorage.removeItem('hidden'); } catch { /* storage refused */ } };
  const hide = hidden => {
    root.toggleAttribute('data-hidden', hidden);
    cover.hidden = !hidden;
    document.title = hidden ? document.body.dataset.neutral : title;
    keep(hidden);
    if (hidden) cover.querySelector('button').focus();
  };
  let escaped = 0;
  document.querySelectorAll('[data-do="hide"]').forEach(b => { b.hidden = false; });
  on('hide', 'click', () => hide(true));
  on('unhide', 'click', () => hide(false));
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    if (e.timeStamp - escaped < 800) hide(true);
    escaped = e.timeStamp;
  });
  try { if (sessionStorage.getItem('hidden')) hide(true); } catch { /* storage refused */ }
}

// The wall's clock, in the legal time zone.
document.querySelectorAll('[data-do="clock"]').forEach(clock => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const tick = () => { const [h, m, s] = time.format(new Date()).split(':'); clock.firstChild.data = `${h}:${m}`; clock.querySelector('small').textContent = `:${s}`; };
  tick();
  setInterval(tick, 1000);
});
