// Drawing on one slice. The page sends what the hand did; the server paints, keeps it, and says which pixels are drawn now.

import {get, post} from '/service.js';

const $ = id => document.getElementById(id);
const DRAWN = [255, 190, 60];
const PROPOSED = [80, 200, 255];
const SEED_IN = 'rgba(80, 220, 120, 0.85)';
const SEED_OUT = 'rgba(255, 90, 90, 0.85)';
const PROPOSALS = {'filled between': 'what lies between the slices', started: 'a start from the box', refined: 'the edge sought anew'};
const HEIGHT = 'rgb(120, 230, 255)';
const HINT = 'rgba(255, 255, 255, 0.5)';
const SMALLEST_MM = 0.5;
const LARGEST_MM = 20;

export class OutlinePanel {
  constructor(changed, refused) {
    this.changed = changed;
    this.refused = refused;
    this.canvas = $('slice');
    this.tool = 'PEN';
    this.radiusMm = 2;
    this.points = null;
    this.seeds = [];
    this.queue = Promise.resolve();
    this.images = new Map();
    for (const button of document.querySelectorAll('[data-tool]')) {
      button.addEventListener('click', () => this.setTool(button.dataset.tool));
    }
    for (const button of document.querySelectorAll('[data-step]')) {
      button.addEventListener('click', () => this.step(button.dataset.step));
    }
    $('measure').addEventListener('click', () => this.measure());
    $('refine').addEventListener('click', () => this.refine());
    $('brush').addEventListener('input', () => this.setRadius(Number($('brush').value)));
    $('slice-number').addEventListener('input', () => this.go(Number($('slice-number').value)));
    $('closer').addEventListener('click', () => this.zoom(1.4));
    $('farther').addEventListener('click', () => this.zoom(1 / 1.4));
    $('save').addEventListener('submit', event => {
      event.preventDefault();
      this.save();
    });
    this.canvas.addEventListener('pointerdown', event => this.down(event));
    this.canvas.addEventListener('pointermove', event => this.move(event));
    this.canvas.addEventListener('pointerup', event => this.up(event));
    this.canvas.addEventListener('pointerleave', () => {
      this.pointer = null;
      this.paint();
    });
    this.canvas.addEventListener('contextmenu', event => event.preventDefault());
    this.canvas.addEventListener('wheel', event => this.wheel(event), {passive: false});
    this.canvas.addEventListener('keydown', event => this.key(event));
    new ResizeObserver(() => this.fit(false)).observe(this.canvas);
  }

  // A scan was opened, or its outline came from a file.
  async open(scan, window) {
    this.scan = scan;
    this.window = window;
    this.plane = scan.planes[0];
    this.images.clear();
    this.seeds = [];
    this.forgetHeights();
    $('slice-number').max = this.plane.slices - 1;
    $('outline-label').value = $('outline-label').value || '';
    $('saved').textContent = '';
    this.fit(true);
    await this.go(scan.mask ? scan.mask.centre[0] : Math.floor(this.plane.slices / 2));
    if (this.outline?.mask) {
      this.closeUp();
    }
  }

  setWindow(window) {
    this.window = window;
    this.images.clear();
    this.show();
  }

  // The whole slice in the middle of the canvas.
  fit(anew) {
    const ratio = globalThis.devicePixelRatio || 1;
    const width = Math.round(this.canvas.clientWidth * ratio);
    const height = Math.round(this.canvas.clientHeight * ratio);
    if (!this.plane || width === 0 || (!anew && width === this.canvas.width && height === this.canvas.height)) {
      return;
    }
    this.canvas.width = width;
    this.canvas.height = height;
    const across = this.plane.columns * this.plane.columnMm;
    const down = this.plane.rows * this.plane.rowMm;
    this.perMm = Math.min(width / across, height / down);
    this.leftMm = (across - width / this.perMm) / 2;
    this.topMm = (down - height / this.perMm) / 2;
    this.paint();
  }

