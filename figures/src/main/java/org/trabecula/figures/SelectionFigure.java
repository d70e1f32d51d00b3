package org.trabecula.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.figures.Svg.Anchor;

/// How often each feature was selected over many fits: a bar from 0 to all of them. Most frequent first; the rarest beyond a number of
/// rows, and those never selected, are left out.
public final class SelectionFigure {
    /// Features shown at most.
    public static final int MOST = 20;

    private static final int NAME_CHARACTERS = 62;
    private static final int ROW = 20;
    private static final int BAR = 10;
    private static final int BARS = 260;
    private static final int NUMBERS = 92;

    private SelectionFigure() {}

    /// @param features names
    /// @param counts   fits that selected each
    /// @param fits     all of them
    public static String svg(String title, List<String> features, int[] counts, int fits) {
        int[] order = IntStream.range(0, counts.length)
                .boxed()
                .filter(feature -> counts[feature] > 0)
                .sorted(Comparator.comparingInt((Integer feature) -> -counts[feature]))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> shorts = ShortNames.of(features, NAME_CHARACTERS);
        int room = (int) Math.ceil(IntStream.of(order).mapToDouble(f -> Svg.width(shorts.get(f), Svg.SMALL)).max().orElse(0)) + 16;
        double tall = ROW * Math.max(1, order.length) + 4;
        Svg svg = new Svg(room + BARS + NUMBERS, (int) tall + 62, title);
        Plot plot = new Plot(svg, Scale.counting(0, fits, 5), Scale.unit(), room + 8, 10, BARS - 8, tall);
        for (double tick : plot.xScale.ticks()) {
            svg.line(plot.x(tick), plot.top, plot.x(tick), plot.top + tall, Pen.GRID);
            svg.text(plot.x(tick), plot.top + tall + 18, plot.xScale.label(tick), Anchor.MIDDLE);
        }
        svg.text(plot.left + plot.width / 2, plot.top + tall + 40, "Fits that selected it, of " + fits, Anchor.MIDDLE);
        for (int rank = 0; rank < order.length; rank++) {
            double y = plot.top + 4 + ROW * rank;
            int count = counts[order[rank]];
            svg.text(room, y + 9, shorts.get(order[rank]), Anchor.END, Svg.SMALL, Svg.INK, false);
            svg.rectangle(plot.x(0), y, plot.x(count) - plot.x(0), BAR, Palette.colour(0));
            svg.text(plot.left + plot.width + 10, y + 9, count + " (" + Math.round(100.0 * count / fits) + " %)", Anchor.START, Svg.SMALL, Svg.INK, false);
        }
        svg.line(plot.x(0), plot.top, plot.x(0), plot.top + tall, Pen.AXIS);
        return svg.document();
    }
}
