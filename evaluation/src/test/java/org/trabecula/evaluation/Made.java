package org.trabecula.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Cutoff;
import org.trabecula.stats.roc.Direction;

/// Scores and evaluations for tests.
public final class Made {
    private Made() {}

    /// Forty vertebrae of twenty patients; better models have a larger effect.
    public static Scores scores(String model, double effect, boolean grouped) {
        int n = 40;
        SplittableRandom random = new SplittableRandom(model.hashCode());
        double[] outcomes = IntStream.range(0, n).mapToDouble(row -> row / 2 % 2).toArray();
        double[] p = IntStream.range(0, n)
                .mapToDouble(row -> 1 / (1 + Math.exp(-(effect * (outcomes[row] - 0.5) + random.nextGaussian()))))
                .toArray();
        return of(model, grouped, outcomes, p);
    }

    public static Scores of(String model, boolean grouped, double[] outcomes, double[] scores) {
        List<String> ids = IntStream.range(0, scores.length).mapToObj(row -> "c" + row).toList();
        List<String> patients = IntStream.range(0, scores.length).mapToObj(row -> "p" + row / 2).toList();
        LabelledRows rows = new LabelledRows(ids, grouped ? patients : List.of(), Outcome.ofZeroOne("outcome", outcomes));
        return new Scores(model, Scores.Part.TEST, Scores.Kind.TEST, rows, scores);
    }

    public static EvaluationSettings settings(int bootstrap, Optional<EvaluationSettings.RiskClasses> classes) {
        return new EvaluationSettings(
                Direction.CASES_HIGHER, 0.95, new EvaluationSettings.Decision(new double[] {0, 0.2, 0.4}, Double.NaN),
                List.of(new EvaluationSettings.AreaPart(true, 0.8, 1)), classes,
                new EvaluationSettings.Resampling(bootstrap, bootstrap));
    }

    /// Cut-offs chosen on the scores themselves.
    public static Evaluation evaluation(EvaluationSettings settings, Scores... scores) {
        List<Scores> all = List.of(scores);
        Map<String, Map<String, Cutoff>> cutoffs =
                new CutoffRules(List.of(0.9), List.of(), List.of()).choose(all, settings.direction());
        return new Evaluator(settings, cutoffs, new RandomStreams(7), 1).evaluate(all);
    }
}
