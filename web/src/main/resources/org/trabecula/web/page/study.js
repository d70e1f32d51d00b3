// A finished study: its cases in a table with filters, two of them side by side.

import {get} from '/service.js';

const $ = id => document.getElementById(id);
const MOST = 500; // more rows than anybody reads; the filters find the others
const KINDS = {crossfit: 'cross-fitted', test: 'test', 'in-sample': 'in-sample'};

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) {
    made.className = className;
  }
  return made;
}

function option(value) {
  const made = element('option', value);
  made.value = value;
  return made;
}

// The score by which a model is judged: of a training case the cross-fitted one, of a test case the final model's; never an in-sample one.
function judged(one, model) {
  return one.scores.find(score => score.model === model && score.kind !== 'in-sample');
}

function judgement(score) {
  if (score.kind === 'in-sample') {
    return 'fitted to this case: not judged';
  }
  if (score.right === null) {
    return score.distance === null ? 'no cut-off' : 'between the folds’ cut-offs';
  }
  return `${score.right ? 'right' : 'wrong'}${score.confident ? ', confident' : ''}`;
}

const FITTING = {
  all: () => true,
  right: score => score?.right === true,
  wrong: score => score?.right === false,
  confident: score => score?.right === false && score.confident,
  uncalled: score => !score || score.right === null,
};

function cutoff(model) {
  if (model.cutoffFrom === null || model.cutoffTo === null) {
    return '–';
  }
  const [from, to] = [model.cutoffFrom.toFixed(3), model.cutoffTo.toFixed(3)];
  return from === to ? from : `${from} to ${to}`;
}

export class StudyPanel {
  constructor(refused) {
    this.refused = refused;
    this.chosen = []; // at most two cases, the last chosen last
    for (const id of ['study-model', 'study-part', 'study-judgement']) {
      $(id).addEventListener('change', () => this.list());
    }
  }

  // Reads the study once; afterwards it is there.
  async open() {
    if (this.about) {
      return;
    }
    try {
      const [about, cases] = await Promise.all([get('/api/run'), get('/api/run/cases')]);
      this.about = about;
      this.cases = cases;
    } catch (problem) {
      this.refused(problem);
      return;
    }
    const about = this.about;
    $('study-title').textContent = `Study ${about.title}`;
    $('study-facts').textContent = `Preset ${about.preset}; ${about.train} training and ${about.test} test cases, ${about.positive} or ${about.negative}.`
      + (about.synthetic ? ' The patients are made up.' : '');
    $('study-report').hidden = !about.report;
    if (about.report) {
      $('study-report').href = about.report;
    }
    $('study-notes').replaceChildren(...[about.warning, ...about.notes].filter(Boolean).map(note => element('li', note)));
    const models = [...new Set(about.models.map(model => model.model))];
    $('study-model').replaceChildren(...models.map(option));
    $('study-model').value = models.includes('nomogram') ? 'nomogram' : models[0];
    this.list();
    document.body.dataset.study = 'shown';
  }

  list() {
    const model = $('study-model').value;
    const part = $('study-part').value;
    const fits = FITTING[$('study-judgement').value];
    const fitting = this.cases.filter(one => (part === 'all' || one.part === part) && fits(judged(one, model)));
    $('study-count').textContent = `${fitting.length} of ${this.cases.length} cases${fitting.length > MOST ? `, the first ${MOST} are listed` : ''}.`;
    $('study-cutoffs').textContent = this.about.models.filter(one => one.model === model && one.kind !== 'in-sample')
      .map(one => `${KINDS[one.kind]}: ${one.cases} cases, cut-off ${cutoff(one)}`).join('; ') || 'This model has in-sample scores alone: nothing is judged.';
    $('study-cases').replaceChildren(...fitting.slice(0, MOST).map(one => this.row(one, judged(one, model))));
  }

  row(one, score) {
    const row = document.createElement('tr');
    const show = element('button', one.caseId);
    show.type = 'button';
    show.addEventListener('click', () => this.choose(one));
    const name = document.createElement('td');
    name.append(show);
    row.append(name, ...[one.part, one.outcome, one.level ?? '–', one.age ?? '–', one.sex ?? '–'].map(text => element('td', text)));
    row.append(element('td', score ? score.score.toFixed(3) : '–', 'number'), element('td', score ? KINDS[score.kind] : 'no score to judge by'),
      element('td', score?.called ?? '–'), element('td', score ? judgement(score) : '–'));
    return row;
  }

  // The two that were chosen last.
  choose(one) {
    this.chosen = [...this.chosen.filter(other => other !== one), one].slice(-2);
    $('study-nothing').hidden = true;
    $('study-pair').replaceChildren(...this.chosen.map(shown => this.card(shown)));
  }

  card(one) {
    const card = document.createElement('article');
    card.append(element('h3', one.caseId),
      element('p', [`${one.outcome}, ${one.part} case`, one.level, one.age && `${one.age} years`, one.sex].filter(Boolean).join(', '), 'note'));
    if (one.hasCrop) {
      const crop = document.createElement('img');
      crop.src = `/api/run/cases/${one.n}/crop.png`;
      crop.alt = `Crop of ${one.caseId}, as the network sees it`;
      card.append(crop);
    } else {
      card.append(element('p', 'The run’s folder holds no picture of it.', 'note'));
    }
    const table = document.createElement('table');
    const head = document.createElement('tr');
    for (const [text, className] of [['Model'], ['Score', 'number'], ['Kind'], ['Cut-off', 'number'], ['Call'], ['Judgement']]) {
      const cell = element('th', text, className);
      cell.scope = 'col';
      head.append(cell);
    }
    const top = document.createElement('thead');
    top.append(head);
    const body = document.createElement('tbody');
    for (const score of one.scores) {
      const row = document.createElement('tr');
      row.className = score.kind === 'in-sample' ? 'in-sample' : '';
      const model = this.about.models.find(about => about.model === score.model && about.kind === score.kind);
      row.append(element('td', score.model), element('td', score.score.toFixed(3), 'number'), element('td', KINDS[score.kind]),
        element('td', cutoff(model), 'number'), element('td', score.called ?? '–'), element('td', judgement(score)));
      body.append(row);
    }
    table.append(top, body);
    const scroll = document.createElement('div');
    scroll.className = 'scroll';
    scroll.append(table);
    card.append(scroll);
    return card;
  }
}
