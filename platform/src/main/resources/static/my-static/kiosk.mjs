// A terminal signs people out who walked away: the session ends by itself as well, this only clears the screen sooner.
const patience = Number(document.body.dataset.patience) * 1000;
const leave = document.querySelector('[data-do="kiosk-leave"]');
let timer = 0;
function again() {
  clearTimeout(timer);
  timer = setTimeout(() => leave.submit(), patience);
}
if (leave && patience) {
  ['pointerdown', 'keydown', 'scroll', 'input'].forEach(what => addEventListener(what, again, { passive: true, capture: true }));
  again();
}