  // The region with some room around it.
  closeUp() {
    const runs = this.outline.drawn;
    if (runs.length === 0) {
      return;
    }
    let left = Infinity, right = 0, top = Infinity, bottom = 0;
    for (let n = 0; n < runs.length; n += 2) {
      const row = Math.floor(runs[n] / this.plane.columns);
      const column = runs[n] % this.plane.columns;
      left = Math.min(left, column);
      right = Math.max(right, column + runs[n + 1]);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row + 1);
    }
    const AROUND_MM = 25;
    const across = (right - left) * this.plane.columnMm + 2 * AROUND_MM;
    const down = (bottom - top) * this.plane.rowMm + 2 * AROUND_MM;
    this.perMm = Math.min(this.canvas.width / across, this.canvas.height / down);
    this.leftMm = (left + right) / 2 * this.plane.columnMm - this.canvas.width / this.perMm / 2;
    this.topMm = (top + bottom) / 2 * this.plane.rowMm - this.canvas.height / this.perMm / 2;
    this.paint();
  }

  zoom(factor, x = this.canvas.width / 2, y = this.canvas.height / 2) {
    const mmX = this.leftMm + x / this.perMm;
    const mmY = this.topMm + y / this.perMm;
    this.perMm = Math.max(0.5, Math.min(60, this.perMm * factor));
    this.leftMm = mmX - x / this.perMm;
    this.topMm = mmY - y / this.perMm;
    this.paint();
  }

  async go(slice) {
    this.slice = Math.max(0, Math.min(this.plane.slices - 1, slice));
    $('slice-number').value = this.slice;
    $('slice-shown').textContent = `${this.slice + 1} of ${this.plane.slices}`;
    await this.show();
  }

  // Fetches the slice and what is drawn on it; only the newest answer counts.
  async show() {
    const mine = this.asked = (this.asked ?? 0) + 1;
    try {
      const [image, outline] = await Promise.all([this.image(this.slice), get(`/api/scans/${this.scan.id}/outline/sagittal/${this.slice}`)]);
      if (mine === this.asked) {
        this.picture = image;
        this.take(outline);
        this.image(this.slice + 1).catch(() => {}); // the next one is likely to be wanted
      }
    } catch (problem) {
      this.refused(problem);
    }
  }

  async image(slice) {
    if (slice >= this.plane.slices) {
      return null;
    }
    if (!this.images.has(slice)) {
      const MOST_KEPT = 64;
      if (this.images.size >= MOST_KEPT) {
        this.images.delete(this.images.keys().next().value);
      }
      const {lowHu, highHu} = this.window;
      this.images.set(slice, fetch(`/api/scans/${this.scan.id}/slices/sagittal/${slice}?low=${lowHu}&high=${highHu}`)
        .then(response => response.blob()).then(blob => createImageBitmap(blob)));
    }
    return this.images.get(slice);
  }

  take(outline) {
    this.outline = outline;
    if (this.heights && this.heights.version !== outline.mask?.version) {
      this.forgetHeights(); // of an outline that is no more
    }
    $('measure').disabled = !outline.mask;
    this.layer = this.coloured(outline.drawn, DRAWN);
    this.proposed = outline.proposal ? this.coloured(outline.proposed, PROPOSED) : null;
    $('undo').disabled = outline.undoable === 0;
    $('redo').disabled = outline.redoable === 0;
    $('between').disabled = outline.slices.length < 2;
    $('refine').disabled = !outline.mask;
    $('save-button').disabled = !outline.mask;
    $('proposal').hidden = !outline.proposal;
    $('proposal-words').textContent = outline.proposal ? `Proposed in blue: ${PROPOSALS[outline.proposal] ?? outline.proposal}.` : '';
    $('outline-facts').textContent = outline.mask
      ? `${outline.mask.voxels} voxels, ${(outline.mask.volumeMm3 / 1000).toFixed(1)} ml on ${outline.slices.length} slices, ${outline.byHand.length} of them by hand.`
      : 'Nothing is drawn yet.';
    this.paint();
    this.changed(outline.mask);
  }

  coloured(runs, colour) {
    const image = new ImageData(this.plane.columns, this.plane.rows);
    for (let n = 0; n < runs.length; n += 2) {
      for (let pixel = runs[n]; pixel < runs[n] + runs[n + 1]; pixel++) {
        image.data.set([...colour, 255], 4 * pixel);
      }
    }
    const layer = new OffscreenCanvas(this.plane.columns, this.plane.rows);
    layer.getContext('2d').putImageData(image, 0, 0);
    return layer;
  }

  paint() {
    if (!this.picture) {
      return;
    }
    const context = this.canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const x = -this.leftMm * this.perMm;
    const y = -this.topMm * this.perMm;
    const width = this.plane.columns * this.plane.columnMm * this.perMm;
    const height = this.plane.rows * this.plane.rowMm * this.perMm;
    context.imageSmoothingEnabled = true;
    context.drawImage(this.picture, x, y, width, height);
    context.imageSmoothingEnabled = false; // a region ends where a voxel ends
    context.globalAlpha = 0.4;
    if (this.layer) {
      context.drawImage(this.layer, x, y, width, height);
    }
    if (this.proposed) {
      context.drawImage(this.proposed, x, y, width, height);
    }
    context.globalAlpha = 1;
    this.paintStroke(context);
  }

  paintStroke(context) {
    const place = ([column, row]) => [(column + 0.5) * this.plane.columnMm * this.perMm - this.leftMm * this.perMm,
      (row + 0.5) * this.plane.rowMm * this.perMm - this.topMm * this.perMm];
    const erases = this.tool === 'ERASER' || this.tool === 'CUT';
    context.lineJoin = context.lineCap = 'round';
    if (this.heights?.slice === this.slice) {
      context.strokeStyle = HEIGHT;
      context.lineWidth = 2.5;
      for (const [column, row, columnTo, rowTo] of this.heights.lines) {
        context.beginPath();
        context.moveTo(...place([column, row]));
        context.lineTo(...place([columnTo, rowTo]));
        context.stroke();
      }
    }
    for (const seed of this.seeds.filter(one => one.slice === this.slice)) {
      context.strokeStyle = seed.tool === 'ERASER' ? SEED_OUT : SEED_IN;
      context.lineWidth = 2 * seed.radiusMm * this.perMm;
      context.beginPath();
      for (let n = 0; n < seed.points.length; n += 2) {
        const at = place([seed.points[n], seed.points[n + 1]]);
        n === 0 ? context.moveTo(...at) : context.lineTo(...at);
      }
      context.stroke();
    }
    if (this.points && this.tool === 'BOX') {
      const [x0, y0] = place(this.points[0]);
      const [x1, y1] = place(this.points[this.points.length - 1]);
      context.strokeStyle = HINT;
      context.lineWidth = 2;
      context.strokeRect(x0, y0, x1 - x0, y1 - y0);
    } else if (this.points) {
      context.strokeStyle = erases ? 'rgba(255, 80, 80, 0.55)' : `rgba(${DRAWN.join(', ')}, 0.55)`;
      context.fillStyle = context.strokeStyle;
      context.lineJoin = context.lineCap = 'round';
      context.lineWidth = this.isBrush() ? 2 * this.radiusMm * this.perMm : 2;
      context.beginPath();
      this.points.forEach((point, n) => n === 0 ? context.moveTo(...place(point)) : context.lineTo(...place(point)));
      if (this.isBrush()) {
        if (this.points.length === 1) {
          context.lineTo(...place(this.points[0]));
        }
        context.stroke();
      } else {
        context.closePath();
        context.fill();
      }
    }
    if (this.pointer && this.isBrush()) {
      context.strokeStyle = HINT;
      context.lineWidth = 1.5;
      context.beginPath();
      context.arc(...place(this.pointer), this.radiusMm * this.perMm, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  isBrush() {
    return ['PEN', 'ERASER', 'SEED_IN', 'SEED_OUT'].includes(this.tool);
  }

  // Column and row under the pointer; whole numbers are the centres of pixels.
  at(event) {
    const ratio = globalThis.devicePixelRatio || 1;
    const box = this.canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) * ratio;
    const y = (event.clientY - box.top) * ratio;
    return [(this.leftMm + x / this.perMm) / this.plane.columnMm - 0.5, (this.topMm + y / this.perMm) / this.plane.rowMm - 0.5];
  }

  down(event) {
    this.canvas.focus();
    if (this.isLocked && event.button === 0) {
      return; // a slice to look at
    }
    this.canvas.setPointerCapture(event.pointerId);
    if (event.button === 1 || event.button === 2) {
      this.dragged = [event.clientX, event.clientY];
      return;
    }
    this.points = [this.at(event)];
    this.paint();
  }

  move(event) {
    this.pointer = this.at(event);
    if (this.dragged) {
      const ratio = globalThis.devicePixelRatio || 1;
      this.leftMm -= (event.clientX - this.dragged[0]) * ratio / this.perMm;
      this.topMm -= (event.clientY - this.dragged[1]) * ratio / this.perMm;
      this.dragged = [event.clientX, event.clientY];
    } else if (this.points) {
      const between = event.getCoalescedEvents?.() ?? []; // where the hand was since the last picture
      for (const one of between.length ? between : [event]) {
        this.points.push(this.at(one));
      }
    }
    this.paint();
  }

  up(event) {
    this.dragged = null;
    if (!this.points) {
      return;
    }
    const points = this.points;
    const last = this.at(event);
    points.push(last);
    this.points = null;
    if (this.tool === 'BOX') {
      const [columnFrom, rowFrom] = points[0];
      this.ask('start', {slice: this.slice, columnFrom, rowFrom, columnTo: last[0], rowTo: last[1]});
    } else if (this.tool.startsWith('SEED')) {
      this.seeds.push({plane: 'sagittal', slice: this.slice, tool: this.tool === 'SEED_IN' ? 'PEN' : 'ERASER', points: points.flat(), radiusMm: this.radiusMm});
    } else if (this.isBrush() || points.length >= 3) {
      this.send({plane: 'sagittal', slice: this.slice, tool: this.tool, points: points.flat(), radiusMm: this.isBrush() ? this.radiusMm : 0});
    }
    this.paint();
  }

  // Strokes are sent one after the other, in the order in which they were drawn.
  send(stroke) {
    this.queue = this.queue.then(async () => {
      try {
        const outline = await post(`/api/scans/${this.scan.id}/outline/strokes`, stroke);
        if (stroke.slice === this.slice) {
          this.take(outline);
        }
      } catch (problem) {
        this.refused(problem);
      }
    });
  }

  // Three heights of the body, drawn where they were measured.
  async measure() {
    try {
      const found = await get(`/api/scans/${this.scan.id}/heights`);
      this.heights = found;
      const mm = value => value.toFixed(1);
      const percent = value => `${(100 * Math.max(0, value)).toFixed(0)} %`;
      $('heights').textContent = `Heights: anterior ${mm(found.anteriorMm)} mm, middle ${mm(found.middleMm)} mm, posterior ${mm(found.posteriorMm)} mm. `
        + `Loss against the posterior height: anterior ${percent(found.anteriorLoss)}, middle ${percent(found.middleLoss)}. Genant grade ${found.grade} by these heights alone. `
        + 'An estimate from the outline; a body that is lower at the back as well is graded too low.';
      await this.go(found.slice);
    } catch (problem) {
      this.forgetHeights();
      this.refused(problem);
    }
  }

  forgetHeights() {
    this.heights = null;
    $('heights').textContent = '';
  }

  step(name) {
    if (name === 'accept' || name === 'clear') {
      this.seeds = []; // what they were for is done
    }
    this.ask(name, {plane: 'sagittal', slice: this.slice});
  }

  refine() {
    this.ask('refine', {slice: this.slice, seeds: this.seeds});
  }

  ask(name, words) {
    this.queue = this.queue.then(async () => {
      try {
        this.take(await post(`/api/scans/${this.scan.id}/outline/${name}`, words));
      } catch (problem) {
        this.refused(problem);
      }
    });
  }

  async save() {
    try {
      const saved = await post(`/api/scans/${this.scan.id}/outline/save`, {role: $('role').value, label: $('outline-label').value});
      $('saved').textContent = `Saved ${saved.mask}${saved.dicom ? ` and ${saved.dicom}` : ''}${saved.manifest ? `; ${saved.manifest} names it` : ''}. `
        + `${saved.way}, ${saved.seconds} s. ${saved.notes.join(' ')}`;
    } catch (problem) {
      this.refused(problem);
    }
  }

  setTool(tool) {
    this.tool = tool;
    for (const button of document.querySelectorAll('[data-tool]')) {
      button.setAttribute('aria-pressed', String(button.dataset.tool === tool));
    }
    this.paint();
  }

  setRadius(mm) {
    this.radiusMm = Math.max(SMALLEST_MM, Math.min(LARGEST_MM, mm));
    $('brush').value = this.radiusMm;
    $('brush-shown').textContent = `${this.radiusMm.toFixed(1)} mm`;
    this.paint();
  }

  wheel(event) {
    event.preventDefault();
    if (event.ctrlKey || event.shiftKey) {
      const ratio = globalThis.devicePixelRatio || 1;
      const box = this.canvas.getBoundingClientRect();
      const away = event.deltaY || event.deltaX;
      this.zoom(away < 0 ? 1.15 : 1 / 1.15, (event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio);
    } else {
      this.go(this.slice + Math.sign(event.deltaY));
    }
  }

  key(event) {
    const ctrl = event.ctrlKey || event.metaKey;
    const keys = {
      p: () => this.setTool('PEN'), e: () => this.setTool('ERASER'), f: () => this.setTool('POLYGON'), c: () => this.setTool('CUT'),
      x: () => this.setTool('BOX'), i: () => this.setTool('SEED_IN'), o: () => this.setTool('SEED_OUT'), r: () => this.refine(),
      z: () => this.step(event.shiftKey ? 'redo' : 'undo'), y: () => this.step('redo'), b: () => this.step('between'),
      enter: () => this.step('accept'), escape: () => this.step('discard'), '[': () => this.setRadius(this.radiusMm - 0.5),
      ']': () => this.setRadius(this.radiusMm + 0.5), arrowleft: () => this.go(this.slice - 1), arrowright: () => this.go(this.slice + 1),
      arrowup: () => this.go(this.slice + 1), arrowdown: () => this.go(this.slice - 1), '+': () => this.zoom(1.25), '-': () => this.zoom(0.8),
      0: () => this.fit(true),
    };
    const name = event.key.toLowerCase();
    if (ctrl && name !== 'z' && name !== 'y') {
      return;
    }
    const act = keys[name];
    const looks = name.startsWith('arrow') || ['+', '-', '0'].includes(name);
    if (act && (looks || !this.isLocked)) {
      event.preventDefault();
      act();
    }
  }
}
