// The panel of a prediction: the patient, the job, the answer with its reasons and doubts.

import {get, post, remove, follow} from '/service.js';
import {drawNomogram} from '/nomogram.js';

const $ = id => document.getElementById(id);
const NAMES = {age: 'Age', sex: 'Sex', hcr: 'Radiomics', dtl: 'Network', fusion: 'Fusion', 'late-fusion': 'Late fusion', nomogram: 'Nomogram', 'age-sex': 'Age and sex'};
const named = term => NAMES[term] ?? term;
const list = (element, lines) => element.replaceChildren(...lines.map(line => {
  const item = document.createElement('li');
  item.textContent = line;
  return item;
}));

// An age that the model's nomogram has no place for.
const beyond = (reasons, age) => {
  const axis = reasons.nomogram.axes.find(one => one.variable === 'age');
  const ages = axis ? axis.ticks.map(tick => tick.value) : [];
  return ages.length && (age < Math.min(...ages) || age > Math.max(...ages))
    ? ` ${age} years lie beyond the nomogram’s axis (${Math.min(...ages)} to ${Math.max(...ages)}): a guess.` : '';
};

export class PredictionPanel {
  constructor(model, viewer, refused) {
    this.model = model;
    this.viewer = viewer;
    this.refused = refused;
    this.job = null;
    this.asked = 0;
    $('predicting').hidden = false;
    $('patient').addEventListener('submit', event => {
      event.preventDefault();
      this.predict();
    });
    $('stop').addEventListener('click', () => this.job && remove(`/api/jobs/${this.job}`).catch(this.refused));
    $('age-slider').addEventListener('input', () => this.whatIf());
    for (const radio of document.querySelectorAll('#sex-field input')) {
      radio.addEventListener('change', () => this.whatIf());
    }
    $('what-if').addEventListener('reset', event => {
      event.preventDefault();
      this.asPredicted(this.prediction);
    });
    // On paper stands what was predicted, for the patient that is named there, and nothing that the sliders asked.
    globalThis.addEventListener('beforeprint', () => this.prediction && this.asPredicted(this.prediction));
    $('print').addEventListener('click', () => window.print());
    $('age-field').hidden = !model.takesAge;
    $('sex-field').hidden = !model.takesSex;
  }

  // A scan was opened: its patient, and its last prediction, if it has one.
  async open(scan, patient) {
    this.scan = scan;
    $('result').hidden = true;
    if (patient) {
      $('age').value = patient.ageYears ?? '';
      $('sex').value = patient.sex ?? '';
    }
    $('heat-field').hidden = true;
    if (scan.isPredicted) {
      await get(`/api/scans/${scan.id}/prediction`).then(last => this.show(last), this.refused);
    }
  }

  // The outline was changed: is the prediction that is shown of another one?
  outlined(mask) {
    this.scan.mask = mask;
    if (this.prediction && !$('result').hidden) {
      this.warn(this.prediction);
    }
  }

  warn(prediction) {
    const old = this.scan.mask && this.scan.mask.version !== prediction.maskVersion;
    list($('warnings'), [...(old ? ['The outline has changed since this prediction was made.'] : []), ...prediction.warnings]);
  }

  async predict() {
    const age = $('age').value;
    $('predict').disabled = true;
    $('stop').hidden = false;
    $('job').hidden = false;
    $('result').hidden = true;
    try {
      const job = await post(`/api/scans/${this.scan.id}/prediction`, {
        ageYears: age === '' ? null : Number(age), sex: $('sex').value === '' ? null : $('sex').value, centre: null,
      });
      this.job = job.id;
      const result = await follow(job.id, now => this.progress(now));
      if (result) {
        this.show(result);
      }
    } catch (problem) {
      this.refused(problem);
    } finally {
      this.job = null;
      $('predict').disabled = false;
      $('stop').hidden = true;
      $('job').hidden = true;
    }
  }

  progress(job) {
    if (job.state === 'waiting') {
      $('step').textContent = `waits, number ${job.position} in the queue`;
      $('progress').removeAttribute('value');
    } else {
      $('step').textContent = job.items ? `${job.step}, ${job.done} of ${job.items}` : job.step;
      if (job.items) {
        $('progress').value = job.done / job.items;
      } else {
        $('progress').removeAttribute('value');
      }
    }
  }

  show(prediction) {
    this.prediction = prediction;
    $('result').hidden = false;
    $('printed-about').textContent = `${this.scan.title}; model ${this.model.name}; age ${prediction.ageYears ?? 'not known'}, sex ${prediction.sex ?? 'not known'}`;
    this.answers(prediction);
    this.warn(prediction);
    list($('prediction-notes'), [...prediction.notes, `Computed in ${prediction.seconds.toFixed(1)} s.`]);
    $('nomogram-part').hidden = !prediction.reasons;
    $('interval-note').textContent = prediction.reasons
      ? '95 % interval of the last model: of its coefficients, with the score of the images taken as known. Doubt about the images is not in it.'
      : 'This model has no nomogram, so there is no interval.';
    this.asPredicted(prediction);
    this.leading(prediction);
    this.heat(prediction);
  }

