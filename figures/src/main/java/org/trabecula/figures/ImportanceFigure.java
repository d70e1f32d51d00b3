package org.trabecula.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.figures.Svg.Anchor;

/// What a classifier rests on: the AUC it loses when a feature's values are dealt out anew, with the standard deviation over the
/// deals. Most important first; the least important beyond a number of rows are left out.
public final class ImportanceFigure {
    /// Features shown at most.
    public static final int MOST = 15;

    private static final int NAME_CHARACTERS = 62;
    private static final int BAR = 8;
    private static final int BARS = 300;
    private static final int RIGHT = 30;
    private static final int BELOW = 48;

    private ImportanceFigure() {}

    /// Loss of AUC on one part of the cases.
    ///
    /// @param name  such as `training cases`
    /// @param drops one a feature
    /// @param sds   one a feature
    public record Part(String name, double[] drops, double[] sds) {}

    /// @param features names
    /// @param parts    one or two; the first orders the features
    public static String svg(String title, List<String> features, List<Part> parts) {
        double[] first = parts.getFirst().drops();
        int[] order = IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer feature) -> -first[feature]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        double low = 0;
        double high = 0;
        for (Part part : parts) {
            for (int feature : order) {
                low = Math.min(low, part.drops()[feature] - part.sds()[feature]);
                high = Math.max(high, part.drops()[feature] + part.sds()[feature]);
            }
        }
        if (low == high) {
            high = 0.1; // nothing is lost: an empty frame
        }
        List<String> shorts = ShortNames.of(features, NAME_CHARACTERS);
        int room = (int) Math.ceil(IntStream.of(order).mapToDouble(f -> Svg.width(shorts.get(f), Svg.SMALL)).max().orElse(0)) + 16;
        int row = BAR * parts.size() + 9;
        double tall = row * Math.max(1, order.length) + 4;
        List<Legend.Entry> entries = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            entries.add(Legend.Entry.line(parts.get(p).name(), Pen.solid(Palette.colour(p), BAR)));
        }
        int width = room + BARS + RIGHT;
        Legend legend = new Legend(entries, width);
        Svg svg = new Svg(width, (int) tall + 14 + BELOW + legend.height(), title);
        Plot plot = new Plot(svg, Scale.around(low, high, 4), Scale.unit(), room + 8, 10, BARS - 8, tall);
        for (double tick : plot.xScale.ticks()) {
            svg.line(plot.x(tick), plot.top, plot.x(tick), plot.top + tall, Pen.GRID);
            svg.text(plot.x(tick), plot.top + tall + 18, plot.xScale.label(tick), Anchor.MIDDLE);
        }
        svg.text(plot.left + plot.width / 2, plot.top + tall + 40, "AUC lost", Anchor.MIDDLE);
        for (int rank = 0; rank < order.length; rank++) {
            double y = plot.top + 4 + row * rank;
            svg.text(room, y + (row - 9) / 2.0 + 4, shorts.get(order[rank]), Anchor.END, Svg.SMALL, Svg.INK, false);
            for (int p = 0; p < parts.size(); p++) {
                bar(svg, plot, parts.get(p), order[rank], y + BAR * p, Palette.colour(p));
            }
        }
        svg.line(plot.x(0), plot.top, plot.x(0), plot.top + tall, Pen.AXIS);
        legend.draw(svg, plot.top + tall + BELOW);
        return svg.document();
    }

    private static void bar(Svg svg, Plot plot, Part part, int feature, double top, String colour) {
        double drop = part.drops()[feature];
        double from = plot.x(Math.min(0, drop));
        svg.rectangle(from, top + 1, plot.x(Math.max(0, drop)) - from, BAR - 2, colour);
        double middle = top + BAR / 2.0;
        svg.line(plot.x(drop - part.sds()[feature]), middle, plot.x(drop + part.sds()[feature]), middle, Pen.AXIS);
    }
}
