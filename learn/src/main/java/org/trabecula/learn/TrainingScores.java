package org.trabecula.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.Outcome;

/// Scores of the training cases by one model, with their outcomes: what calibration, clinical models and cut-offs are fitted
/// to.
///
/// There is no public constructor. A [Training] scores itself, [Folds] score what they held out, and a transform of each
/// score makes the next; so no score of a test case can stand in one.
public final class TrainingScores {
    private final LabelledRows rows;
    private final double[] values;

    private TrainingScores(LabelledRows rows, double[] values) {
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(rows.size() + " training cases, " + values.length + " scores");
        }
        this.rows = rows;
        this.values = values;
    }

    /// Takes ownership of the arrays.
    static <K> Map<K, TrainingScores> of(Training training, Map<K, double[]> values) {
        Map<K, TrainingScores> scores = new LinkedHashMap<>();
        values.forEach((model, own) -> scores.put(model, new TrainingScores(training.rows(), own)));
        return scores;
    }

    /// The training cases.
    public LabelledRows rows() {
        return rows;
    }

    /// One per training case; a copy.
    public double[] values() {
        return values.clone();
    }

    public Outcome outcome() {
        return rows.outcome();
    }

    /// The same cases, each score transformed by itself.
    public TrainingScores mapped(DoubleUnaryOperator transform) {
        double[] mapped = new double[values.length];
        for (int row = 0; row < mapped.length; row++) {
            mapped[row] = transform.applyAsDouble(values[row]);
        }
        return new TrainingScores(rows, mapped);
    }
}
