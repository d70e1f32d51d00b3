package org.trabecula.stats.nomogram;

import java.util.List;

/// The axis of one variable: ticks with their points.
///
/// @param variable      its name
/// @param labels        one per tick: the level, or the number
/// @param values        one per tick; NaN for the levels of a categorical variable
/// @param contributions of each tick to the linear predictor
/// @param points        of each tick; the smallest is 0
public record Axis(
        String variable, List<String> labels, List<Double> values, List<Double> contributions, List<Double> points) {
    public Axis {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        contributions = List.copyOf(contributions);
        points = List.copyOf(points);
    }

    /// Whether ticks are levels rather than places on a scale.
    public boolean categorical() {
        return values.getFirst().isNaN();
    }

    /// Whether points rise (or fall) with the value all along; a spline may turn back, and points then belong to two values.
    /// Levels have no order: true.
    public boolean monotone() {
        if (categorical()) {
            return true;
        }
        boolean rises = true;
        boolean falls = true;
        for (int k = 1; k < points.size(); k++) {
            rises &= points.get(k) >= points.get(k - 1);
            falls &= points.get(k) <= points.get(k - 1);
        }
        return rises || falls;
    }
}
