package org.trabecula.study.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.core.RandomStreams;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.evaluation.Notes;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.Split;
import org.trabecula.learn.Training;
import org.trabecula.learn.evidence.Attempt;
import org.trabecula.learn.model.ModelId;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.step.Harmonised;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.bundle.Bundle;
import org.trabecula.study.bundle.Recalibration;
import org.trabecula.study.fit.ClinicalRefit;
import org.trabecula.study.predict.Prediction;
import org.trabecula.study.predict.Predictor;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.settings.Appraisal;
import org.trabecula.study.settings.StudyYaml;

/// External validation: predictions of a finished model against outcomes that it never saw.
///
/// Discrimination, calibration and decision curves are those of step 17 of the protocol, with the seed of the study and as many draws as by default, so the
/// study's own test cases have the numbers that the study printed. Cut-offs are the model's own; none is chosen here.
public final class Validator {
    /// Below this many of either class nothing can be said.
    private static final int FEWEST_OF_A_CLASS = 2;
    /// Below this many of either class an update follows noise.
    private static final int FEWEST_FOR_AN_UPDATE = 10;
    /// Vergouwe et al. 2005, doi:10.1016/j.jclinepi.2004.06.017; Collins et al. 2016, doi:10.1002/sim.6787.
    private static final int ADVISED_OF_A_CLASS = 100;

    private final Bundle bundle;
    private final String sha256;
    private final Evaluator evaluator;

    /// @param sha256 of the bundle's file
    /// @param jobs   threads; no number depends on it
    public Validator(Bundle bundle, String sha256, int jobs) {
        this.bundle = bundle;
        this.sha256 = sha256;
        Map<String, Map<String, Cutoff>> cutoffs = new LinkedHashMap<>();
        bundle.cutoffs().forEach((model, cutoff) -> cutoffs.put(model.label(), Map.of(CutoffRules.YOUDEN, cutoff)));
        Appraisal asked = StudyYaml.preset("paper").evaluation();
        this.evaluator = new Evaluator(
                EvaluationSettings.ofProtocol(asked.bootstrap(), asked.bands()), cutoffs,
                new RandomStreams(bundle.model().settings().seed()), jobs);
    }

    /// What the figures draw their bands with.
    public Evaluator evaluator() {
        return evaluator;
    }

    /// @param cohort    with outcomes, after [Cohort#knownOutcomes()]
    /// @param predicted its included cases
    /// @throws InputException STU-004 where no outcome is known, VAL-001 if a class has fewer than two cases, what failed where
    ///                        everything did
    public Validation validate(Cohort cohort, Predictor.Result predicted) {
        List<Prediction> predictions = predicted.predictions();
        if (predictions.isEmpty() && !predicted.failures().isEmpty()) {
            throw new InputException(predicted.failures().stream().flatMap(failure -> failure.problems().stream()).toList());
        }
        LabelledRows rows = labelled(cohort, predictions);
        requireClasses(rows.outcome(), cohort.source(), FEWEST_OF_A_CLASS);
        List<Scores> scores = new ArrayList<>();
        Map<ModelId, CohortFit> fits = new LinkedHashMap<>();
        for (ModelId model : predictions.getFirst().probabilities().keySet()) {
            if (!bundle.cutoffs().containsKey(model)) {
                continue;
            }
            double[] p = predictions.stream()
                    .mapToDouble(one -> Objects.requireNonNull(one.probabilities().get(model), "one model for all cases"))
                    .toArray();
            scores.add(new Scores(model.label(), Scores.Part.TEST, Scores.Kind.TEST, rows, p));
            fits.put(model, CohortFit.of(rows, p));
        }
        Evaluation evaluation = evaluator.evaluate(scores);
        return new Validation(
                sha256, bundle.model().seen().cases(), counts(cohort, predicted, rows), evaluation, fits, predicted.failures(),
                notes(evaluation, rows.outcome(), strangers(cohort, rows.ids())));
    }

