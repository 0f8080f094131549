// Shows a track up to a moment. Without it the whole track is drawn, and the list says the same in words.
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
document.querySelectorAll('[data-do="track"]').forEach(track => {
  const fixes = [...track.querySelectorAll('[data-at]')], bar = track.querySelector('[data-part="scrub"]');
  if (!bar || fixes.length < 2) return;
  let map;
  const range = bar.querySelector('input'), out = bar.querySelector('output');
  const show = () => {
    const upTo = Number(range.value);
    fixes.forEach((fix, i) => fix.classList.toggle('future', i > upTo));
    map?.setGlobalStateProperty('upTo', upTo);
    out.textContent = time.format(new Date(fixes[upTo].dataset.at));
  };
  range.max = String(fixes.length - 1);
  range.value = range.max;
  range.addEventListener('input', show);
  track.addEventListener('ground', e => { map = e.detail; show(); });
  bar.hidden = false;
  show();
});
