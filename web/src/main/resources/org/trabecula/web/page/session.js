// Reading sessions: their cards, the case under way, and what came of them. The server draws, blinds, times nothing and keeps everything.

import {follow, get, post, remove} from '/service.js';
import {showDoctor, showIcc, showLabels} from '/session-results.js';
import {element} from '/words.js';

const $ = id => document.getElementById(id);
const EXPLAINED = {
  'outline-same-reader': 'Reader A outlines again, after a pause. Fills mask_intra.',
  'outline-other-reader': 'Reader B outlines the same vertebrae. Fills mask_inter.',
  'labels-reader-a': 'Reader A calls every case. Fills reader_1.',
  'labels-reader-b': 'Reader B calls the same cases, in another order. Fills reader_2.',
  consensus: 'Both look together at the cases that they called differently. Fills outcome.',
  doctor: 'A doctor calls test cases alone, then with the model’s answer. Fills doctor and doctor_with_model.',
};

function field(form, words, name, attributes) {
  const label = element('label', `${words} `, 'field');
  const input = document.createElement('input');
  Object.assign(input, {name, type: 'number', min: 0, step: 1, ...attributes});
  label.append(input);
  form.append(label);
  return input;
}

const number = input => !input || input.value === '' ? null : Number(input.value);

export class SessionPanel {
  constructor(room, refused) {
    this.room = room;
    this.refused = refused;
    $('session-call').addEventListener('submit', event => {
      event.preventDefault();
      this.record();
    });
    $('session-show').addEventListener('click', () => this.showModel());
    $('session-save').addEventListener('click', () => this.saveOutline());
    $('session-leave').addEventListener('click', () => this.leave());
    $('icc-compare').addEventListener('click', () => this.compare());
    $('icc-stop').addEventListener('click', () => remove(`/api/jobs/${this.job}`).catch(this.refused));
  }

  // Lists the sessions and what came of them.
  async open() {
    delete document.body.dataset.sessions;
    try {
      const all = await get('/api/readings');
      this.classes = {positive: all.positive, negative: all.negative, 'cannot tell': 'cannot tell'};
      $('session-cards').replaceChildren(...all.sessions.map(session => this.card(session)));
      await this.results(all);
      document.body.dataset.sessions = 'shown';
    } catch (problem) {
      this.refused(problem);
    }
  }

  // What came of the sessions that are complete.
  async results(are) {
    const shown = async (isThere, name, show, otherwise) => {
      if (isThere) {
        show($(`${name}-result`), await get(`/api/reading-results/${name}`));
      } else {
        $(`${name}-result`).replaceChildren(element('p', otherwise, 'note'));
      }
    };
    await shown(are.hasIcc, 'icc', showIcc, 'Not compared yet.');
    await shown(are.hasLabels, 'labels', showLabels, 'Told when readers A and B have called all their cases.');
    await shown(are.hasDoctor, 'doctor', showDoctor, 'Told when the doctor has called all his cases, and outcomes are known.');
  }

  card(session) {
    const card = element('article', '', 'card');
    card.dataset.kind = session.kind;
    card.append(element('h3', session.title), element('p', EXPLAINED[session.kind], 'note'));
    if (!session.isBegun) {
      card.append(this.beginning(session));
      return card;
    }
    const isDone = session.answered === session.cases;
    const facts = [
      `${session.answered} of ${session.cases} cases, ${session.patients} patients, since ${session.begun}.`,
      `Seed ${session.seed}; ${session.drawn}.`,
      session.pauseDays !== null && !isDone && session.earliest ? `A pause of ${session.pauseDays} days: earliest ${session.earliest}, by the dates of the outlines’ files.` : '',
      session.waived ? `The pause was waived on ${session.waived}.` : '',
      session.kind === 'doctor' ? (session.withModel ? `The model’s answers: ${session.prepared} of ${session.cases} are there.` : 'Without a model.') : '',
    ];
    card.append(...facts.filter(Boolean).map((fact, n) => element('p', fact, n === 0 ? '' : 'note')));
    if (session.withModel && session.prepared < session.cases) {
      card.append(this.button('Ask the model for its answers', () => this.prepare(session, card)));
    }
    if (session.waits) {
      card.append(this.waiving(session));
    } else if (!isDone) {
      const go = this.button(session.answered === 0 ? 'Start reading' : 'Go on', () => this.read(session.kind));
      go.dataset.go = session.kind;
      card.append(go);
    } else {
      card.append(element('p', 'Complete.'));
    }
    return card;
  }

