package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// A method as it ran, from the top down: boxes of steps with what each left, side by side where two ways run (method P2).
/// Narrow enough for a phone held upright.
public final class PipelineFigure {
    private static final int WIDTH = 430;
    private static final int MARGIN = 8;
    private static final int BETWEEN = 14;
    private static final int GAP = 24;
    private static final int LINE = 17;
    private static final int INSET = 9;
    private static final int SIZE = Svg.SMALL + 1;
    private static final String FILL = "#f5f7fa";

    private PipelineFigure() {}

    /// A line of a box.
    ///
    /// @param words such as the name of a step
    /// @param count at the right edge, such as the features that the step left; may be empty
    public record Line(String words, String count) {
        public static Line of(String words) {
            return new Line(words, "");
        }
    }

    /// @param title in bold
    public record Box(String title, List<Line> lines) {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /// What stands at one height.
    public sealed interface Row {
        /// A box as wide as the figure.
        record Whole(Box box) implements Row {}

        /// Two ways side by side, each from the top down.
        record Ways(List<Box> left, List<Box> right) implements Row {
            public Ways {
                left = List.copyOf(left);
                right = List.copyOf(right);
            }
        }
    }

    /// @param rows in the order of the method
    public static String svg(String title, List<Row> rows) {
        double height = 2.0 * MARGIN - GAP;
        for (Row row : rows) {
            height += height(row) + GAP;
        }
        Svg svg = new Svg(WIDTH, (int) Math.ceil(Math.max(height, 2.0 * MARGIN)), title);
        double y = MARGIN;
        for (int r = 0; r < rows.size(); r++) {
            draw(svg, rows.get(r), y);
            double bottom = y + height(rows.get(r));
            if (r + 1 < rows.size()) {
                join(svg, rows.get(r), rows.get(r + 1), bottom);
            }
            y = bottom + GAP;
        }
        return svg.document();
    }

    private static double whole() {
        return WIDTH - 2.0 * MARGIN;
    }

    private static double half() {
        return (whole() - BETWEEN) / 2;
    }

    private static void draw(Svg svg, Row row, double y) {
        switch (row) {
            case Row.Whole(Box box) -> box(svg, box, MARGIN, y, whole());
            case Row.Ways(List<Box> left, List<Box> right) -> {
                way(svg, left, MARGIN, y, height(row));
                way(svg, right, MARGIN + half() + BETWEEN, y, height(row));
            }
        }
    }

    /// Boxes below each other; the line of the shorter way goes on to where the longer one ends.
    private static void way(Svg svg, List<Box> boxes, double x, double top, double height) {
        double y = top;
        double middle = x + half() / 2;
        for (int b = 0; b < boxes.size(); b++) {
            box(svg, boxes.get(b), x, y, half());
            double bottom = y + height(boxes.get(b), half());
            if (b + 1 < boxes.size()) {
                Arrow.draw(svg, middle, bottom, middle, bottom + GAP);
            } else if (bottom < top + height) {
                svg.line(middle, bottom, middle, top + height, Pen.AXIS);
            }
            y = bottom + GAP;
        }
    }

    private static void join(Svg svg, Row from, Row to, double y) {
        boolean ways = from instanceof Row.Ways || to instanceof Row.Ways;
        if (!ways) {
            Arrow.draw(svg, WIDTH / 2.0, y, WIDTH / 2.0, y + GAP);
            return;
        }
        for (double x : new double[] {MARGIN + half() / 2, MARGIN + half() * 1.5 + BETWEEN}) {
            Arrow.draw(svg, x, y, x, y + GAP);
        }
    }

    private static void box(Svg svg, Box box, double x, double y, double width) {
        svg.rectangle(x, y, width, height(box, width), FILL, Svg.SOFT, 4);
        double baseline = y + 20;
        for (String line : titles(box, width)) {
            svg.text(x + INSET, baseline, line, Anchor.START, Svg.TEXT, Svg.INK, true);
            baseline += LINE;
        }
        for (Line line : box.lines()) {
            List<String> words = words(line, width);
            svg.text(x + width - INSET, baseline, line.count(), Anchor.END, SIZE, Svg.INK, false);
            for (String row : words) {
                svg.text(x + INSET, baseline, row, Anchor.START, SIZE, Svg.SOFT, false);
                baseline += LINE;
            }
        }
    }

    /// Bold letters are about a tenth wider.
    private static List<String> titles(Box box, double width) {
        return WrappedRows.broken(box.title(), (width - 2 * INSET) / 1.1, Svg.TEXT);
    }

    private static List<String> words(Line line, double width) {
        double count = line.count().isEmpty() ? 0 : Svg.width(line.count(), SIZE) * 1.05 + 8;
        return WrappedRows.broken(line.words(), (width - 2 * INSET - count) / 1.03, SIZE);
    }

    private static double height(Box box, double width) {
        List<String> rows = new ArrayList<>(titles(box, width));
        box.lines().forEach(line -> rows.addAll(words(line, width)));
        return LINE * rows.size() + 12.0;
    }

    private static double height(Row row) {
        return switch (row) {
            case Row.Whole(Box box) -> height(box, whole());
            case Row.Ways(List<Box> left, List<Box> right) -> Math.max(height(left), height(right));
        };
    }

    private static double height(List<Box> boxes) {
        return boxes.stream().mapToDouble(box -> height(box, half()) + GAP).sum() - GAP;
    }
}
