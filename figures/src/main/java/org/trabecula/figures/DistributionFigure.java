package org.trabecula.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.stats.Quantiles;

/// One feature in each class: every case as a dot, the median and the quartiles as a box, whiskers to the last value
/// within 1.5 interquartile ranges.
public final class DistributionFigure {
    private static final double DOT = 2.1;

    private DistributionFigure() {}

    /// @param values without NaN
    public record Group(String name, double[] values) {}

    /// @param feature the axis label, with its unit
    public static String svg(String title, String feature, List<Group> groups) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Group group : groups) {
            low = Math.min(low, Arrays.stream(group.values()).min().orElse(low));
            high = Math.max(high, Arrays.stream(group.values()).max().orElse(high));
        }
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT - 40, title);
        Scale y = Double.isInfinite(low) ? Scale.unit() : Scale.around(low, high, 6);
        double left = Plot.room(y);
        Plot plot = new Plot(
                svg, new Scale(0, groups.size(), false, List.of()), y, left, 14, Plot.WIDTH - 16 - left, Plot.HEIGHT - 92);
        plot.grid().yAxis(feature);
        svg.line(plot.left, plot.top + plot.height, plot.left + plot.width, plot.top + plot.height, Pen.AXIS);
        for (int g = 0; g < groups.size(); g++) {
            String colour = g == 0 ? Palette.ACUTE : g == 1 ? Palette.CHRONIC : Palette.colour(g);
            double middle = plot.x(g + 0.5);
            double[] sorted = groups.get(g).values().clone();
            Arrays.sort(sorted);
            swarm(plot, sorted, middle + 26, colour);
            if (sorted.length > 0) {
                box(plot, sorted, middle - 30, colour);
            }
            String words = String.format(Locale.ROOT, "%s (n = %d)", groups.get(g).name(), sorted.length);
            svg.text(middle, plot.top + plot.height + 20, words, Anchor.MIDDLE);
        }
        return svg.document();
    }

    private static void box(Plot plot, double[] sorted, double x, String colour) {
        double q1 = Quantiles.type7OfSorted(sorted, 0.25);
        double median = Quantiles.type7OfSorted(sorted, 0.5);
        double q3 = Quantiles.type7OfSorted(sorted, 0.75);
        double reach = 1.5 * (q3 - q1);
        double lower = Arrays.stream(sorted).filter(v -> v >= q1 - reach).min().orElse(q1);
        double upper = Arrays.stream(sorted).filter(v -> v <= q3 + reach).max().orElse(q3);
        Svg svg = plot.svg;
        svg.line(x, plot.y(lower), x, plot.y(upper), Pen.AXIS);
        svg.rectangle(x - 18, plot.y(q3), 36, Math.max(0.5, plot.y(q1) - plot.y(q3)), "#ffffff", colour, 0);
        svg.line(x - 18, plot.y(median), x + 18, plot.y(median), Pen.solid(colour, 3));
    }

    /// Dots that would cover each other step aside, in turn to the right and to the left.
    private static void swarm(Plot plot, double[] sorted, double x, String colour) {
        double[] lastAt = new double[41];
        Arrays.fill(lastAt, Double.NEGATIVE_INFINITY);
        for (double value : sorted) {
            double up = plot.height - (plot.y(value) - plot.top);
            int lane = 0;
            while (lane < lastAt.length - 1 && up - lastAt[lane] < 2 * DOT) {
                lane++;
            }
            lastAt[lane] = up;
            double aside = (lane + 1) / 2 * 2 * DOT * (lane % 2 == 0 ? 1 : -1);
            plot.svg.circle(x + aside * 0.9, plot.y(value), DOT, colour, "none");
        }
    }
}