  // The nomogram and its sliders as they were predicted. An answer that is still under way comes too late.
  asPredicted(prediction) {
    this.asked++;
    if (prediction.reasons) {
      this.reasons(prediction.reasons);
      $('what-if-answer').textContent = '';
      const age = prediction.reasons.parts.find(part => part.term === 'age');
      const sex = prediction.reasons.parts.find(part => part.term === 'sex');
      if (age) {
        $('age-slider').value = Math.round(age.value);
        $('age-shown').textContent = `${Math.round(age.value)} years`;
      }
      if (sex) {
        document.querySelector(`#sex-field input[value="${sex.value > 0.5 ? 'M' : 'F'}"]`).checked = true;
      }
    }
  }

  // The case among the training cases, feature by feature.
  leading(prediction) {
    $('leading-part').hidden = prediction.leading.length === 0;
    const among = percentile => percentile === null ? '–' : percentile <= 0 ? 'below 1' : percentile >= 100 ? 'above 99' : `about ${Math.round(percentile)}`;
    $('leading').replaceChildren(...prediction.leading.map(one => {
      const row = document.createElement('tr');
      for (const [text, className] of [[one.name, 'key'], [one.value === null ? 'no value' : Number(one.value.toPrecision(4)).toString(), 'number'], [among(one.percentile), 'number'],
        [one.coefficient > 0 ? prediction.positive : prediction.negative, '']]) {
        const cell = document.createElement('td');
        cell.textContent = text;
        cell.className = className;
        row.append(cell);
      }
      return row;
    }));
    $('leading-note').textContent = prediction.leading.some(one => one.percentile !== null)
      ? `Percentile: about which share of the ${this.model.cases} training cases lies below, from quantiles that the model keeps. While the other features stay as they are, a higher value speaks for the class that is named.`
      : 'This model was made before percentiles were kept.';
  }

  answers(prediction) {
    $('answers').replaceChildren(...[...prediction.models].sort((a, b) => (b.model === 'nomogram') - (a.model === 'nomogram')).map(answer => {
      const box = document.createElement('div');
      const number = document.createElement('b');
      number.textContent = answer.probability.toFixed(2);
      const words = document.createElement('span');
      const interval = answer.model === 'nomogram' && prediction.reasons
        ? `, 95 % interval ${prediction.reasons.lower.toFixed(2)} to ${prediction.reasons.upper.toFixed(2)}` : '';
      words.textContent = `${named(answer.model)}: probability of ${prediction.positive}${interval}`;
      const call = document.createElement('span');
      call.textContent = answer.threshold === null ? '' : `${answer.isOver ? prediction.positive : prediction.negative} at the cut-off ${answer.threshold.toFixed(2)}`;
      box.append(number, words, call);
      return box;
    }));
  }

  reasons(reasons) {
    drawNomogram($('nomogram'), reasons, named);
    $('parts').replaceChildren(...reasons.parts.map(part => {
      const row = document.createElement('tr');
      const value = part.term === 'sex' ? (part.value > 0.5 ? 'M' : 'F') : part.value.toFixed(part.term === 'age' ? 0 : 2);
      for (const [text, number] of [[named(part.term), false], [value, true], [part.points.toFixed(1), true], [part.contribution.toFixed(2), true]]) {
        const cell = document.createElement('td');
        cell.textContent = text;
        cell.className = number ? 'number' : '';
        row.append(cell);
      }
      return row;
    }));
  }

  // Asks the server what the nomogram says of another age or sex. Only the newest question counts.
  async whatIf() {
    const mine = ++this.asked;
    const age = Number($('age-slider').value);
    $('age-shown').textContent = `${age} years`;
    const sex = document.querySelector('#sex-field input:checked');
    try {
      const reasons = await post(`/api/scans/${this.scan.id}/prediction/what-if`, {
        ageYears: this.model.takesAge ? age : null, sex: sex ? sex.value : null, centre: null,
      });
      if (mine === this.asked) {
        this.reasons(reasons);
        $('what-if-answer').textContent = `Then ${reasons.probability.toFixed(2)} (${reasons.lower.toFixed(2)} to ${reasons.upper.toFixed(2)}).${beyond(reasons, age)}`;
      }
    } catch (problem) {
      this.refused(problem);
    }
  }

  async heat(prediction) {
    $('heat-part').hidden = !prediction.heat;
    $('heat-field').hidden = !prediction.heat;
    if (!prediction.heat) {
      this.viewer.hideHeat();
      return;
    }
    $('heat-picture').src = `/api/scans/${this.scan.id}/heat.png?made=${Date.now()}`;
    $('heat-picture').alt = `Heat map over the crop: what speaks for ${prediction.heat.shown}`;
    $('heat-note').textContent = `Grad-CAM at layer${prediction.heat.layer}, ${prediction.heat.cells} cells a side: what speaks for ${prediction.heat.shown}. `
      + 'It says where the network looked, not whether it was right to.';
    await this.viewer.showHeat($('heat-opacity').value / 100);
    this.viewer.centreOn(prediction.heat.centre);
  }
}