    /// The update of every model that has one.
    ///
    /// @throws InputException VAL-001 if a class has fewer than ten cases, VAL-002 if the model that the study ends in has no
    ///                        finite update that keeps the order of cases
    public Recalibration.Update update(Validation validation, Recalibration.Kind kind) {
        Validation.Counts cohort = validation.cohort();
        int others = cohort.cases() - cohort.events();
        if (Math.min(cohort.events(), others) < FEWEST_FOR_AN_UPDATE) {
            throw tooFew(cohort.events(), others, cohort.name(), FEWEST_FOR_AN_UPDATE);
        }
        Map<ModelId, Recalibration.Change> lines = new LinkedHashMap<>();
        ModelId last = last(validation);
        validation.fits().forEach((model, fit) -> {
            if (fit.updates(kind)) {
                lines.put(model, new Recalibration.Line(fit.of(kind).intercept(), fit.of(kind).slope()));
            } else if (model.equals(last)) {
                throw new InputException(new Problem(
                        StudyProblem.NO_UPDATE, cohort.name() + ", model " + model,
                        fit.of(kind).why().isEmpty() ? "a slope of " + Shown.value(fit.of(kind).slope()) : fit.of(kind).why(),
                        "a finite intercept, and a slope above 0", "report the validation as it is; this model cannot be updated here"));
            }
        });
        return new Recalibration.Update(sha256, cohort.name(), cohort.cases(), cohort.events(), kind, lines);
    }

    /// Coefficients of age, sex and score fitted anew to the cohort, for every model that bears it.
    ///
    /// @param cohort    as for [#validate]
    /// @param predicted as for [#validate]
    /// @throws InputException VAL-001 if a class has fewer than ten cases for each term of the model that the study ends in, VAL-002 if that model
    ///                        cannot be refitted for another reason
    public Refitted refit(Cohort cohort, Predictor.Result predicted, Validation validation) {
        LabelledRows rows = labelled(cohort, predicted.predictions());
        Training training = Split.trainOnly(rows).training(predicted.terms());
        ModelId last = last(validation);
        int fewest = ClinicalRefit.fewest(bundle.model().clinical().termsOf(last).size());
        if (Math.min(rows.outcome().cases(), rows.outcome().controls()) < fewest) {
            throw tooFew(rows.outcome().cases(), rows.outcome().controls(), validation.cohort().name(), fewest);
        }
        RandomStreams random = new RandomStreams(bundle.model().settings().seed()).within("validate/refit");
        Map<ModelId, ClinicalRefit> fits = new LinkedHashMap<>();
        Map<ModelId, String> left = new LinkedHashMap<>();
        List<Scores> scores = new ArrayList<>();
        validation.fits().keySet().forEach(model -> {
            Attempt<ClinicalRefit> made = ClinicalRefit.fit(
                    model, training, bundle.model().clinical().termsOf(model), random.stream("folds"));
            if (model.equals(last) && !made.succeeded()) {
                throw new InputException(new Problem(
                        StudyProblem.NO_UPDATE, validation.cohort().name() + ", model " + model, made.why(),
                        "terms that predict the outcome here, whichever patients are left out",
                        "use --update intercept or slope, or report the validation as it is"));
            }
            made.model().ifPresentOrElse(fit -> {
                fits.put(model, fit);
                HeldOut how = new HeldOut(
                        fit.foldOf(), fit.cutoffs().stream().map(cutoff -> Map.of(CutoffRules.YOUDEN, cutoff)).toList(), 0);
                scores.add(new Scores(
                        model.label(), Scores.Part.TRAIN, Scores.Kind.CROSSFIT, rows, fit.probabilities(), Optional.of(how)));
            }, () -> left.put(model, made.why()));
        });
        Map<ModelId, Recalibration.Change> lines = new LinkedHashMap<>();
        fits.forEach((model, fit) -> lines.put(model, new Recalibration.Refit(fit.model(), fit.nomogram(), fit.cutoff())));
        Validation.Counts counts = validation.cohort();
        return new Refitted(
                new Recalibration.Update(sha256, counts.name(), counts.cases(), counts.events(), Recalibration.Kind.REFIT, lines), fits, left,
                evaluator.evaluate(scores));
    }

    /// The model that the others lead to, whose answer counts: the nomogram where there is one, else the last signature.
    private static ModelId last(Validation validation) {
        ModelId nomogram = ModelId.of(SignatureKind.NOMOGRAM);
        return validation.fits().containsKey(nomogram)
                ? nomogram
                : validation.fits().keySet().stream().filter(model -> model.signature().isOfImages()).reduce((_, later) -> later)
                        .orElseGet(() -> validation.fits().keySet().iterator().next());
    }

