// Draws ground on the map by pointer or keys: an area of rings, a circle around a place, or a corridor along a way. The list
// of corners says the same, and is what is sent: whoever cannot use the map types the list. Where the drawing gives way to a
// map to move about in (ground.mjs), the same is done on that: a click sets a corner, and so does Enter in the middle of the
// map, which the arrows move. Corners are dragged on either.
const NS = 'http://www.w3.org/2000/svg';
const METRES = 111320;

// The same outline as the platform draws: there on the left, around the end, back on the left.
export function outline(kind, rings, metres) {
  const line = rings.flat();
  if (!line.length || kind === 'POLYGON') return rings.filter(ring => ring.length > 2);
  const east = 1 / (METRES * Math.cos(line[0][1] * Math.PI / 180)), north = 1 / METRES;
  const off = ([x, y], angle) => [x + metres * Math.cos(angle) * east, y + metres * Math.sin(angle) * north];
  if (kind === 'CIRCLE') return metres > 0 ? [Array.from({ length: 64 }, (_, i) => off(line[0], i * Math.PI / 32))] : [];
  const side = way => way.slice(1).flatMap((to, i) => {
    const from = way[i], left = Math.atan2((to[1] - from[1]) / north, (to[0] - from[0]) / east) + Math.PI / 2;
    const end = i + 2 === way.length ? Array.from({ length: 11 }, (_, n) => off(to, left - Math.PI * (n + 1) / 12)) : [];
    return [off(from, left), off(to, left), ...end];
  });
  return line.length > 1 && metres > 0 ? [[...side(line), ...side([...line].reverse())]] : [];
}

