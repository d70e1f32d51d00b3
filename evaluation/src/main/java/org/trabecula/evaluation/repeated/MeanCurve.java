package org.trabecula.evaluation.repeated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A curve over repetitions: its mean at each x, and how far it hangs on the deal.
public record MeanCurve(List<Point> points) {
    /// @param y over the repetitions whose curve has a value there
    public record Point(double x, Spread y) {}

    public MeanCurve {
        points = List.copyOf(points);
    }

    /// At those of `x` where half of the curves or more have a value.
    ///
    /// @param curves one a repetition, NaN where it has no value
    static MeanCurve of(double[] x, List<DoubleUnaryOperator> curves) {
        List<Point> points = new ArrayList<>();
        for (double at : x) {
            Spread y = Spread.of(curves.stream().mapToDouble(curve -> curve.applyAsDouble(at)).toArray());
            if (y.count() > 0 && 2 * y.count() >= curves.size()) {
                points.add(new Point(at, y));
            }
        }
        return new MeanCurve(points);
    }
}
