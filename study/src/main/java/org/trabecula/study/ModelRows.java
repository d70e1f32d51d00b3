package org.trabecula.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Evaluation.NoModel;
import org.trabecula.evaluation.HeldOut;
import org.trabecula.evaluation.Scores;
import org.trabecula.learn.TrainingScores;
import org.trabecula.learn.model.ModelId;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.study.fit.CrossFitted;

/// What the evaluation is given, model by model: scores, or that there is no usable model.
///
/// @param scores  of usable models
/// @param without models that are not usable
record ModelRows(List<Scores> scores, List<NoModel> without) {
    ModelRows() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /// Training cases' scores by models that saw them.
    void trained(Map<ModelId, TrainingScores> own, LabelledRows rows, Map<ModelId, String> unusable) {
        own.forEach((model, of) -> scores.add(
                new Scores(model.label(), Scores.Part.TRAIN, Scores.Kind.IN_SAMPLE, of.rows(), of.values())));
        none(Scores.Part.TRAIN, Scores.Kind.IN_SAMPLE, rows, unusable);
    }

    /// Test cases' scores.
    void tested(Map<ModelId, double[]> own, LabelledRows rows, Map<ModelId, String> unusable) {
        own.forEach((model, of) ->
                scores.add(new Scores(model.label(), Scores.Part.TEST, Scores.Kind.TEST, rows, of)));
        none(Scores.Part.TEST, Scores.Kind.TEST, rows, unusable);
    }

    private void none(Scores.Part part, Scores.Kind kind, LabelledRows rows, Map<ModelId, String> unusable) {
        unusable.forEach((model, why) -> without.add(new NoModel(model.label(), part, kind, rows, why)));
    }

    /// Training cases' scores by their folds' models. Whether a fold has a usable model is decided by its other patients, so the
    /// folds that have one are no choice among outcomes.
    ///
    /// @param rows   the training cases
    /// @param models in the order of tables
    void crossFitted(CrossFitted found, LabelledRows rows, List<ModelId> models) {
        int[] foldOf = foldOf(found, rows);
        models.forEach(model -> crossFitted(model, found, rows, foldOf));
    }

    private void crossFitted(ModelId model, CrossFitted found, LabelledRows rows, int[] foldOf) {
        double[] all = new double[rows.size()];
        boolean[] scored = new boolean[rows.size()];
        Map<String, Integer> rowOf = new LinkedHashMap<>();
        IntStream.range(0, rows.size()).forEach(row -> rowOf.put(rows.ids().get(row), row));
        List<Map<String, Cutoff>> cutoffs = new ArrayList<>();
        String why = "";
        for (CrossFitted.Fold fold : found.folds()) {
            double[] own = fold.probabilities().get(model);
            Cutoff cutoff = fold.cutoffs().get(model);
            if (own == null || cutoff == null) {
                cutoffs.add(Map.of());
                why = why.isEmpty() ? fold.clinical().unusable().getOrDefault(model, "its terms are not known") : why;
                continue;
            }
            cutoffs.add(Map.of(CutoffRules.YOUDEN, cutoff));
            for (int at = 0; at < own.length; at++) {
                int row = Objects.requireNonNull(rowOf.get(fold.held().ids().get(at)));
                all[row] = own[at];
                scored[row] = true;
            }
        }
        int[] kept = IntStream.range(0, scored.length).filter(row -> scored[row]).toArray();
        LabelledRows of = rows.select(kept);
        if (!of.outcome().hasBothClasses()) {
            String reason = kept.length == 0 ? "none in any fold; in the first, " + why : "only in folds of one class; elsewhere, " + why;
            without.add(new NoModel(model.label(), Scores.Part.TRAIN, Scores.Kind.CROSSFIT, rows, reason));
            return;
        }
        HeldOut how = new HeldOut(select(foldOf, kept), cutoffs, rows.size() - kept.length);
        double[] values = IntStream.of(kept).mapToDouble(row -> all[row]).toArray();
        scores.add(new Scores(
                model.label(), Scores.Part.TRAIN, Scores.Kind.CROSSFIT, of, values, Optional.of(how)));
    }

    private static int[] foldOf(CrossFitted found, LabelledRows rows) {
        int[] foldOf = new int[rows.size()];
        for (int fold = 0; fold < found.folds().size(); fold++) {
            for (String id : found.folds().get(fold).held().ids()) {
                foldOf[rows.ids().indexOf(id)] = fold;
            }
        }
        return foldOf;
    }

    private static int[] select(int[] values, int[] rows) {
        return IntStream.of(rows).map(row -> values[row]).toArray();
    }
}
