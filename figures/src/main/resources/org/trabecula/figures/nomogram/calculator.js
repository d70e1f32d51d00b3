// The model: the same numbers and the same order of sums as the program that fitted it.
function cube(x) {
  return x > 0 ? x * x * x : 0;
}

function columns(term, value) {
  if (term.kind === "linear") {
    return [value];
  }
  if (term.kind === "levels") {
    const place = term.levels.indexOf(value);
    return term.slopes.map((_, j) => (place === j + 1 ? 1 : 0));
  }
  const t = term.knots;
  const last = t.length - 1;
  const span = t[last] - t[last - 1];
  const norm = (t[last] - t[0]) * (t[last] - t[0]);
  const basis = [value];
  for (let j = 1; j < last; j++) {
    basis.push((cube(value - t[j - 1])
        - cube(value - t[last - 1]) * (t[last] - t[j - 1]) / span
        + cube(value - t[last]) * (t[last - 1] - t[j - 1]) / span) / norm);
  }
  return basis;
}

function probability(eta) {
  return DATA.link.kind === "logistic"
    ? 1 / (1 + Math.exp(-eta))
    : Math.exp(-DATA.link.hazard * Math.exp(eta));
}

function calculate(values) {
  let eta = DATA.constant;
  const row = [1];
  const points = [];
  DATA.terms.forEach((term, k) => {
    let own = 0;
    columns(term, values[k]).forEach((x, j) => {
      eta += term.slopes[j] * x;
      own += x * term.slopes[j];
      row.push(x);
    });
    points.push((own - term.lowest) * DATA.pointsPerUnit);
  });
  const result = { eta, points, total: (eta - DATA.base) * DATA.pointsPerUnit, probability: probability(eta) };
  if (DATA.covariance.length === row.length) {
    let variance = 0;
    row.forEach((a, i) => row.forEach((b, j) => { variance += a * DATA.covariance[i][j] * b; }));
    const half = 1.959963984540054 * Math.sqrt(variance);
    result.limits = [probability(eta - half), probability(eta + half)];
  }
  return result;
}

// The page.
function percent(p) {
  return (100 * p).toFixed(1) + " %";
}

function element(name, attributes) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function stride(term) {
  const fine = (term.to - term.from) / 200;
  return Math.pow(10, Math.floor(Math.log10(fine)));
}

function wire() {
  const form = document.getElementById("values");
  const values = [];
  const shown = [];
  DATA.terms.forEach((term, k) => {
    const row = element("div", { class: "row" });
    const label = element("label", { for: "v" + k });
    label.textContent = term.name;
    row.append(label);
    if (term.kind === "levels") {
      const choice = element("select", { id: "v" + k });
      term.levels.forEach((level) => {
        const option = element("option", { value: level });
        option.textContent = level;
        choice.append(option);
      });
      values[k] = term.levels[0];
      choice.addEventListener("input", () => { values[k] = choice.value; show(); });
      row.append(choice);
    } else {
      const step = stride(term);
      const digits = Math.max(0, -Math.round(Math.log10(step)));
      values[k] = Number(((term.from + term.to) / 2).toFixed(digits));
      const slider = element("input", { type: "range", id: "v" + k, min: term.from, max: term.to, step: step });
      const number = element("input", { type: "number", step: "any", "aria-label": term.name + ", exact value" });
      slider.value = values[k];
      number.value = values[k];
      slider.addEventListener("input", () => { values[k] = Number(slider.value); number.value = slider.value; show(); });
      number.addEventListener("input", () => {
        if (number.value !== "" && Number.isFinite(Number(number.value))) {
          values[k] = Number(number.value);
          slider.value = number.value;
          show();
        }
      });
      row.append(slider, number);
    }
    const points = element("output", { class: "points", for: "v" + k });
    row.append(points);
    shown[k] = points;
    form.append(row);
  });

  function line(lines, x1, y1, x2, y2, dash) {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "line");
    Object.entries({ x1, y1, x2, y2, stroke: "#d55e00", "stroke-width": 1.5, "stroke-dasharray": dash })
      .forEach(([key, value]) => drawn.setAttribute(key, value));
    lines.append(drawn);
  }

  function dot(lines, x, y) {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    Object.entries({ cx: x, cy: y, r: 4, fill: "#d55e00" }).forEach(([key, value]) => drawn.setAttribute(key, value));
    lines.append(drawn);
  }

  function show() {
    const result = calculate(values);
    const lines = document.getElementById("lines");
    lines.replaceChildren();
    DATA.terms.forEach((term, k) => {
      shown[k].textContent = result.points[k].toFixed(1) + " points";
      const x = DATA.left + DATA.width * result.points[k] / DATA.maxPoints;
      line(lines, x, DATA.pointsY, x, term.y, "3 3");
      dot(lines, x, term.y);
    });
    const x = DATA.left + DATA.width * result.total / DATA.maxTotal;
    line(lines, x, DATA.totalY, x, DATA.probabilityY, "");
    dot(lines, x, DATA.totalY);
    dot(lines, x, DATA.probabilityY);
    document.getElementById("total").textContent = result.total.toFixed(1);
    document.getElementById("label").textContent = DATA.probabilityLabel;
    document.getElementById("probability").textContent = percent(result.probability);
    document.getElementById("limits").textContent = result.limits
      ? "(95 % CI " + percent(result.limits[0]) + " to " + percent(result.limits[1]) + ")" : "";
    const outside = DATA.terms.filter((term, k) => term.kind !== "levels" && (values[k] < term.from || values[k] > term.to));
    document.getElementById("warning").textContent = outside.length === 0 ? ""
      : "Outside the axis of " + outside.map((term) => term.name).join(", ") + ": the model has not seen such cases.";
  }

  show();
}

if (typeof document !== "undefined") {
  wire();
}
