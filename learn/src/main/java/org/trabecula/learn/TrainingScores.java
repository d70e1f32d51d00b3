package org.trabecula.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Scores of the training cases by one model, with their outcomes: what calibration, clinical models and cut-offs are fitted
/// to.
///
/// There is no public constructor. A [Training] scores itself, [Folds] score what they held out, and a transform of each
/// score makes the next; so no score of a test case can stand in one.
public final class TrainingScores {
    private final List<Subject> subjects;
    private final double[] values;

    private TrainingScores(List<Subject> subjects, double[] values) {
        if (values.length != subjects.size()) {
            throw new IllegalArgumentException(subjects.size() + " training cases, " + values.length + " scores");
        }
        this.subjects = subjects;
        this.values = values;
    }

    /// Takes ownership of the arrays.
    static <K> Map<K, TrainingScores> of(Training training, Map<K, double[]> values) {
        Map<K, TrainingScores> scores = new LinkedHashMap<>();
        values.forEach((model, own) -> scores.put(model, new TrainingScores(training.subjects(), own)));
        return scores;
    }

    public List<Subject> subjects() {
        return subjects;
    }

    /// One per training case; a copy.
    public double[] values() {
        return values.clone();
    }

    /// 1 or 0 per training case.
    public double[] outcomes() {
        return subjects.stream().mapToDouble(Subject::outcome).toArray();
    }

    /// The same cases, each score transformed by itself.
    public TrainingScores mapped(DoubleUnaryOperator transform) {
        double[] mapped = new double[values.length];
        for (int row = 0; row < mapped.length; row++) {
            mapped[row] = transform.applyAsDouble(values[row]);
        }
        return new TrainingScores(subjects, mapped);
    }
}
