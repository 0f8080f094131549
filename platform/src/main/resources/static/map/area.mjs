// Draws a border on the map by pointer or keys. The list of corners says the same, and is what is sent:
// whoever cannot use the map types the list. Where the drawing gives way to a map to move about in (ground.mjs), the same
// is done on that: a click sets a corner, and so does Enter in the middle of the map, which the arrows move.
const NS = 'http://www.w3.org/2000/svg';
document.querySelectorAll('[data-do="area"]').forEach(editor => {
  const svg = editor.querySelector('svg'), list = document.getElementById('corners'), drawn = document.querySelector('input[name="source"][value="DRAWN"]');
  if (!svg || !list) return;
  const part = name => editor.querySelector(`[data-part="${name}"]`), says = part('says');
  const box = Object.fromEntries(['west', 'south', 'east', 'north'].map(side => [side, Number(editor.dataset[side])]));
  const { width, height } = svg.viewBox.baseVal;
  const place = (x, y) => [box.west + x / width * (box.east - box.west), box.north - y / height * (box.north - box.south)];
  const spot = ([lon, lat]) => [(lon - box.west) / (box.east - box.west) * width, (box.north - lat) / (box.north - box.south) * height];
  const make = (name, attributes) => { const e = document.createElementNS(NS, name); for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v); svg.append(e); return e; };
  const border = make('path', { class: 'area' }), dots = make('g', {}), cross = make('path', { class: 'droppedx', visibility: 'hidden' });
  let at = [width / 2, height / 2], map;

  const corners = () => list.value.split('\n').map(line => line.trim().split(/[,，;\s]+/).map(Number)).filter(c => c.length === 2 && c.every(Number.isFinite));
  const feature = (type, coordinates) => ({ type: 'Feature', properties: {}, geometry: { type, coordinates } });
  const shapes = all => [...all.length > 2 ? [feature('Polygon', [[...all, all[0]]])] : all.length > 1 ? [feature('LineString', all)] : [], ...all.map(c => feature('Point', c))];
  function draw() {
    const all = corners(), spots = all.map(spot);
    map?.getSource('drawing').setData({ type: 'FeatureCollection', features: shapes(all) });
    border.setAttribute('d', spots.length ? 'M' + spots.map(s => s.map(n => n.toFixed(1)).join(' ')).join('L') + (spots.length > 2 ? 'Z' : '') : '');
    dots.replaceChildren(...spots.map(([x, y]) => { const d = document.createElementNS(NS, 'circle'); d.setAttribute('class', 'before'); d.setAttribute('cx', x); d.setAttribute('cy', y); d.setAttribute('r', 5); return d; }));
  }
  function set(all) {
    list.value = all.map(c => c.map(n => n.toFixed(6)).join(', ')).join('\n');
    if (drawn) drawn.checked = true;
    draw();
    if (says) says.textContent = `${says.dataset.one} ${all.length}`;
  }
  const add = corner => set([...corners(), corner]);
  const undo = () => set(corners().slice(0, -1));
  function aim() { cross.setAttribute('d', `M${at[0] - 9} ${at[1]}h18M${at[0]} ${at[1] - 9}v18`); cross.setAttribute('visibility', 'visible'); }

  svg.addEventListener('click', e => {
    const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
    add(place(p.x, p.y));
  });
  svg.setAttribute('tabindex', '0');
  svg.addEventListener('focus', aim);
  svg.addEventListener('blur', () => cross.setAttribute('visibility', 'hidden'));
  svg.addEventListener('keydown', e => {
    const step = e.shiftKey ? 40 : 8, move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
    if (move) { at = [Math.min(width, Math.max(0, at[0] + move[0])), Math.min(height, Math.max(0, at[1] + move[1]))]; aim(); }
    else if (e.key === 'Enter' || e.key === ' ') add(place(...at));
    else if (e.key === 'Backspace' || e.key === 'Delete') undo();
    else return;
    e.preventDefault();
  });
  editor.addEventListener('ground', e => {
    map = e.detail;
    map.doubleClickZoom.disable();
    map.on('click', click => add(click.lngLat.toArray()));
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
  part('clear').addEventListener('click', () => set([]));
  part('tools').hidden = false;
  list.addEventListener('input', draw);
  draw();
});