  button(words, act) {
    const button = element('button', words);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }

  beginning(session) {
    const form = document.createElement('form');
    const outlines = session.kind.startsWith('outline');
    const draws = session.kind !== 'consensus';
    const patients = draws ? field(form, 'Patients', 'patients', {min: 1, placeholder: outlines ? '30' : 'all'}) : null;
    const seed = field(form, 'Seed', 'seed', {placeholder: 'drawn, and told'});
    const pause = session.kind === 'outline-same-reader' ? field(form, 'Pause, days', 'pause', {max: 3650, placeholder: '14'}) : null;
    if (draws && session.kind !== 'doctor') {
      form.append(element('p', 'If the other reader’s session has begun, its cases and its seed are taken.', 'note'));
    }
    const begin = element('button', 'Begin');
    begin.type = 'submit';
    form.append(begin);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      $('refusal').replaceChildren();
      try {
        const begun = await post('/api/readings', {kind: session.kind, patients: number(patients), seed: number(seed), pauseDays: number(pause)});
        await this.open();
        if (begun.withModel) {
          const card = document.querySelector('[data-kind=doctor]');
          await this.prepare(begun, card);
        }
      } catch (problem) {
        this.refused(problem);
      }
    });
    return form;
  }

  // A tick that is recorded with its day.
  waiving(session) {
    const form = document.createElement('form');
    const label = element('label', '', 'field');
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.required = true;
    tick.name = 'waive';
    label.append(tick, ' Outline before the pause is over; this is recorded');
    const button = element('button', 'Waive the pause');
    button.type = 'submit';
    form.append(label, button);
    form.addEventListener('submit', async event => {
      event.preventDefault();
      await post(`/api/readings/${session.kind}/without-pause`).then(() => this.open(), this.refused);
    });
    return form;
  }

  async prepare(session, card) {
    const status = element('p', '', 'note');
    status.setAttribute('role', 'status');
    card.append(status);
    try {
      const job = await post(`/api/readings/${session.kind}/model/prepare`);
      await follow(job.id, now => {
        status.textContent = now.state === 'waiting' ? `Waiting, place ${now.position}` : `The model looks at the cases: ${now.done} of ${now.items}`;
      });
      await this.open();
    } catch (problem) {
      status.remove();
      this.refused(problem);
    }
  }

  // The case that waits, or the list when there is none.
  async read(kind) {
    $('refusal').replaceChildren();
    try {
      const read = await post(`/api/readings/${kind}/next`);
      this.kind = kind;
      this.case = read;
      $('session').hidden = false;
      $('predicting').hidden = true;
      await this.room.openBlinded(read);
      this.ask(read);
      this.since = performance.now(); // the images are there: the reader's time begins
      $('session').focus({preventScroll: true});
      document.body.dataset.reading = `${kind} ${read.place} ${read.step}`;
    } catch (problem) {
      this.refused(problem);
    }
  }

  ask(read) {
    $('session-title').textContent = read.scan.title.split(', case')[0];
    $('session-place').textContent = `Case ${read.place + 1} of ${read.of}`;
    $('session-progress').value = read.place / read.of;
    const vertebra = read.level ? `vertebra ${read.level}` : 'vertebra in the crosshair';
    const tasks = {
      outline: `Outline the body of ${read.level || 'the vertebra in the crosshair'}.`,
      call: read.others.length ? `Decide together: the ${vertebra}.` : `Look at the ${vertebra} and call it.`,
      'see model': `Your call of the ${vertebra} is recorded. Now see what the model says.`,
      'call with model': `Call the ${vertebra} again, with the model’s answer in view. It may stay as it was.`,
    };
    $('session-task').textContent = tasks[read.step];
    $('session-others').hidden = read.others.length === 0;
    $('session-others').textContent = read.others.length ? `Reader A: ${this.classes[read.others[0]]}. Reader B: ${this.classes[read.others[1]]}.` : '';
    const isCall = read.step === 'call' || read.step === 'call with model';
    $('session-call').hidden = !isCall;
    $('session-show').hidden = read.step !== 'see model';
    $('session-save').hidden = read.step !== 'outline';
    $('session-shown').hidden = read.step !== 'call with model';
    if (read.step === 'call with model') {
      this.tellModel(read.seen);
    }
    if (isCall) {
      const calls = this.kind === 'doctor' ? ['positive', 'negative'] : ['positive', 'negative', 'cannot tell'];
      $('session-choices').replaceChildren(element('legend', 'Your call'), ...calls.map(call => {
        const label = document.createElement('label');
        const radio = document.createElement('input');
        Object.assign(radio, {type: 'radio', name: 'call', value: call, required: true});
        label.append(radio, ` ${this.classes[call]}`);
        return label;
      }));
    }
  }

  tellModel(seen) {
    const box = document.createElement('div');
    if (seen.probability === null) {
      box.append(element('span', seen.why));
    } else {
      const over = seen.threshold === null ? '' : `${seen.isOver ? this.classes.positive : this.classes.negative} at the cut-off ${seen.threshold.toFixed(2)}`;
      box.append(element('b', seen.probability.toFixed(2)), element('span', `${seen.model}: probability of ${this.classes.positive}`), element('span', over));
    }
    $('session-shown').replaceChildren(box);
  }

  // Records a call; the page goes on when the room has it on disk.
  async record() {
    const chosen = document.querySelector('#session-choices input:checked');
    const path = this.case.step === 'call' ? 'call' : 'call-with-model';
    await this.answered(`/api/readings/${this.kind}/${path}`, {place: this.case.place, call: chosen.value, seconds: (performance.now() - this.since) / 1000});
  }

  async saveOutline() {
    await this.room.drawing.queue; // strokes that are under way
    await this.answered(`/api/readings/${this.kind}/outline`, {place: this.case.place});
  }

  async showModel() {
    $('refusal').replaceChildren();
    $('session-show').disabled = true;
    try {
      const seen = await post(`/api/readings/${this.kind}/model`, {place: this.case.place});
      if (seen.probability === null) {
        await this.goOn(await get(`/api/readings/${this.kind}`));
        return;
      }
      this.case = {...this.case, step: 'call with model', seen};
      this.ask(this.case);
      this.since = performance.now();
      document.body.dataset.reading = `${this.kind} ${this.case.place} ${this.case.step}`;
    } catch (problem) {
      this.refused(problem);
    } finally {
      $('session-show').disabled = false;
    }
  }

  async answered(path, sent) {
    const buttons = $('session').querySelectorAll('button');
    buttons.forEach(button => button.disabled = true);
    $('refusal').replaceChildren();
    try {
      await this.goOn(await post(path, sent));
    } catch (problem) {
      this.refused(problem);
    } finally {
      buttons.forEach(button => button.disabled = false);
    }
  }

  async goOn(session) {
    if (session.answered === session.cases) {
      this.leave();
    } else if (this.kind === 'doctor' && session.withModel && this.case.step === 'call') {
      this.case = {...this.case, step: 'see model'};
      this.ask(this.case);
      document.body.dataset.reading = `${this.kind} ${this.case.place} ${this.case.step}`;
    } else {
      await this.read(this.kind);
    }
  }

  leave() {
    $('session').hidden = true;
    $('predicting').hidden = !this.room.about.model;
    this.room.leaveBlinded();
    this.room.showPart('sessions');
    delete document.body.dataset.reading;
  }

  async compare() {
    $('refusal').replaceChildren();
    $('icc-compare').disabled = true;
    $('icc-stop').hidden = false;
    try {
      const job = await post('/api/reading-results/icc');
      this.job = job.id;
      await follow(job.id, now => {
        $('icc-step').textContent = now.state === 'waiting' ? `Waiting, place ${now.position}` : `${now.step}${now.items ? `, ${now.done} of ${now.items}` : ''}`;
      });
      await this.results(await get('/api/readings'));
    } catch (problem) {
      this.refused(problem);
    } finally {
      $('icc-compare').disabled = false;
      $('icc-stop').hidden = true;
      $('icc-step').textContent = '';
    }
  }
}
