package org.trabecula.figures;

import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// What the lines and areas of a figure mean, written under its frame, where no curve can run through it.
final class Legend {
    private static final int ROW = 17;
    private static final double SAMPLE = 24;
    private static final double MARGIN = 14;
    /// From the start of an entry to its words.
    private static final double INDENT = SAMPLE + 6;

    private final List<Entry> entries;
    private final double width;
    private final int columns;

    /// @param width of the figure; two columns where the longest entry allows
    Legend(List<Entry> entries, double width) {
        this.entries = List.copyOf(entries);
        this.width = width;
        double longest =
                entries.stream().mapToDouble(entry -> Svg.width(entry.words(), Svg.SMALL)).max().orElse(0);
        this.columns = MARGIN + 2 * (INDENT + longest + MARGIN) <= width ? 2 : 1;
    }

    /// One line of a legend.
    ///
    /// @param opacity below 1 for an area, which is shown as a bar
    record Entry(String words, Pen pen, double opacity) {
        static Entry line(String words, Pen pen) {
            return new Entry(words, pen, 1);
        }

        static Entry area(String words, String colour, double opacity) {
            return new Entry(words, Pen.solid(colour, 9), opacity);
        }
    }

    /// Longest name that fits a line of its own beside some words that follow it.
    static int charactersBeside(double width, String words) {
        double room = width - 2 * MARGIN - INDENT - Svg.width(words, Svg.SMALL);
        return (int) Math.max(9, room / (0.56 * Svg.SMALL));
    }

    int height() {
        return ROW * rows() + 6;
    }

    private int rows() {
        return (entries.size() + columns - 1) / columns;
    }

    void draw(Svg svg, double top) {
        for (int e = 0; e < entries.size(); e++) {
            double x = MARGIN + e / rows() * (width - MARGIN) / columns;
            double y = top + ROW * (e % rows() + 0.5);
            Entry entry = entries.get(e);
            if (entry.opacity() < 1) {
                svg.area(new SvgPath().box(x, y - 4.5, SAMPLE, 9), entry.pen().colour(), entry.opacity());
            } else {
                svg.line(x, y, x + SAMPLE, y, entry.pen());
            }
            svg.text(x + INDENT, y + 4, entry.words(), Anchor.START, Svg.SMALL, Svg.INK, false);
        }
    }
}
