// Draws a nomogram that the server computed, with a mark on each axis.

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 400;
const LEFT = 74;
const RIGHT = 16;
const ROW = 46;

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

function axis(svg, y, name, ticks, x, mark) {
  svg.append(element('text', {x: 0, y: y + 4}, name));
  const places = ticks.map(tick => x(tick.at));
  svg.append(element('line', {x1: Math.min(...places), x2: Math.max(...places), y1: y, y2: y}));
  let last = -Infinity;
  const sorted = ticks.map(tick => ({...tick, x: x(tick.at)})).sort((a, b) => a.x - b.x);
  for (const tick of sorted) {
    svg.append(element('line', {x1: tick.x, x2: tick.x, y1: y, y2: y + 5}));
    const half = tick.label.length * 3.2;
    if (tick.x - half > last + 3) { // labels that would touch are left out
      svg.append(element('text', {x: tick.x, y: y + 18, 'text-anchor': 'middle', class: 'soft'}, tick.label));
      last = tick.x + half;
    }
  }
  if (mark !== null) {
    const at = Math.max(LEFT - 8, Math.min(WIDTH - RIGHT + 8, x(mark)));
    svg.append(element('path', {d: `M ${at} ${y - 1} l -5 -9 h 10 z`, class: 'mark'}));
  }
}

export function drawNomogram(into, reasons, names) {
  const nomogram = reasons.nomogram;
  const rows = nomogram.axes.length + 3;
  const svg = element('svg', {viewBox: `0 0 ${WIDTH} ${rows * ROW}`, role: 'img'});
  const parts = reasons.parts.map(part => `${names(part.term)} ${part.points.toFixed(0)} points`).join(', ');
  svg.append(element('title', {}, `Nomogram: ${parts}; in all ${reasons.points.toFixed(0)} points, probability ${reasons.probability.toFixed(2)}`));
  const onPoints = points => LEFT + points / nomogram.maxPoints * (WIDTH - LEFT - RIGHT);
  const total = nomogram.totalTicks[nomogram.totalTicks.length - 1];
  const onTotal = points => LEFT + points / total * (WIDTH - LEFT - RIGHT);
  let y = 18;
  const tens = Array.from({length: 11}, (_, n) => n * nomogram.maxPoints / 10);
  axis(svg, y, 'Points', tens.map(at => ({at, label: at.toFixed(0)})), onPoints, null);
  nomogram.axes.forEach((one, n) => {
    y += ROW;
    axis(svg, y, names(one.variable), one.ticks.map(tick => ({at: tick.points, label: tick.label})), onPoints, reasons.parts[n].points);
  });
  y += ROW;
  axis(svg, y, 'Total', nomogram.totalTicks.map(at => ({at, label: at.toFixed(0)})), onTotal, reasons.points);
  y += ROW;
  if (nomogram.probabilities.length) {
    axis(svg, y, 'Probability', nomogram.probabilities.map(tick => ({at: tick.points, label: String(tick.probability)})), onTotal, reasons.points);
  }
  into.replaceChildren(svg);
}
