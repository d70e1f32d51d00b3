package org.trabecula.web.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where a model's cut-off lies: one number, or as many as there are folds. A run does not keep which fold held a case out, so a
/// cross-fitted score is called only where all folds' cut-offs agree on it; no call here differs from one that the report counts.
///
/// @param from the lowest cut-off
/// @param to   the highest
record CutRange(double from, double to) {
    CutRange {
        if (!(from <= to)) { // written so that NaN fails too
            throw new IllegalArgumentException("cut-offs from " + from + " to " + to);
        }
    }

    /// Of all folds; those without a model have none. Empty where no fold has one.
    static Optional<CutRange> of(List<Double> cutoffs) {
        double[] there = cutoffs.stream().mapToDouble(cutoff -> cutoff).filter(cutoff -> !Double.isNaN(cutoff)).sorted().toArray();
        return there.length == 0 ? Optional.empty() : Optional.of(new CutRange(there[0], there[there.length - 1]));
    }

    /// Whether a score is called positive: at the cut-off or above it. Empty between the cut-offs of different folds.
    Optional<Boolean> isPositive(double score) {
        return score >= to ? Optional.of(true) : score < from ? Optional.of(false) : Optional.empty();
    }

    /// From the nearest cut-off that every fold is on the same side of; 0 between them, empty where a cut-off is infinite.
    OptionalDouble distance(double score) {
        double distance = score >= to ? score - to : score < from ? from - score : 0;
        return Double.isFinite(distance) ? OptionalDouble.of(distance) : OptionalDouble.empty();
    }

    OptionalDouble shownFrom() {
        return Double.isFinite(from) ? OptionalDouble.of(from) : OptionalDouble.empty();
    }

    OptionalDouble shownTo() {
        return Double.isFinite(to) ? OptionalDouble.of(to) : OptionalDouble.empty();
    }
}
