package org.trabecula.web.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.ClassNames;
import org.trabecula.evaluation.Scores;

/// The scores that one model gave in one way, each judged by the model's cut-off.
final class ModelScores {
    private final String model;
    private final Scores.Kind kind;
    private final Map<String, Double> byCase;
    private final Optional<CutRange> cutoff;
    /// Of all scores from the cut-off, ascending.
    private final double[] distances;

    /// @param cutoff plays no part for in-sample scores: they come from a fit to these very cases, and calls by them would only look right
    ModelScores(String model, Scores.Kind kind, Map<String, Double> byCase, Optional<CutRange> cutoff) {
        this.model = model;
        this.kind = kind;
        this.byCase = new LinkedHashMap<>(byCase);
        this.cutoff = kind == Scores.Kind.IN_SAMPLE ? Optional.empty() : cutoff;
        this.distances = this.cutoff.stream()
                .flatMapToDouble(cut -> byCase.values().stream().map(cut::distance).flatMapToDouble(OptionalDouble::stream))
                .sorted().toArray();
    }

    ScoredModel view() {
        return new ScoredModel(
                model, kind.label(), byCase.size(), cutoff.map(CutRange::shownFrom).orElse(OptionalDouble.empty()),
                cutoff.map(CutRange::shownTo).orElse(OptionalDouble.empty()));
    }

    /// What the model says of a case; empty where it gave it no score.
    ///
    /// @param positive whether its outcome is 1
    Optional<CaseScore> of(String caseId, boolean positive, ClassNames classes) {
        @Nullable Double score = byCase.get(caseId);
        if (score == null) {
            return Optional.empty();
        }
        Optional<Boolean> called = cutoff.flatMap(cut -> cut.isPositive(score));
        OptionalDouble distance = cutoff.map(cut -> cut.distance(score)).orElse(OptionalDouble.empty());
        return Optional.of(new CaseScore(
                model, kind.label(), score, called.map(yes -> yes ? classes.positive() : classes.negative()),
                called.map(yes -> yes == positive), distance, distance.isPresent() && isFar(distance.getAsDouble())));
    }

    /// Whether at least three quarters of the distances are smaller. Of equal distances none is.
    private boolean isFar(double distance) {
        int threeQuarters = (3 * distances.length + 3) / 4; // rounded up
        return distance > distances[threeQuarters - 1];
    }
}