    /// The predicted cases with their classes, in the order of the predictions.
    private static LabelledRows labelled(Cohort cohort, List<Prediction> predictions) {
        Map<String, VertebraCase> byId = new LinkedHashMap<>();
        cohort.included().forEach(one -> byId.put(one.caseId(), one));
        List<String> ids = new ArrayList<>();
        List<String> patients = new ArrayList<>();
        boolean[] positive = new boolean[predictions.size()];
        for (int row = 0; row < positive.length; row++) {
            VertebraCase one = Objects.requireNonNull(byId.get(predictions.get(row).caseId()), "predictions are of the cohort");
            if (one.outcome().isEmpty()) { // then none is known, or it would have been left out before
                throw new InputException(new Problem(
                        StudyProblem.NO_OUTCOME, cohort.source(), "no outcome in any row", "the outcome of every case",
                        "fill in the outcomes, or use predict, which needs none"));
            }
            ids.add(one.caseId());
            patients.add(one.patientId());
            positive[row] = one.outcome().getAsInt() == 1;
        }
        return new LabelledRows(ids, patients, Outcome.of(positive));
    }

    private static void requireClasses(Outcome outcome, String source, int fewest) {
        if (Math.min(outcome.cases(), outcome.controls()) < fewest) {
            throw tooFew(outcome.cases(), outcome.controls(), source, fewest);
        }
    }

    private static InputException tooFew(int events, int others, String source, int fewest) {
        return new InputException(new Problem(
                StudyProblem.COHORT_TOO_SMALL, source,
                Shown.count(events, "case") + " of the positive class and " + others + " of the other",
                "at least " + fewest + " of each; " + ADVISED_OF_A_CLASS + " of each are advised",
                "collect more cases; trabecula plan --validation says how many"));
    }

    private static Validation.Counts counts(Cohort cohort, Predictor.Result predicted, LabelledRows rows) {
        int without = (int) cohort.cases().stream()
                .filter(one -> one.exclude().filter(Cohort.NO_OUTCOME::equals).isPresent())
                .count();
        int left = cohort.cases().size() - cohort.included().size();
        Path name = Path.of(cohort.source()).getFileName();
        return new Validation.Counts(
                Printable.line(name == null ? cohort.source() : name.toString()), cohort.cases().size(), left - without, without,
                predicted.failures().size(), rows.size(), rows.clusters().count(), rows.outcome().cases());
    }

    /// Cases of centres that the model's study did not harmonise, a sentence for each centre; empty where it harmonised none.
    private List<String> strangers(Cohort cohort, List<String> ids) {
        Optional<Harmonised> harmonised = bundle.model().hcr().harmonised();
        if (harmonised.isEmpty()) {
            return List.of();
        }
        Set<String> judged = Set.copyOf(ids);
        List<String> known = harmonised.get().combat().centres();
        Map<String, Integer> others = new TreeMap<>();
        cohort.included().stream()
                .filter(one -> judged.contains(one.caseId()) && !known.contains(one.centre()))
                .forEach(one -> others.merge(one.centre(), 1, Integer::sum));
        return others.entrySet().stream()
                .map(one -> Shown.count(one.getValue(), "case") + (one.getKey().isEmpty() ? " of no named centre" : " of centre " + one.getKey())
                        + ", where the study harmonised " + String.join(", ", known) + ": taken as they are")
                .toList();
    }

    private static List<String> notes(Evaluation evaluation, Outcome outcome, List<String> strangers) {
        List<String> notes = new ArrayList<>(strangers);
        if (Math.min(outcome.cases(), outcome.controls()) < ADVISED_OF_A_CLASS) {
            notes.add("few cases: " + outcome.cases() + " of the positive class and " + outcome.controls() + " of the other, where "
                    + ADVISED_OF_A_CLASS + " of each are advised; intervals are wide, calibration above all");
        }
        evaluation.rows().forEach(row -> Notes.of(row).forEach(note -> notes.add(row.model() + ": " + note)));
        return notes;
    }
}
