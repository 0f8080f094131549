// Recordings of a talk go up while the form is filled in: each as a stream of its own, with its progress. What came in is a ticked
// box of the form; a form that is refused comes back with it.
const percent = (done, all) => Math.floor((100 * done) / Math.max(1, all));

document.querySelectorAll('[data-do="recordings"]').forEach(field => {
  const part = name => field.querySelector(`[data-part="${name}"]`);
  const file = part('file'), going = part('going'), bar = part('bar'), problem = part('problem'), stop = part('stop');
  let sending = null;

  const say = words => { problem.textContent = words; problem.hidden = !words; };
  const show = done => { bar.value = done; part('percent').textContent = `${done}%`; };
  const over = () => {
    sending = null;
    going.hidden = true;
    file.hidden = false;
    file.value = '';
  };

  function send(chosen) {
    const request = new XMLHttpRequest();
    sending = request;
    going.hidden = false;
    file.hidden = true;
    show(0);
    request.upload.addEventListener('progress', e => { if (e.lengthComputable) show(percent(e.loaded, e.total)); });
    request.addEventListener('load', () => {
      over();
      if (request.status === 201) {
        part('rows').insertAdjacentHTML('beforeend', request.responseText);
        part('rows').lastElementChild.querySelector('input').focus();
      } else say([400, 422].includes(request.status) ? request.responseText.trim() : field.dataset.broken);
    });
    request.addEventListener('error', () => { over(); say(field.dataset.broken); });
    request.addEventListener('abort', over);
    request.open('POST', field.dataset.href);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(chosen.name));
    request.setRequestHeader('X-CSRF-TOKEN', file.form.elements._csrf.value);
    request.setRequestHeader('HX-Request', 'true');
    request.send(chosen);
  }

  file.addEventListener('change', () => {
    const chosen = file.files[0];
    say('');
    if (!chosen) return;
    if (chosen.size > Number(field.dataset.largest)) {
      file.value = '';
      say(field.dataset.tooLarge);
    } else send(chosen);
  });
  stop.addEventListener('click', () => sending?.abort());
  file.form.addEventListener('submit', e => {
    if (!sending) return;
    e.preventDefault();
    say(field.dataset.wait);
  });
  addEventListener('beforeunload', e => { if (sending) e.preventDefault(); });
});
