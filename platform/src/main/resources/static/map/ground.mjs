// Puts a map to move about in in the place of a drawn one, where the browser has WebGL 2. The drawing is seen until the map
// is complete, stays where anything fails, and is what is printed. The map's data stand in the page: nothing is asked for.
import { style, tokens } from './style.mjs';

const here = path => new URL(path, import.meta.url).href;
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let loading;

const sheet = path => new Promise((done, failed) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: here(path), onload: done, onerror: failed });
  document.head.append(link);
});
const library = () => loading ??= Promise.all([import('../vendor/maplibre/maplibre-gl.mjs'), sheet('../vendor/maplibre/maplibre-gl.css').then(() => sheet('ground.css'))])
  .then(([gl]) => { gl.setWorkerUrl(here('../vendor/maplibre/maplibre-gl-worker.mjs')); return gl; });

function able() {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return Boolean(gl);
}

// The way back after moving about.
const whole = (words, bounds) => ({
  onAdd(map) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'ground-whole', title: words });
    button.setAttribute('aria-label', words);
    button.append(document.createElement('span'));
    button.firstChild.className = 'maplibregl-ctrl-icon';
    button.addEventListener('click', () => map.fitBounds(bounds, { padding: 0 }));
    this.box = Object.assign(document.createElement('div'), { className: 'maplibregl-ctrl maplibregl-ctrl-group' });
    this.box.append(button);
    return this.box;
  },
  onRemove() { this.box.remove(); },
});

async function open(figure) {
  const drawing = figure.querySelector('svg'), words = figure.dataset;
  const data = JSON.parse(figure.querySelector('script[type="application/geo+json"]').textContent);
  const gl = await library(), look = tokens(figure);
  await document.fonts.load(`16px ${look['font-ui']}`, data.features.map(f => f.properties.words ?? '').join(''));
  const box = Object.assign(document.createElement('div'), { className: 'ground-map' });
  figure.append(box);
  let map;
  try {
    map = new gl.Map({
      container: box, style: style(look, data), bounds: data.bbox, fitBoundsOptions: { padding: 0 }, minZoom: 2, maxZoom: 19, maxPitch: 0, dragRotate: false,
      renderWorldCopies: false, cooperativeGestures: true, fadeDuration: calm.matches ? 0 : 200, attributionControl: words.source ? { compact: false, customAttribution: words.source } : false,
      locale: {
        'Map.Title': drawing.getAttribute('aria-label'), 'NavigationControl.ZoomIn': words.in, 'NavigationControl.ZoomOut': words.out, 'ScaleControl.Meters': words.metres, 'ScaleControl.Kilometers': words.kilometres,
        'CooperativeGesturesHandler.WindowsHelpText': words.ctrl, 'CooperativeGesturesHandler.MacHelpText': words.cmd, 'CooperativeGesturesHandler.MobileHelpText': words.fingers,
      },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.addControl(new gl.NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(whole(words.whole, data.bbox), 'top-right');
    map.addControl(new gl.ScaleControl({ unit: 'metric' }), 'bottom-left');
    await new Promise((done, failed) => { map.once('idle', done); map.once('error', e => failed(e.error)); });
  } catch (e) {
    map?.remove();
    box.remove();
    throw e;
  }
  const show = ready => { figure.dataset.ground = ready ? 'ready' : 'lost'; };
  const focused = drawing.contains(document.activeElement);
  show(true);
  if (focused) map.getCanvas().focus();
  map.on('webglcontextlost', () => show(false));
  map.on('webglcontextrestored', () => show(true));
  // another theme has other values, never other layers
  new MutationObserver(() => style(tokens(figure), data).layers.forEach(layer => Object.entries(layer.paint).forEach(([name, value]) => map.setPaintProperty(layer.id, name, value))))
    .observe(document.documentElement, { attributeFilter: ['data-theme'] });
  figure.dispatchEvent(new CustomEvent('ground', { bubbles: true, detail: map }));
}

const figures = document.querySelectorAll('[data-do="ground"]');
if (figures.length && able()) {
  const near = new IntersectionObserver(entries => entries.filter(e => e.isIntersecting).forEach(({ target }) => {
    near.unobserve(target);
    open(target).catch(e => { target.dataset.ground = 'failed'; console.info('The drawing stays:', e?.message ?? e.type); });
  }), { rootMargin: '300px' });
  figures.forEach(figure => near.observe(figure));
}
