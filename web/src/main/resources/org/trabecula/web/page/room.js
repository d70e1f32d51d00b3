// Puts the page together.

import {get, post, upload, Refusal} from '/service.js';
import {Viewer} from '/viewer.js';
import {Choosing} from '/worklist.js';
import {OutlinePanel} from '/outline.js';
import {PacsPanel} from '/pacs.js';
import {PredictionPanel} from '/prediction.js';
import {SessionPanel} from '/session.js';
import {StudyPanel} from '/study.js';

const $ = id => document.getElementById(id);

// Says what was refused in the words of the room: what, where, found, expected, and one step.
function refused(problem) {
  const problems = problem instanceof Refusal ? problem.problems : [{code: '', what: problem.message, where: '', found: '', expected: '', fix: ''}];
  $('refusal').replaceChildren(...problems.map(one => {
    const box = document.createElement('div');
    box.className = 'refused';
    const what = document.createElement('b');
    what.textContent = `${one.code} ${one.what}`.trim();
    box.append(what);
    for (const [name, text] of [['where', one.where], ['found', one.found], ['expected', one.expected], ['to do', one.fix]]) {
      if (text) {
        const line = document.createElement('div');
        line.textContent = `${name}: ${text}`;
        box.append(line);
      }
    }
    return box;
  }));
}

class Room {
  constructor(about) {
    this.about = about;
    this.window = about.windows[0];
    $('about').textContent = about.model
      ? `Model ${about.model.name}: ${about.model.positive} or ${about.model.negative}, trained on ${about.model.cases} cases${about.model.synthetic ? ' that are made up' : ''}.`
      : 'Without a model: scans and outlines only.';
    $('windows').replaceChildren(...about.windows.map(window => {
      const button = document.createElement('button');
      button.textContent = window.name;
      button.setAttribute('aria-pressed', String(window === this.window));
      button.addEventListener('click', () => this.setWindow(window));
      return button;
    }));
    $('mask-opacity').addEventListener('input', () => this.viewer.setOpacity(this.viewer.mask, $('mask-opacity').value / 100));
    $('heat-opacity').addEventListener('input', () => this.viewer.setOpacity(this.viewer.heat, $('heat-opacity').value / 100));
    $('mask-file').addEventListener('change', () => this.takeMask());
    $('mask-label').addEventListener('change', () => this.chooseLabel());
    $('planes').addEventListener('keydown', event => this.key(event));
    const parts = {study: about.hasStudy, sessions: about.worklist > 0};
    if (about.hasStudy) {
      this.study = new StudyPanel(refused);
    }
    if (about.worklist > 0) {
      this.sessions = new SessionPanel(this, refused);
    }
    $('room-parts').hidden = !Object.values(parts).includes(true);
    document.querySelectorAll('[data-part]').forEach(button => {
      button.hidden = parts[button.dataset.part] === false;
      button.addEventListener('click', () => this.showPart(button.dataset.part));
    });
    this.choosing = new Choosing((scan, patient) => this.open(scan, patient), refused);
    this.choosing.refresh();
    if (about.hasPacs) {
      this.pacs = new PacsPanel(scan => {
        this.open(scan, null);
        this.choosing.refresh();
      }, refused);
    }
  }

  // The scans, or the finished study.
  showPart(part) {
    document.querySelectorAll('[data-part]').forEach(button => {
      button.setAttribute('aria-pressed', String(button.dataset.part === part));
      $(button.dataset.part).hidden = button.dataset.part !== part;
    });
    $('refusal').replaceChildren();
    if (part === 'study') {
      this.study.open();
    } else if (part === 'sessions') {
      this.sessions.open();
    }
  }

  // Shows a case of a reading session: its images alone, in the middle of the vertebra; drawing only where it is to be outlined.
  async openBlinded(read) {
    clearTimeout(this.rest); // what the planes would show of the case before
    this.showPart('reading');
    document.body.classList.add('blinded');
    document.body.classList.toggle('calling', read.step !== 'outline');
    this.scan = read.scan;
    this.prepare();
    this.drawing.isLocked = read.step !== 'outline';
    $('viewing-title').textContent = read.scan.title;
    await this.viewer.show(read.scan, this.window);
    this.viewer.hideHeat();
    await this.showMask(read.scan);
    if (read.centre && !read.scan.mask) {
      this.viewer.centreOn(read.centre);
      await this.drawing.go(read.centre[0]);
    }
    document.body.dataset.shown = read.scan.id;
  }

  // The room as it was before the session; its scan is no longer shown.
  leaveBlinded() {
    clearTimeout(this.rest);
    document.body.classList.remove('blinded', 'calling');
    if (this.drawing) {
      this.drawing.isLocked = false;
      for (const id of ['view', 'outlining']) {
        $(id).hidden = true;
      }
      $('nothing').hidden = false;
      $('viewing-title').textContent = 'Images';
    }
    this.choosing.refresh();
  }

