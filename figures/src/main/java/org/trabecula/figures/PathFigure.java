package org.trabecula.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.trabecula.figures.Svg.Anchor;
import org.trabecula.stats.penalised.LassoPath;

/// Coefficients of a penalised regression along λ: strong penalty to the right, the chosen λ marked, above the frame how
/// many coefficients are not zero.
public final class PathFigure {
    private static final int NAMED = 7;
    private static final Pen LEFT_OUT = new Pen("#c3cad4", 1, "");

    private PathFigure() {}

    /// @param lambdas      falling
    /// @param coefficients one row a feature, one column a λ
    /// @param names        of the features
    /// @param chosen       the λ that was used
    public static String svg(
            String title, double[] lambdas, double[][] coefficients, List<String> names, double chosen) {
        Scale x = Scale.logarithmic(lambdas[lambdas.length - 1], lambdas[0]);
        double low = 0;
        double high = 0;
        for (double[] row : coefficients) {
            low = Math.min(low, Arrays.stream(row).min().orElse(0));
            high = Math.max(high, Arrays.stream(row).max().orElse(0));
        }
        int legendRows = (NAMED + 1) / 2;
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT + 28 + Plot.LEGEND_ROW * legendRows, title);
        Plot plot = new Plot(svg, x, Scale.around(low, high, 6), 62, 40, Plot.WIDTH - 78, Plot.HEIGHT - 74);
        plot.axes("λ", "Coefficient");
        counts(plot, lambdas, coefficients);
        int at = nearest(lambdas, chosen);
        int[] order = IntStream.range(0, coefficients.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(coefficients[f][at])))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = order.length - 1; rank >= 0; rank--) {
            int feature = order[rank];
            boolean kept = coefficients[feature][at] != 0;
            Pen pen = !kept ? LEFT_OUT : rank < NAMED ? Pen.solid(Palette.colour(rank), 1.8) : Pen.solid("#7d8796", 1);
            plot.line(new Curve(lambdas, coefficients[feature]), pen);
        }
        plot.segment(x.low(), 0, x.high(), 0, Pen.AXIS);
        plot.mark(chosen, "chosen λ = " + String.format(Locale.ROOT, "%.3g", chosen), Pen.REFERENCE,
                x.position(chosen) < 0.6 ? Anchor.START : Anchor.END);
        List<Plot.Entry> legend = new ArrayList<>();
        for (int rank = 0; rank < Math.min(NAMED, order.length) && coefficients[order[rank]][at] != 0; rank++) {
            legend.add(new Plot.Entry(
                    Svg.shortened(names.get(order[rank]), 28), Pen.solid(Palette.colour(rank), 1.8)));
        }
        return legend.isEmpty() ? svg.document() : plot.legendBelow(legend, Plot.HEIGHT + 18).document();
    }

    /// From a path of `stats`.
    public static String svg(String title, LassoPath path, List<String> names, double chosen) {
        double[][] coefficients = new double[path.features()][path.size()];
        for (int k = 0; k < path.size(); k++) {
            int[] columns = path.coefficients(k).columns();
            double[] values = path.coefficients(k).values();
            for (int n = 0; n < columns.length; n++) {
                coefficients[columns[n]][k] = values[n];
            }
        }
        return svg(title, path.lambdas(), coefficients, names, chosen);
    }

    private static void counts(Plot plot, double[] lambdas, double[][] coefficients) {
        for (double tick : plot.xScale.ticks()) {
            int at = nearest(lambdas, tick);
            long count = Arrays.stream(coefficients).filter(row -> row[at] != 0).count();
            plot.svg.text(plot.x(tick), plot.top - 7, Long.toString(count), Anchor.MIDDLE, Svg.SMALL, Svg.SOFT, false);
        }
        plot.svg.text(plot.left + plot.width / 2, plot.top - 22, "coefficients that are not zero", Anchor.MIDDLE, Svg.SMALL,
                Svg.SOFT, false);
    }

    private static int nearest(double[] lambdas, double lambda) {
        int best = 0;
        for (int k = 1; k < lambdas.length; k++) {
            if (Math.abs(Math.log(lambdas[k] / lambda)) < Math.abs(Math.log(lambdas[best] / lambda))) {
                best = k;
            }
        }
        return best;
    }
}
