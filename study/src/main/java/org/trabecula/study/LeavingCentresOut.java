package org.trabecula.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.repeated.BoundedArea;
import org.trabecula.evaluation.repeated.Repetition;
import org.trabecula.learn.Folds;
import org.trabecula.learn.Training;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.CrossFit;
import org.trabecula.study.fit.CrossFitted;
import org.trabecula.study.fit.StudyFits;
import org.trabecula.study.input.StudyData;
import org.trabecula.study.result.CentreEvaluation;
import org.trabecula.table.FeatureTable;

/// Leave-one-centre-out (B6): folds are centres, and calibration, clinical models and cut-offs of a centre are fitted to scores that are
/// cross-fitted by patient among the other centres. Cases of no named centre train in every fold but their own, of which nothing is told.
final class LeavingCentresOut {
    private static final int FEWEST_CENTRES = 2;
    /// Folds among the other centres where the study itself cross-fits nothing.
    private static final int FEWEST_WITHIN = 3;
    private static final String NOT_HARMONISED = "Where the other centres were harmonised, the features of the centre left out are taken as they are: "
            + "nothing of it was seen, so that neither its shift nor its scale is known. Harmonising helps it as far as it makes the other "
            + "centres one cohort, and no further.";

    private final StudyFits fits;
    private final RandomStreams random;

    LeavingCentresOut(StudyFits fits) {
        this.fits = fits;
        this.random = fits.random().within("centres");
    }

    CentreEvaluation of(
            Training raw, FeatureTable patients, StudyData data, List<ModelId> models) {
        List<String> centreOf = centres(raw.rows(), data.usable());
        Optional<String> refused = against(raw.rows(), centreOf);
        if (refused.isPresent()) {
            return CentreEvaluation.notDone(refused.get());
        }
        List<String> names = List.copyOf(new TreeSet<>(centreOf));
        Folds folds = Folds.given(raw, centreOf.stream().mapToInt(names::indexOf).toArray());
        CrossFitted found;
        try {
            found = fits.crossFitted(
                    "leave-one-centre-out", raw, new CrossFit.Deal(folds, Math.max(FEWEST_WITHIN, fits.settings().crossfit()), random),
                    patients, data.again(), data.crops());
        } catch (InputException e) { // too few patients are left without a centre
            return CentreEvaluation.notDone("without one of the centres, " + e.problems().getFirst().code().what());
        }
        List<CentreEvaluation.Row> rows = new ArrayList<>();
        for (int fold = 0; fold < names.size(); fold++) {
            if (!names.get(fold).isEmpty()) {
                for (ModelId model : models) {
                    rows.add(row(names.get(fold), model, found.folds().get(fold)));
                }
            }
        }
        return new CentreEvaluation(rows, "", fits.settings().harmonise().any() ? NOT_HARMONISED : "");
    }

    private static List<String> centres(LabelledRows rows, List<VertebraCase> cases) {
        Map<String, String> centreOf = new HashMap<>();
        cases.forEach(one -> centreOf.put(one.caseId(), one.centre()));
        return rows.ids().stream().map(id -> Objects.requireNonNullElse(centreOf.get(id), "")).toList();
    }

    /// Why it cannot be done; empty where it can. Two centres with both classes leave both classes whichever centre is left out.
    private static Optional<String> against(LabelledRows rows, List<String> centreOf) {
        Map<String, Set<Integer>> classes = new HashMap<>();
        Map<String, String> centreOfPatient = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            String centre = centreOf.get(row);
            String patient = rows.patients().get(row);
            String before = centreOfPatient.putIfAbsent(patient, centre);
            if (before != null && !before.equals(centre)) {
                return Optional.of("a patient has cases in two centres");
            }
            if (!centre.isEmpty()) {
                classes.computeIfAbsent(centre, _ -> new HashSet<>()).add(rows.outcome().y(row));
            }
        }
        long both = classes.values().stream().filter(found -> found.size() == 2).count();
        return classes.isEmpty()
                ? Optional.of("no centre is named")
                : both < FEWEST_CENTRES ? Optional.of("fewer than two centres have cases of both classes") : Optional.empty();
    }

    private CentreEvaluation.Row row(String centre, ModelId model, CrossFitted.Fold fold) {
        LabelledRows held = fold.held();
        double[] scores = fold.probabilities().get(model);
        Cutoff cutoff = fold.cutoffs().get(model);
        if (scores == null || cutoff == null) {
            return none(centre, model, held, "no usable model: " + fold.clinical().unusable().getOrDefault(model, "its terms are not known"));
        }
        if (!held.outcome().hasBothClasses()) {
            return none(centre, model, held, "its cases are of one class");
        }
        HeldOut how = new HeldOut(new int[held.size()], List.of(Map.of(CutoffRules.YOUDEN, cutoff)), 0);
        Evaluation.Row row = new Evaluator(EvaluationSettings.ofProtocol(0, 0), Map.of(), random, fits.jobs())
                .evaluate(List.of(new Scores(
                        model.label(), Scores.Part.TRAIN, Scores.Kind.CROSSFIT, held, scores, Optional.of(how))))
                .rows()
                .getFirst();
        return new CentreEvaluation.Row(
                centre, model.label(), held.size(), held.outcome().cases(), held.clusters().count(), Optional.of(BoundedArea.of(row.auc())),
                Optional.of(Repetition.of(1, row)), "");
    }

    private static CentreEvaluation.Row none(String centre, ModelId model, LabelledRows held, String why) {
        return new CentreEvaluation.Row(
                centre, model.label(), held.size(), held.outcome().cases(), held.clusters().count(), Optional.empty(), Optional.empty(), why);
    }
}
