// Runs before first paint, so that nobody sees the wrong theme flash by. A choice the reader has made is already in the page.
(function () {
  var root = document.documentElement;
  if (root.hasAttribute('data-theme')) return;
  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
})();