  // NiiVue needs a canvas that is shown.
  prepare() {
    $('nothing').hidden = true;
    $('view').hidden = false;
    $('outlining').hidden = false;
    if (!this.viewer) {
      this.drawing = new OutlinePanel(mask => this.outlined(mask), refused);
      this.viewer = new Viewer($('planes'), $('where'));
      if (this.about.model) {
        this.panel = new PredictionPanel(this.about.model, this.viewer, refused);
      }
    }
  }

  async open(scan, patient) {
    $('refusal').replaceChildren();
    this.scan = scan;
    if (this.pacs) {
      this.pacs.scan = scan;
    }
    this.prepare();
    $('viewing-title').textContent = scan.title;
    $('label-field').hidden = true;
    try {
      $('outline-label').value = patient?.level ?? '';
      await this.viewer.show(scan, this.window);
      await this.showMask(scan);
      await this.panel?.open(scan, patient);
      document.body.dataset.shown = scan.id;
    } catch (problem) {
      refused(problem);
    }
  }

  async showMask(scan) {
    this.scan = scan;
    if (this.panel) {
      this.panel.scan = scan;
    }
    await this.viewer.showMask(scan.mask ? scan.mask.version : null, $('mask-opacity').value / 100);
    this.shownVersion = scan.mask?.version ?? 0;
    if (scan.mask) {
      this.viewer.centreOn(scan.mask.centre);
    }
    await this.drawing.open(scan, this.window);
    $('mask-facts').textContent = scan.mask
      ? `Region of ${scan.mask.voxels} voxels, ${(scan.mask.volumeMm3 / 1000).toFixed(1)} ml.` : 'No region yet.';
    $('scan-notes').replaceChildren(...scan.notes.map(note => {
      const item = document.createElement('li');
      item.textContent = note;
      return item;
    }));
  }

  // The outline was changed by hand. The planes follow when the hand rests: each change of their layer reads the whole region.
  outlined(mask) {
    this.scan.mask = mask;
    this.panel?.outlined(mask);
    $('download').href = `/api/scans/${this.scan.id}/mask.nii.gz`;
    $('download').hidden = !mask;
    clearTimeout(this.rest);
    const version = mask?.version ?? 0;
    if (version !== this.shownVersion) {
      this.rest = setTimeout(async () => {
        this.shownVersion = version;
        await this.viewer.showMask(mask ? version : null, $('mask-opacity').value / 100).catch(refused);
        $('mask-facts').textContent = mask ? `Region of ${mask.voxels} voxels, ${(mask.volumeMm3 / 1000).toFixed(1)} ml.` : 'No region yet.';
      }, 700);
    }
  }

  setWindow(window) {
    this.window = window;
    [...$('windows').children].forEach((button, n) => button.setAttribute('aria-pressed', String(this.about.windows[n] === window)));
    this.viewer?.setWindow(window);
    this.drawing?.setWindow(window);
  }

  async takeMask() {
    const [file] = $('mask-file').files;
    $('mask-file').value = '';
    if (!file) {
      return;
    }
    try {
      this.maskUpload = await upload([{file, name: file.name}], () => {});
      const labels = await post(`/api/scans/${this.scan.id}/labels`, {upload: this.maskUpload, label: null});
      const field = $('label-field');
      field.hidden = labels.length < 2;
      const first = document.createElement('option');
      first.value = '';
      first.textContent = 'choose one';
      $('mask-label').replaceChildren(first, ...labels.map(label => {
        const option = document.createElement('option');
        option.value = String(label.number);
        option.textContent = label.name === String(label.number) ? label.name : `${label.name} (${label.number})`;
        return option;
      }));
      if (labels.length === 1) {
        await this.takeLabel(null);
      }
    } catch (problem) {
      refused(problem);
    }
  }

  async chooseLabel() {
    if ($('mask-label').value !== '') {
      await this.takeLabel($('mask-label').value).catch(refused);
    }
  }

  async takeLabel(label) {
    await this.showMask(await post(`/api/scans/${this.scan.id}/mask`, {upload: this.maskUpload, label}));
  }

  key(event) {
    const steps = {ArrowLeft: [1, 0, 0], ArrowRight: [-1, 0, 0], ArrowUp: [0, 0, 1], ArrowDown: [0, 0, -1], PageUp: [0, 1, 0], PageDown: [0, -1, 0]};
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      this.viewer.step(...step);
    }
  }
}

try {
  new Room(await get('/api/room'));
} catch (problem) {
  refused(problem);
}
