// What came of reading sessions, in tables.

import {element, table} from '/words.js';

const digits = (value, places) => value === null ? '–' : value.toFixed(places);

export function showIcc(into, icc) {
  if (icc.comparisons.length === 0) {
    into.replaceChildren(element('p', 'Fewer than two cases have a second outline.', 'note'));
    return;
  }
  const link = element('a', 'All features, as CSV', 'button');
  link.href = '/api/reading-results/icc.csv';
  link.download = 'icc.csv';
  into.replaceChildren(
    element('p', `${icc.kept} of ${icc.features} features are kept: ${icc.form} of at least ${icc.bound} in every comparison.`),
    table(
      ['Comparison', 'Cases', 'ICC ≥ 0.90', 'ICC ≥ 0.75', `ICC ≥ ${icc.bound}`, 'No ICC', 'Dice, median', 'lowest', '95 % distance, mm'],
      icc.comparisons.map(one => [one.name, one.cases, one.over90, one.over75, one.overBound, one.undefined, digits(one.medianDice, 3),
        digits(one.lowestDice, 3), digits(one.medianMm, 2)])),
    element('p', `Of ${icc.features} features of ${icc.preset}. ${icc.failures ? `${icc.failures} cases could not be measured. ` : ''}${icc.notes.join(' ')}`, 'note'),
    element('h3', 'Features that agree least'),
    table(['Feature', ...icc.comparisons.map(one => one.name)], icc.least.map(one => [one.feature, ...one.iccs.map(value => digits(value, 3))])),
    link);
}

export function showLabels(into, labels) {
  const limits = labels.lower === null ? '' : ` (95 % limits ${digits(labels.lower, 3)} to ${digits(labels.upper, 3)}, ${labels.byPatient ? 'by drawing patients' : 'asymptotic'})`;
  const kappa = labels.kappa === null ? 'Cohen’s kappa does not exist: both gave every case the same class.' : `Cohen’s kappa ${digits(labels.kappa, 3)}${limits}.`;
  into.replaceChildren(
    element('p', `${kappa} The readers agreed in ${labels.both + labels.neither} of ${labels.cases} cases of ${labels.patients} patients.`),
    table(['Reader A', `B: ${labels.positive}`, `B: ${labels.negative}`, 'All'], [
      [labels.positive, labels.both, labels.firstOnly, labels.both + labels.firstOnly],
      [labels.negative, labels.secondOnly, labels.neither, labels.secondOnly + labels.neither],
      ['All', labels.both + labels.secondOnly, labels.firstOnly + labels.neither, labels.cases]]),
    element('p', `Not told: A ${labels.untoldFirst}, B ${labels.untoldSecond} cases; these are not in kappa. For the consensus: ${labels.differing} cases; `
      + `of ${labels.firstOnly + labels.secondOnly} that were called differently ${labels.resolved} have an outcome.`, 'note'));
}

const share = one => one.value === null ? '–' : `${(100 * one.value).toFixed(1)} % (${(100 * one.lower).toFixed(1)}–${(100 * one.upper).toFixed(1)})`;

export function showDoctor(into, doctor) {
  const row = (name, calls) => [name, calls.cases, calls.tp, calls.fn, calls.tn, calls.fp, share(calls.accuracy), share(calls.sensitivity), share(calls.specificity)];
  const shown = doctor.withModel.cases > 0;
  into.replaceChildren(
    table(['', 'n', 'TP', 'FN', 'TN', 'FP', 'Accuracy', 'Sensitivity', 'Specificity'], [
      row('Without the model', doctor.alone),
      ...(shown ? [...(doctor.aloneThen.cases === doctor.alone.cases ? [] : [row('the same cases, without', doctor.aloneThen)]), row('With the model', doctor.withModel)] : [])]),
    element('p', `Positive is ${doctor.positive}. ${doctor.known} of ${doctor.read} cases have an outcome. 95 % intervals by Wilson, as if cases were independent.`
      + (shown ? ` With the model ${doctor.toRight} calls became right and ${doctor.toWrong} wrong; McNemar’s exact p ${digits(doctor.p, 3)}.` : ' The model was not shown.'), 'note'));
}