document.querySelectorAll('[data-do="area"]').forEach(editor => {
  const svg = editor.querySelector('svg'), list = document.getElementById('corners'), wide = document.getElementById('metres') ?? document.getElementById('protectedRadius');
  if (!svg || !list) return;
  const chosen = name => document.querySelector(`input[name="${name}"]:checked`)?.value ?? document.querySelector(`input[name="${name}"][type="hidden"]`)?.value;
  const choose = (name, value) => { const box = document.querySelector(`input[name="${name}"][value="${value}"]`); if (box) box.checked = true; };
  const part = name => editor.querySelector(`[data-part="${name}"]`), says = part('says');
  const box = Object.fromEntries(['west', 'south', 'east', 'north'].map(side => [side, Number(editor.dataset[side])]));
  const { width, height } = svg.viewBox.baseVal;
  const place = (x, y) => [box.west + x / width * (box.east - box.west), box.north - y / height * (box.north - box.south)];
  const spot = ([lon, lat]) => [(lon - box.west) / (box.east - box.west) * width, (box.north - lat) / (box.north - box.south) * height];
  const make = (name, attributes, into = svg) => { const e = document.createElementNS(NS, name); for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v); into.append(e); return e; };
  const border = make('path', { class: 'area', 'fill-rule': 'evenodd' }), way = make('path', { class: 'trk before' }), dots = make('g', {}), cross = make('path', { class: 'droppedx', visibility: 'hidden' });
  let at = [width / 2, height / 2], map, open = false;

  const shape = () => chosen('shape') ?? 'POLYGON';
  const metres = () => Number(wide?.value) || 0;
  // rings of corners; an empty line begins another
  const rings = () => list.value.split(/\n\s*\n/).map(ring => ring.split('\n').map(line => line.trim().split(/[,，;\s]+/).map(Number)).filter(c => c.length === 2 && c.every(Number.isFinite))).filter(ring => ring.length);
  const feature = (type, coordinates) => ({ type: 'Feature', properties: {}, geometry: { type, coordinates } });
  const closed = ring => [...ring, ring[0]];
  function draw() {
    const all = rings(), areas = outline(shape(), all, metres());
    const lines = shape() === 'POLYGON' ? all.filter(ring => ring.length === 2) : all;
    map?.getSource('drawing').setData({ type: 'FeatureCollection', features: [
      ...areas.length ? [feature('Polygon', areas.map(closed))] : [], ...lines.filter(ring => ring.length > 1).map(ring => feature('LineString', ring)), ...all.flat().map(c => feature('Point', c))] });
    const path = (list, end) => list.map(ring => 'M' + ring.map(c => spot(c).map(n => n.toFixed(1)).join(' ')).join('L') + end).join('');
    border.setAttribute('d', path(areas, 'Z'));
    way.setAttribute('d', path(lines, ''));
    dots.replaceChildren();
    all.flat().forEach(c => { const [x, y] = spot(c); make('circle', { class: 'before', cx: x, cy: y, r: 5 }, dots); });
  }
  const written = all => all.map(ring => ring.map(c => c.map(n => n.toFixed(6)).join(', ')).join('\n')).join('\n\n');
  function set(all) {
    list.value = written(all);
    choose('source', 'DRAWN');
    // what is set on this map is WGS-84
    choose('datum', 'WGS_84');
    draw();
    if (says) says.textContent = `${says.dataset.one} ${all.flat().length}`;
  }
  function add(corner) {
    const all = rings();
    if (shape() === 'CIRCLE') return set([[corner]]);
    if (open || !all.length) all.push([corner]); else all[all.length - 1].push(corner);
    open = false;
    set(all);
  }
  function undo() {
    const all = rings();
    all[all.length - 1]?.pop();
    set(all.filter(ring => ring.length));
  }
  // moves the corner of this number, counted through all rings
  function move(number, corner) {
    let left = number;
    set(rings().map(ring => { const own = left; left -= ring.length; return own >= 0 && own < ring.length ? ring.map((c, i) => i === own ? corner : c) : ring; }));
  }
  function nearest(spots, [x, y], reach) {
    let best = -1, least = reach;
    spots.forEach((s, i) => { const d = Math.hypot(s[0] - x, s[1] - y); if (d < least) { least = d; best = i; } });
    return best;
  }
  function aim() { cross.setAttribute('d', `M${at[0] - 9} ${at[1]}h18M${at[0]} ${at[1] - 9}v18`); cross.setAttribute('visibility', 'visible'); }

  const point = e => { const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse()); return [p.x, p.y]; };
  let held = -1, moved = false;
  svg.addEventListener('pointerdown', e => {
    held = nearest(rings().flat().map(spot), point(e), 12);
    // whoever grasps a corner sets no other there
    moved = held >= 0;
    if (moved) svg.setPointerCapture(e.pointerId);
  });
  svg.addEventListener('pointermove', e => { if (held >= 0) move(held, place(...point(e))); });
  svg.addEventListener('pointerup', () => { held = -1; });
  svg.addEventListener('click', e => { if (!moved) add(place(...point(e))); moved = false; });
  svg.setAttribute('tabindex', '0');
  svg.addEventListener('focus', aim);
  svg.addEventListener('blur', () => cross.setAttribute('visibility', 'hidden'));
  svg.addEventListener('keydown', e => {
    const step = e.shiftKey ? 40 : 8, go = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
    if (go) { at = [Math.min(width, Math.max(0, at[0] + go[0])), Math.min(height, Math.max(0, at[1] + go[1]))]; aim(); }
    else if (e.key === 'Enter' || e.key === ' ') add(place(...at));
    else if (e.key === 'Backspace' || e.key === 'Delete') undo();
    else return;
    e.preventDefault();
  });
  editor.addEventListener('ground', e => {
    map = e.detail;
    map.doubleClickZoom.disable();
    let dragged = -1, far = false;
    const grasp = press => {
      dragged = nearest(rings().flat().map(c => { const p = map.project(c); return [p.x, p.y]; }), [press.point.x, press.point.y], 14);
      far = dragged >= 0;
      if (far) press.preventDefault();
    };
    const pull = to => { if (dragged >= 0) move(dragged, to.lngLat.toArray()); };
    map.on('mousedown', grasp);
    map.on('mousemove', pull);
    map.on('mouseup', () => { dragged = -1; });
    map.on('click', click => { if (!far) add(click.lngLat.toArray()); far = false; });
    map.getCanvas().addEventListener('keydown', key => {
      if (key.key === 'Enter' || key.key === ' ') add(map.getCenter().toArray());
      else if (key.key === 'Backspace' || key.key === 'Delete') undo();
      else return;
      key.preventDefault();
    });
    map.getCanvas().after(Object.assign(document.createElement('div'), { className: 'cross' }));
    e.target.classList.add('drawing');
    draw();
  });
  part('undo').addEventListener('click', undo);
  part('ring').addEventListener('click', () => { open = true; });
  part('clear').addEventListener('click', () => set([]));
  part('tools').hidden = false;
  list.addEventListener('input', draw);
  wide?.addEventListener('input', draw);
  document.querySelectorAll('input[name="shape"]').forEach(radio => radio.addEventListener('change', draw));
  draw();
});
