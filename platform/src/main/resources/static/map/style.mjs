// The hand in which maps are drawn: the tokens of the look as a MapLibre style. The classes are those of the drawing in SVG.
const NAMES = ['map-land', 'map-area', 'map-edge', 'map-water', 'map-road', 'map-text', 'track-before', 'track-after', 'surface', 'ink', 'grey', 'violet', 'blue', 'line-strong', 'font-ui'];

// The values that hold where an element stands: one page can show light and dark.
export const tokens = element => {
  const css = getComputedStyle(element);
  return Object.fromEntries(NAMES.map(name => [name, css.getPropertyValue(`--${name}`).trim()]));
};

const of = (...classes) => ['in', ['get', 'class'], ['literal', classes]];
// A fix of a later moment than the one that is asked for is not shown; one without a time always is.
const soFar = ['<=', ['coalesce', ['get', 'n'], 0], ['global-state', 'upTo']];
const kind = (type, ...classes) => ['all', ['==', ['geometry-type'], type], of(...classes)];
const fix = (type, ...classes) => [...kind(type, ...classes), soFar];
const wider = (far, near) => ['interpolate', ['exponential', 1.5], ['zoom'], 8, far, 16, near];
// smaller from afar, where fixes stand close
const size = near => ['interpolate', ['linear'], ['zoom'], 10, near / 2.5, 12.5, near];
const round = { 'line-join': 'round', 'line-cap': 'round' };

// A circle on the ground, for what is given in metres.
function circle([longitude, latitude], metres) {
  const high = metres / 111320, wide = high / Math.cos(latitude * Math.PI / 180), ring = [];
  for (let i = 0; i <= 64; i++) ring.push([longitude + wide * Math.cos(i * Math.PI / 32), latitude + high * Math.sin(i * Math.PI / 32)]);
  return { type: 'Polygon', coordinates: [ring] };
}

// Every fix with the circle of its accuracy.
const withCircles = data => ({
  ...data,
  features: [...data.features.filter(f => f.properties.accuracy > 0).map(f => ({ ...f, geometry: circle(f.geometry.coordinates, f.properties.accuracy) })), ...data.features],
});

export function style(t, data) {
  const font = t['font-ui'].split(',').map(family => family.trim().replace(/^["']|["']$/g, ''));
  const name = { 'text-color': t['map-text'], 'text-halo-color': t['map-land'], 'text-halo-width': 2 };
  const from = (id, type, filter, paint, layout = {}, source = 'ground') => ({ id, type, source, filter, paint, layout });
  return {
    version: 8,
    state: { upTo: { default: Number.MAX_SAFE_INTEGER } },
    sources: {
      ground: { type: 'geojson', data: withCircles(data) },
      drawing: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': t['map-land'] } },
      from('area', 'fill', of('area'), { 'fill-color': t['map-area'] }),
      from('border', 'line', of('land'), { 'line-color': t['line-strong'], 'line-width': 1 }),
      from('water', 'line', of('water'), { 'line-color': t['map-water'], 'line-width': wider(5, 60) }, round),
      from('road', 'line', of('road'), { 'line-color': t['map-road'], 'line-width': wider(2, 16) }, round),
      from('sub', 'line', of('sub'), { 'line-color': t['map-edge'], 'line-width': 1, 'line-dasharray': [3, 4], 'line-opacity': 0.55 }),
      from('edge', 'line', of('area'), { 'line-color': t['map-edge'], 'line-width': 2.5 }, round),
      from('home', 'fill', kind('Polygon', 'homezone'), { 'fill-color': t['map-edge'], 'fill-opacity': 0.1 }),
      from('home-edge', 'line', kind('Polygon', 'homezone'), { 'line-color': t['map-edge'], 'line-width': 1, 'line-dasharray': [2, 4] }),
      from('forbidden', 'fill', of('forbidden', 'protected'), { 'fill-color': t.violet, 'fill-opacity': 0.16 }),
      from('forbidden-edge', 'line', of('forbidden'), { 'line-color': t.violet, 'line-width': 2.5 }, round),
      from('protected-edge', 'line', of('protected'), { 'line-color': t.violet, 'line-width': 2.5, 'line-dasharray': [3, 2] }),
      from('required', 'fill', of('required'), { 'fill-color': t.blue, 'fill-opacity': 0.14 }),
      from('required-edge', 'line', of('required'), { 'line-color': t.blue, 'line-width': 2.5 }, round),
      from('silent', 'fill', of('silent'), { 'fill-color': t.grey, 'fill-opacity': 0.12 }),
      from('silent-edge', 'line', of('silent'), { 'line-color': t.grey, 'line-width': 2, 'line-dasharray': [1, 2.5] }),
      from('drawn', 'fill', ['==', ['geometry-type'], 'Polygon'], { 'fill-color': t['map-area'], 'fill-opacity': 0.7 }, {}, 'drawing'),
      from('drawn-edge', 'line', ['!=', ['geometry-type'], 'Point'], { 'line-color': t['map-edge'], 'line-width': 2.5 }, round, 'drawing'),
      from('accuracy-before', 'fill', fix('Polygon', 'before'), { 'fill-color': t['track-before'], 'fill-opacity': 0.1 }),
      from('accuracy', 'fill', fix('Polygon', 'after'), { 'fill-color': t['track-after'], 'fill-opacity': 0.14 }),
      from('accuracy-edge', 'line', fix('Polygon', 'after'), { 'line-color': t['track-after'], 'line-width': 1.5, 'line-dasharray': [3.3, 2.7] }),
      from('dropped', 'line', fix('Polygon', 'dropped'), { 'line-color': t['line-strong'], 'line-width': 1.5, 'line-dasharray': [2, 3.3] }),
      from('before', 'line', kind('LineString', 'trk before'), { 'line-color': t['track-before'], 'line-width': size(3.5) }, round),
      from('after', 'line', kind('LineString', 'trk after'), { 'line-color': t['track-after'], 'line-width': size(3.5) }, round),
      from('fix-before', 'circle', fix('Point', 'before'), { 'circle-color': t['track-before'], 'circle-radius': size(4.5) }),
      from('fix-after', 'circle', fix('Point', 'after'), { 'circle-color': t['track-after'], 'circle-radius': size(5.5), 'circle-stroke-color': t.surface, 'circle-stroke-width': size(2) }),
      from('fix-dropped', 'symbol', fix('Point', 'dropped'), { 'text-color': t.grey, 'text-halo-color': t['map-land'], 'text-halo-width': 1 },
        { 'text-field': '×', 'text-font': font, 'text-size': 24, 'text-allow-overlap': true, 'text-ignore-placement': true }),
      // where somebody was at the moment that is asked for
      from('fix-now', 'circle', ['all', ['==', ['geometry-type'], 'Point'], ['==', ['get', 'n'], ['global-state', 'upTo']]], { 'circle-opacity': 0, 'circle-radius': size(11), 'circle-stroke-color': t.ink, 'circle-stroke-width': 2.5 }),
      from('corner', 'circle', ['==', ['geometry-type'], 'Point'], { 'circle-color': t['track-before'], 'circle-radius': 5, 'circle-stroke-color': t.surface, 'circle-stroke-width': 2 }, {}, 'drawing'),
      from('minor', 'symbol', of('halo minor'), name, { 'text-field': ['get', 'words'], 'text-font': font, 'text-size': 14, 'text-padding': 6 }),
      from('strong', 'symbol', of('halo strong'), { ...name, 'text-color': t.ink }, { 'text-field': ['get', 'words'], 'text-font': font, 'text-size': 16, 'text-padding': 6 }),
    ],
  };
}
