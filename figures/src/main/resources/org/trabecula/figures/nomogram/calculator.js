'use strict';
const model = JSON.parse(document.getElementById('model').textContent);
const svg = document.querySelector('figure svg');
const layer = () => document.createElementNS('http://www.w3.org/2000/svg', 'g');
/* Lines lie under the axes and their labels, which have a ground of their own; dots lie on top. */
const lines = svg.insertBefore(layer(), svg.querySelector('text'));
const dots = svg.appendChild(layer());
const values = model.terms.map(term => term.kind === 'categorical' ? term.levels[0] : term.start);

/* The columns of a term at a value: rms's spline basis, indicators of levels, or the value. */
function columns(term, value) {
  if (term.kind === 'linear') return [value];
  if (term.kind === 'categorical') return term.levels.slice(1).map(level => level === value ? 1 : 0);
  const t = term.knots, last = t.length - 1;
  const cube = x => x > 0 ? x * x * x : 0;
  const span = t[last] - t[last - 1], norm = (t[last] - t[0]) * (t[last] - t[0]);
  const basis = [value];
  for (let j = 1; j < last; j++) {
    basis.push((cube(value - t[j - 1]) - cube(value - t[last - 1]) * (t[last] - t[j - 1]) / span
      + cube(value - t[last]) * (t[last - 1] - t[j - 1]) / span) / norm);
  }
  return basis;
}

function probabilityOf(eta) {
  return model.link.kind === 'logistic' ? 1 / (1 + Math.exp(-eta)) : Math.exp(-model.link.hazard * Math.exp(eta));
}

/* Everything that follows from values, one per term. */
function predict(given) {
  let eta = model.constant;
  const row = [1], points = [];
  model.terms.forEach((term, k) => {
    let own = 0;
    columns(term, given[k]).forEach((column, j) => {
      eta += term.coefficients[j] * column;
      own += column * term.coefficients[j];
      row.push(column);
    });
    points.push((own - term.lowest) * model.pointsPerUnit);
  });
  const result = { eta, points, total: (eta - model.base) * model.pointsPerUnit, probability: probabilityOf(eta) };
  if (model.interval) {
    let variance = 0;
    row.forEach((a, i) => row.forEach((b, j) => { variance += a * b * model.interval.covariance[i][j]; }));
    const half = model.interval.z * Math.sqrt(variance);
    result.limits = [probabilityOf(eta - half), probabilityOf(eta + half)];
  }
  return result;
}

function x(points, most) {
  const d = model.drawing;
  return d.left + Math.min(Math.max(points / most, 0), 1) * (d.right - d.left);
}

function add(on, element, attributes) {
  const shape = on.appendChild(document.createElementNS('http://www.w3.org/2000/svg', element));
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
}

function line(at, from, to) {
  add(lines, 'line', { x1: at, x2: at, y1: from, y2: to, stroke: '#d55e00', 'stroke-width': 1.6, 'stroke-opacity': 0.8 });
}

function dot(at, y) {
  add(dots, 'circle', { cx: at, cy: y, r: 4.5, fill: '#d55e00', stroke: '#ffffff' });
}

function clear() {
  lines.replaceChildren();
  dots.replaceChildren();
}

function draw(result) {
  const d = model.drawing;
  clear();
  model.terms.forEach((term, k) => {
    const at = x(result.points[k], d.maxPoints);
    line(at, d.points, term.y);
    dot(at, term.y);
    dot(at, d.points);
  });
  const at = x(result.total, d.maxTotal);
  line(at, d.total, d.probability);
  dot(at, d.total);
  dot(at, d.probability);
}

const minus = text => text.replace('-', '\u2212');
const percent = p => (100 * p).toFixed(1) + ' %';

function show() {
  const note = document.getElementById('note');
  const missing = model.terms.filter((term, k) => term.kind !== 'categorical' && !Number.isFinite(values[k]));
  const outside = model.terms.filter((term, k) => values[k] < term.min || values[k] > term.max);
  note.textContent = missing.length > 0 ? 'Type a number: ' + missing.map(term => term.title).join(', ')
    : outside.length > 0 ? 'Outside the range of the fitted cases: ' + outside.map(term => term.title).join(', ') : '';
  if (missing.length > 0) {
    clear();
    for (const id of ['probability', 'limits', 'total', 'predictor']) document.getElementById(id).textContent = '';
    return;
  }
  const result = predict(values);
  document.getElementById('probability').textContent = percent(result.probability);
  document.getElementById('limits').textContent = result.limits ? '95 % CI ' + percent(result.limits[0]) + ' to ' + percent(result.limits[1]) : '';
  document.getElementById('total').textContent = minus(result.total.toFixed(1));
  document.getElementById('predictor').textContent = minus(result.eta.toFixed(4));
  draw(result);
}

function control(tag, attributes, form) {
  const element = form.appendChild(document.createElement(tag));
  Object.assign(element, attributes);
  return element;
}

function build() {
  const form = document.getElementById('values');
  form.addEventListener('submit', event => event.preventDefault());
  model.terms.forEach((term, k) => {
    const label = control('label', { htmlFor: 'value-' + k, textContent: term.title }, form);
    if (term.kind === 'categorical') {
      const list = control('select', { id: 'value-' + k }, form);
      for (const level of term.levels) list.add(new Option(level, level));
      list.addEventListener('input', () => { values[k] = list.value; show(); });
      return;
    }
    label.id = 'label-' + k;
    const slider = control('input', { type: 'range', min: term.min, max: term.max, step: term.step, value: term.start }, form);
    slider.setAttribute('aria-labelledby', label.id);
    const number = control('input', { type: 'number', id: 'value-' + k, step: 'any', value: Number(term.start.toPrecision(12)) }, form);
    slider.addEventListener('input', () => { number.value = slider.value; values[k] = slider.valueAsNumber; show(); });
    number.addEventListener('input', () => { values[k] = number.valueAsNumber; slider.value = number.value; show(); });
  });
}

build();
show();
