package org.trabecula.learn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.trabecula.core.InputException;
import org.trabecula.core.Parallel;
import org.trabecula.core.Problem;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.resampling.FoldAssignment;
import org.trabecula.table.FeatureTable;

/// A training part cut into folds by patient, each with about the same share of both classes. How patients are dealt is
/// said at [FoldAssignment#grouped].
public final class Folds {
    private static final String ONE_MODEL = "";

    private final Training training;
    private final FoldAssignment assignment;

    private Folds(Training training, FoldAssignment assignment) {
        this.training = training;
        this.assignment = assignment;
    }

    /// @param count at least 2, at most the number of patients
    /// @throws InputException SPL-003 with fewer patients than folds
    public static Folds stratifiedByPatient(Training training, int count, SplittableRandom random) {
        LabelledRows rows = training.rows();
        int patients = rows.clusters().count();
        if (patients < count) {
            throw new InputException(new Problem(
                    LearnProblem.TOO_FEW_PATIENTS, "training part", patients + " patients for " + count + " folds",
                    "at least one patient per fold", "use fewer folds"));
        }
        return new Folds(training, FoldAssignment.grouped(rows.patients(), rows.outcome().classes(), count, random));
    }

    /// Folds that were dealt elsewhere, such as by centre.
    ///
    /// @param foldOfRow one label per training case
    /// @throws IllegalArgumentException if a patient stands in two folds
    /// @throws InputException           FIT-010 with fewer than two folds
    public static Folds given(Training training, int... foldOfRow) {
        Map<String, Integer> foldOf = new LinkedHashMap<>();
        for (int row = 0; row < training.size(); row++) {
            String patient = training.rows().patients().get(row);
            Integer before = foldOf.putIfAbsent(patient, foldOfRow[row]);
            if (before != null && before != foldOfRow[row]) {
                throw new IllegalArgumentException("patient " + patient + " stands in two folds");
            }
        }
        return new Folds(training, FoldAssignment.given(foldOfRow));
    }

    public int count() {
        return assignment.count();
    }

    /// Which training case, by its row, is held out when.
    public FoldAssignment assignment() {
        return assignment;
    }

    /// The training cases outside `fold`: what a model of this fold is fitted to.
    public Training fitPart(int fold) {
        return new Training(training.rows().select(assignment.training(fold)), training.table());
    }

    /// The other folds, as folds of [#fitPart]: what a model of `fold` is told about itself by models that saw neither `fold` nor the
    /// case.
    ///
    /// @throws InputException FIT-010 with fewer than three folds in all
    public Folds others(int fold) {
        int[] foldOfRow = Arrays.stream(assignment.training(fold)).map(assignment::foldOf).toArray();
        return new Folds(fitPart(fold), FoldAssignment.given(foldOfRow));
    }

    /// The cases in `fold`, which the fold's model has not seen.
    public LabelledRows heldOut(int fold) {
        return training.rows().select(assignment.heldOut(fold));
    }

    /// The features of [#heldOut].
    public FeatureTable heldOutRows(int fold) {
        return training.table().cases(heldOut(fold).ids());
    }

    /// What is done in a fold: a fit to one part, and the scores that it gives the other.
    ///
    /// @param <K> what names a model
    @FunctionalInterface
    public interface Work<K> {
        /// @return by model, one score per held-out row
        Map<K, double[]> scores(int fold, Training fitPart, FeatureTable heldOut);
    }

    /// Scores of every training case from the models that were fitted without its patient.
    ///
    /// @param jobs threads; the result does not depend on it
    public <K> Map<K, TrainingScores> outOfFold(int jobs, Work<K> work) {
        List<Map<K, double[]>> byFold = Parallel.map(
                count(), jobs, fold -> work.scores(fold, fitPart(fold), heldOutRows(fold)));
        Map<K, double[]> values = new LinkedHashMap<>();
        for (int fold = 0; fold < count(); fold++) {
            int[] rows = assignment.heldOut(fold);
            byFold.get(fold).forEach((model, held) -> {
                double[] all = values.computeIfAbsent(model, _ -> new double[training.size()]);
                for (int at = 0; at < rows.length; at++) {
                    all[rows[at]] = held[at];
                }
            });
        }
        return TrainingScores.of(training, values);
    }

    /// The same for one model.
    ///
    /// @param fit fits to a part and gives what scores other rows
    public TrainingScores outOfFold(int jobs, Function<Training, Function<FeatureTable, double[]>> fit) {
        Map<String, TrainingScores> one =
                outOfFold(jobs, (_, part, held) -> Map.of(ONE_MODEL, fit.apply(part).apply(held)));
        return Objects.requireNonNull(one.get(ONE_MODEL));
    }
}
