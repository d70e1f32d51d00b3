package org.trabecula.evaluation.repeated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.trabecula.core.RandomStreams;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Evaluator;
import org.trabecula.evaluation.Scores;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.MeanArea;

/// Every model over all repetitions of a cross-validation.
///
/// @param level  of the intervals
/// @param models in the order of tables
/// @param curves likewise, of the models that were usable in any repetition
public record RepeatedEvaluation(double level, List<RepeatedModel> models, List<RepeatedCurves> curves) {
    public RepeatedEvaluation {
        models = List.copyOf(models);
        curves = List.copyOf(curves);
    }

    /// What one repetition gave: cross-fitted scores by model, and the models that were usable in no fold.
    ///
    /// @param folds of the repetition
    public record Held(int folds, List<Scores> scores, List<Evaluation.NoModel> without) {
        public Held {
            scores = List.copyOf(scores);
            without = List.copyOf(without);
        }
    }

    /// @param models   labels, in the order of tables
    /// @param settings of the study's evaluation; nothing is drawn here
    /// @param jobs     threads; no number depends on it
    public static RepeatedEvaluation of(
            List<String> models, List<Held> repetitions, EvaluationSettings settings, RandomStreams random, int jobs) {
        EvaluationSettings plain = new EvaluationSettings(
                settings.direction(), settings.level(), settings.decision(), List.of(), Optional.empty(),
                new EvaluationSettings.Resampling(0, 0));
        Evaluator evaluator = new Evaluator(plain, Map.of(), random, jobs);
        Map<String, List<Repetition>> found = new LinkedHashMap<>();
        models.forEach(model -> found.put(model, new ArrayList<>()));
        Map<String, List<Evaluation.Row>> rows = new LinkedHashMap<>();
        for (int r = 0; r < repetitions.size(); r++) {
            Held held = repetitions.get(r);
            int number = r + 1;
            evaluator.evaluate(held.scores()).rows().forEach(row -> {
                of(found, row.model()).add(Repetition.of(number, row));
                rows.computeIfAbsent(row.model(), _ -> new ArrayList<>()).add(row);
            });
            held.without().forEach(none -> of(found, none.model()).add(Repetition.without(number, held.folds(), none)));
        }
        List<RepeatedModel> all = new ArrayList<>();
        found.forEach((model, own) -> {
            List<Scores> scores = repetitions.stream()
                    .flatMap(held -> held.scores().stream().filter(one -> one.model().equals(model)))
                    .toList();
            all.add(new RepeatedModel(model, own, mean(scores, settings), patients(scores)));
        });
        List<RepeatedCurves> curves = models.stream()
                .filter(rows::containsKey)
                .map(model -> RepeatedCurves.of(model, Objects.requireNonNull(rows.get(model))))
                .toList();
        return new RepeatedEvaluation(settings.level(), all, curves);
    }

    private static List<Repetition> of(Map<String, List<Repetition>> found, String model) {
        return Objects.requireNonNull(found.get(model));
    }

    private static Optional<AucEstimate> mean(List<Scores> scores, EvaluationSettings settings) {
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Boolean> isCase = new HashMap<>();
        for (Scores one : scores) {
            for (int row = 0; row < one.rows().size(); row++) {
                isCase.put(one.rows().ids().get(row), one.outcome().isCase(row));
            }
        }
        int cases = (int) isCase.values().stream().filter(positive -> positive).count();
        List<MeanArea.ScoredRows> sets =
                scores.stream().map(one -> new MeanArea.ScoredRows(one.outcome(), whose(one.rows()), one.scores())).toList();
        return Optional.of(BoundedArea.of(
                MeanArea.of(sets, settings.direction(), settings.level(), cases, isCase.size() - cases)));
    }

    private static List<String> whose(LabelledRows rows) {
        return rows.isGrouped() ? rows.patients() : rows.ids();
    }

    private static int patients(List<Scores> scores) {
        Set<String> patients = new HashSet<>();
        scores.forEach(one -> patients.addAll(whose(one.rows())));
        return patients.size();
    }
}
