// The list of cases, of open scans, and the place where files are dropped.

import {get, post, remove, upload} from '/service.js';

const $ = id => document.getElementById(id);

// What was dropped or chosen, as files with their names in the folder.
async function dropped(event) {
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(Boolean);
  const files = [];
  for (const entry of entries) {
    await collect(entry, '', files);
  }
  return files;
}

async function collect(entry, folder, files) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    files.push({file, name: folder + entry.name});
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a reader gives a hundred entries at a time
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return;
    }
    for (const one of some) {
      await collect(one, `${folder}${entry.name}/`, files);
    }
  }
}

const chosen = input => [...input.files].map(file => ({file, name: file.webkitRelativePath || file.name}));

export class Choosing {
  constructor(opened, refused) {
    this.opened = opened;
    this.refused = refused;
    this.cases = [];
    const drop = $('drop');
    drop.addEventListener('dragover', event => {
      event.preventDefault();
      drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', async event => {
      event.preventDefault();
      drop.classList.remove('over');
      this.take(await dropped(event));
    });
    for (const id of ['files', 'folder']) {
      $(id).addEventListener('change', () => {
        this.take(chosen($(id)));
        $(id).value = '';
      });
    }
    $('find').addEventListener('input', () => this.list());
  }

  say(text) {
    $('status').textContent = text;
  }

  async take(files) {
    if (files.length === 0) {
      return;
    }
    try {
      const id = await upload(files, (done, all) => this.say(`Uploading, ${done} of ${all} files`));
      this.say('Reading the scan');
      const title = files.length === 1 ? files[0].name : files[0].name.split('/')[0];
      const scan = await post('/api/scans', {upload: id, title});
      this.say(`${title} is open.`);
      this.opened(scan, null);
      this.refresh();
    } catch (problem) {
      this.say('');
      this.refused(problem);
    }
  }

  async refresh() {
    try {
      const [scans, cases] = await Promise.all([get('/api/scans'), get('/api/cases')]);
      this.cases = cases;
      $('open-scans').hidden = scans.length === 0;
      $('open-list').replaceChildren(...scans.map(scan => this.openScan(scan)));
      $('worklist').hidden = cases.length === 0;
      this.list();
    } catch (problem) {
      this.refused(problem);
    }
  }

  openScan(scan) {
    const item = document.createElement('li');
    const show = document.createElement('button');
    show.textContent = scan.title;
    show.addEventListener('click', () => this.opened(scan, this.cases[scan.row] ?? null));
    const close = document.createElement('button');
    close.textContent = 'Close';
    close.setAttribute('aria-label', `Close ${scan.title}`);
    close.addEventListener('click', async () => {
      try {
        await remove(`/api/scans/${scan.id}`);
        this.refresh();
      } catch (problem) {
        this.refused(problem);
      }
    });
    item.append(show, close);
    return item;
  }

  list() {
    const wanted = $('find').value.toLowerCase();
    const MOST = 500; // more rows than anybody reads; the search finds the others
    const fitting = this.cases.filter(one => one.caseId.toLowerCase().includes(wanted) || one.level.toLowerCase().includes(wanted));
    $('cases').replaceChildren(...fitting.slice(0, MOST).map(one => {
      const row = document.createElement('tr');
      const name = document.createElement('td');
      const show = document.createElement('button');
      show.textContent = one.caseId;
      show.disabled = !one.hasImage;
      show.title = one.hasImage ? '' : 'the image is not there';
      show.addEventListener('click', () => this.openCase(one));
      name.append(show);
      const level = document.createElement('td');
      level.textContent = one.level;
      const mask = document.createElement('td');
      mask.textContent = one.hasMask ? 'yes' : '–';
      row.append(name, level, mask);
      return row;
    }));
  }

  async openCase(one) {
    try {
      this.say(`Reading ${one.caseId}`);
      const scan = await post(`/api/cases/${one.row}/open`);
      this.say(`${one.caseId} is open.`);
      this.opened(scan, one);
      this.refresh();
    } catch (problem) {
      this.say('');
      this.refused(problem);
    }
  }
}
