package org.trabecula.web.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;

/// A nomogram's axes as the page draws them.
///
/// @param maxPoints     at the end of the widest axis
/// @param totalTicks    of the total-points axis
/// @param probabilities where the probability axis is marked
public record NomogramView(List<AxisView> axes, double maxPoints, List<Double> totalTicks, List<ProbabilityView> probabilities) {
    /// One variable's axis.
    public record AxisView(String variable, boolean levels, List<TickView> ticks) {
        static AxisView of(Axis axis) {
            List<TickView> ticks = new ArrayList<>();
            for (int n = 0; n < axis.labels().size(); n++) {
                double value = axis.values().get(n);
                ticks.add(new TickView(
                        axis.labels().get(n), Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value), axis.points().get(n)));
            }
            return new AxisView(axis.variable(), axis.categorical(), ticks);
        }
    }

    /// @param value empty for a level
    public record TickView(String label, OptionalDouble value, double points) {}

    /// @param points in all, at which the probability is reached
    public record ProbabilityView(double probability, double points) {}

    static NomogramView of(Nomogram nomogram) {
        return new NomogramView(
                nomogram.axes().stream().map(AxisView::of).toList(), nomogram.maxPoints(), nomogram.totalTicks(),
                nomogram.probabilityTicks(new Link.Logistic()).stream()
                        .map(tick -> new ProbabilityView(tick.probability(), tick.points()))
                        .toList());
    }
}
