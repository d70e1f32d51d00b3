// The PACS beside the room: its CT series without their patients; one is opened, an outline or a result is sent.

import {follow, get, post, remove} from '/service.js';

const $ = id => document.getElementById(id);

export class PacsPanel {
  constructor(opened, refused) {
    this.opened = opened;
    this.refused = refused;
    $('pacs').hidden = false;
    $('pacs-send').hidden = false;
    $('pacs-report').hidden = false;
    $('pacs-report').addEventListener('click', () => this.report());
    $('pacs-search').addEventListener('submit', event => {
      event.preventDefault();
      this.list();
    });
    $('pacs-stop').addEventListener('click', () => remove(`/api/jobs/${this.job}`).catch(this.refused));
    $('pacs-send').addEventListener('click', () => this.send());
  }

  say(text) {
    $('pacs-status').textContent = text;
  }

  // One request at a time: while something is under way nothing else of the PACS can be asked for.
  async busy(work) {
    const buttons = [$('pacs-list'), $('pacs-send'), $('pacs-report'), ...$('pacs-series').querySelectorAll('button')];
    const enabled = buttons.filter(button => !button.disabled);
    $('refusal').replaceChildren();
    enabled.forEach(button => button.disabled = true);
    try {
      await work();
    } catch (problem) {
      this.say('');
      this.refused(problem);
    } finally {
      enabled.forEach(button => button.disabled = false);
      $('pacs-stop').hidden = true;
    }
  }

  list() {
    return this.busy(async () => {
      this.say('Asking the PACS');
      const day = $('pacs-day').value;
      const found = await get(`/api/pacs/series${day ? `?day=${encodeURIComponent(day)}` : ''}`);
      this.say(found.isCut ? `The first ${found.series.length} series; there are more: give a date.` : `${found.series.length} series.`);
      $('pacs-found').hidden = found.series.length === 0;
      $('pacs-series').replaceChildren(...found.series.map(series => this.row(series)));
    });
  }

  row(series) {
    const row = document.createElement('tr');
    const name = document.createElement('td');
    const open = document.createElement('button');
    open.textContent = series.description || 'no description';
    open.setAttribute('aria-label', `Open ${open.textContent}, ${series.studyDate ?? 'no date'}`);
    open.addEventListener('click', () => this.open(series));
    name.append(open);
    const cells = [series.studyDate ?? '–', series.modality, series.images ?? '–'].map(text => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    });
    cells[2].className = 'number';
    row.append(name, ...cells);
    return row;
  }

  open(series) {
    return this.busy(async () => {
      const scan = await this.follow(await post(`/api/pacs/series/${series.id}/open`));
      this.say(scan ? `${scan.title} is open.` : 'Stopped.');
      if (scan) {
        this.opened(scan);
      }
    });
  }

  send() {
    return this.busy(async () => {
      const wanted = {role: $('role').value, label: $('outline-label').value};
      const saved = await this.follow(await post(`/api/scans/${this.scan.id}/outline/pacs`, wanted));
      $('saved').textContent = saved ? `Saved ${saved.mask} and stored in the PACS. ${saved.way}, ${saved.seconds} s. ${saved.notes.join(' ')}` : '';
      this.say(saved ? 'The outline is in the PACS.' : 'Stopped.');
    });
  }

  // The prediction that is shown, with its outline: three objects beside the images.
  report() {
    return this.busy(async () => {
      $('pacs-reported').textContent = '';
      const wanted = {role: $('role').value, label: $('outline-label').value};
      const sent = await this.follow(await post(`/api/scans/${this.scan.id}/prediction/pacs`, wanted));
      $('pacs-reported').textContent = sent ? `In the PACS: ${sent.stored.join(', ')}.` : '';
      this.say(sent ? 'The result is in the PACS.' : 'Stopped.');
    });
  }

  follow(job) {
    this.job = job.id;
    $('pacs-stop').hidden = false;
    return follow(job.id, now => this.say(now.state === 'waiting'
      ? `Waiting, place ${now.position}` : `${now.step || 'working'}${now.done ? `, ${now.done}${now.items ? ` of ${now.items}` : ''} images` : ''}`));
  }
}
