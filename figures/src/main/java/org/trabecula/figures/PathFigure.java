package org.trabecula.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
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
        int at = nearest(lambdas, chosen);
        int[] order = IntStream.range(0, coefficients.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -Math.abs(coefficients[f][at])))
                .mapToInt(Integer::intValue)
                .toArray();
        Legend legend = new Legend(entries(names, coefficients, order, at), Plot.WIDTH);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT + 18 + legend.height(), title);
        Scale y = Scale.around(low, high, 6);
        double left = Plot.room(y);
        Plot plot = new Plot(svg, x, y, left, 36, Plot.WIDTH - 16 - left, Plot.HEIGHT - 72);
        plot.axes("λ (above the frame: coefficients that are not zero)", "Coefficient");
        for (int rank = order.length - 1; rank >= 0; rank--) {
            int feature = order[rank];
            boolean kept = coefficients[feature][at] != 0;
            Pen pen = !kept ? LEFT_OUT : rank < NAMED ? Pen.solid(Palette.colour(rank), 1.8) : Pen.solid("#7d8796", 1);
            plot.line(new Curve(lambdas, coefficients[feature]), pen);
        }
        plot.segment(x.low(), 0, x.high(), 0, Pen.AXIS);
        plot.mark(chosen, "chosen λ = " + Shown.significant(chosen, 3), 30, x.position(chosen) < 0.6 ? Anchor.START : Anchor.END);
        counts(plot, lambdas, coefficients);
        legend.draw(svg, Plot.HEIGHT + 14);
        return svg.document();
    }

    /// The strongest features at the chosen λ.
    private static List<Legend.Entry> entries(List<String> names, double[][] coefficients, int[] order, int at) {
        List<String> named = new ArrayList<>();
        for (int rank = 0; rank < Math.min(NAMED, order.length) && coefficients[order[rank]][at] != 0; rank++) {
            named.add(names.get(order[rank]));
        }
        List<String> shorts = ShortNames.of(named, Legend.charactersBeside(Plot.WIDTH, ""));
        List<Legend.Entry> entries = new ArrayList<>();
        for (int rank = 0; rank < shorts.size(); rank++) {
            entries.add(Legend.Entry.line(shorts.get(rank), Pen.solid(Palette.colour(rank), 1.8)));
        }
        return entries;
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
            double half = Svg.width(Long.toString(count), Svg.SMALL) / 2 + 2;
            plot.svg.rectangle(plot.x(tick) - half, plot.top - 17, 2 * half, 13, "#ffffff"); // over the line of the chosen λ
            plot.svg.text(plot.x(tick), plot.top - 7, Long.toString(count), Anchor.MIDDLE, Svg.SMALL, Svg.SOFT, false);
        }
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
