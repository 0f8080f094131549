// Plays a track: what was known up to a moment is shown, and the moment goes on. Without it the whole track is drawn, and
// the table of its stretches says the same.
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const moment = e => Date.parse(e);

document.querySelectorAll('[data-do="play"]').forEach(box => {
  const part = name => box.querySelector(`[data-part="${name}"]`), player = part('player');
  const fixes = [...box.querySelectorAll('svg [data-at]')], times = fixes.map(fix => moment(fix.dataset.at));
  if (!player || !fixes.length) return;
  const rows = [...box.querySelectorAll('[data-part="row"]')].map(row => ({ row, from: moment(row.dataset.from), until: moment(row.dataset.until), moves: row.dataset.kind === 'way' }));
  const begin = moment(box.dataset.from), end = moment(box.dataset.until);
  const range = part('at'), go = part('go'), speed = part('speed'), skip = part('skip'), says = part('says');
  let at = end, index = -1, row = -1, frame = 0, last = 0, map;

  // the last of them that is not later
  function before(list, time) {
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (list[middle] <= time) low = middle + 1; else high = middle; }
    return low - 1;
  }
  const begins = rows.map(one => one.from);
  function show(time) {
    at = Math.min(end, Math.max(begin, time));
    const next = before(times, at);
    if (next !== index) {
      const [from, to] = next > index ? [index + 1, next] : [next + 1, index];
      if (index < 0 && next < 0) fixes.forEach(fix => fix.classList.add('future'));
      for (let i = Math.max(0, from); i <= to; i++) fixes[i].classList.toggle('future', i > next);
      fixes[index]?.classList.remove('now');
      fixes[next]?.classList.add('now');
      index = next;
      map?.setGlobalStateProperty('upTo', next);
    }
    const on = before(begins, at);
    if (on !== row) {
      rows[row]?.row.removeAttribute('aria-current');
      rows[on]?.row.setAttribute('aria-current', 'true');
      row = on;
    }
    range.value = String(at - begin);
    says.textContent = clock.format(new Date(at));
    range.setAttribute('aria-valuetext', says.textContent);
  }
  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    go.textContent = go.dataset.play;
  }
  function tick(now) {
    let time = at + (now - last) * Number(speed.value);
    last = now;
    // a stop or a gap is shown when it begins, and passed over
    if (skip.checked && rows[row] && !rows[row].moves && at > rows[row].from) time = Math.max(time, rows[row].until);
    show(time);
    if (at >= end) stop(); else frame = requestAnimationFrame(tick);
  }
  function toggle() {
    if (frame) { stop(); return; }
    if (at >= end) show(begin);
    go.textContent = go.dataset.pause;
    last = performance.now();
    frame = requestAnimationFrame(tick);
  }
  const stretch = step => { const to = step > 0 ? rows.find(one => one.from > at) : rows.findLast(one => one.from < at); show(to ? to.from : step > 0 ? end : begin); };
  const fix = step => { const to = step > 0 ? times.find(time => time > at) : times.findLast(time => time < at); show(to ?? (step > 0 ? end : begin)); };
  const faster = step => { speed.selectedIndex = Math.min(speed.length - 1, Math.max(0, speed.selectedIndex + step)); };

  range.max = String(end - begin);
  range.addEventListener('input', () => show(begin + Number(range.value)));
  go.addEventListener('click', toggle);
  part('back').addEventListener('click', () => stretch(-1));
  part('on').addEventListener('click', () => stretch(1));
  rows.forEach(one => {
    const here = one.row.querySelector('[data-part="here"]');
    here.hidden = false;
    here.addEventListener('click', () => { show(one.from); range.focus(); });
  });
  player.addEventListener('keydown', e => {
    const keys = { ArrowLeft: () => fix(-1), ArrowRight: () => fix(1), PageUp: () => stretch(-1), PageDown: () => stretch(1), Home: () => show(begin), End: () => show(end), '+': () => faster(1), '-': () => faster(-1) };
    const act = e.key === ' ' && e.target === range ? toggle : e.target === speed ? null : keys[e.key];
    if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    act();
  });
  box.addEventListener('ground', e => { map = e.detail; map.setGlobalStateProperty('upTo', index); });
  player.hidden = false;
  show(end);
});
