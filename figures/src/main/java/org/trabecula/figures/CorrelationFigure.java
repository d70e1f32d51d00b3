package org.trabecula.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;

/// A heat map of correlations, similar features side by side, with the tree that ordered them.
public final class CorrelationFigure {
    private static final int LARGEST_MAP = 380;
    private static final int LARGEST_CELL = 44;
    private static final int TREE = 46;
    private static final int STEPS = 20;
    private static final int NAMED_UP_TO = 45;
    private static final int NAME_CHARACTERS = 62;
    private static final int KEY = 240;
    /// Cells this wide hold their number.
    private static final int WRITTEN_FROM = 30;
    /// Cells this wide have the number of their column beneath.
    private static final int NUMBERED_FROM = 13;

    private CorrelationFigure() {}

    /// @param names of the features; written when there are at most 45, and the numbers in the cells where these are wide enough
    /// @param rho   symmetric, in [−1, 1]; NaN stays white
    public static String svg(String title, List<String> names, double[][] rho) {
        int n = rho.length;
        if (n == 0 || names.size() != n) {
            throw new IllegalArgumentException("a heat map needs a name for each row, got " + names.size() + " for " + n);
        }
        boolean named = n <= NAMED_UP_TO;
        double cell = Math.min(LARGEST_CELL, (double) LARGEST_MAP / n);
        double map = cell * n;
        boolean numbered = named && cell >= NUMBERED_FROM;
        double left = 12;
        double top = TREE + 8;
        ClusterOrder.Node tree = ClusterOrder.tree(rho);
        int[] order = tree.leaves();
        int size = (int) Math.max(6, Math.min(Svg.SMALL, cell - 1));
        List<String> labels = named ? labels(names, order, numbered) : List.of();
        double room = labels.stream().mapToDouble(label -> Svg.width(label, size)).max().orElse(0);
        double foot = top + map + (numbered ? 20 : 6);
        Svg svg = new Svg((int) Math.ceil(Math.max(left + map + room + 18, left + KEY + 12)), (int) foot + 42, title);
        cells(svg, rho, order, left, top, cell);
        svg.rectangle(left, top, map, map, "none", Svg.SOFT, 0);
        branch(svg, tree, new Leaf(left, cell), top - 3);
        for (int row = 0; row < labels.size(); row++) {
            double y = top + cell * (row + 0.5) + 0.35 * size;
            svg.text(left + map + 6, y, labels.get(row), Anchor.START, size, Svg.INK, false);
            if (numbered) {
                svg.text(left + cell * (row + 0.5), top + map + 14, Integer.toString(row + 1), Anchor.MIDDLE, size, Svg.INK, false);
            }
        }
        if (cell >= WRITTEN_FROM) {
            values(svg, rho, order, left, top, cell);
        }
        key(svg, left, foot + 8);
        return svg.document();
    }

    /// Names in the order of the map, with the numbers that stand under the columns.
    private static List<String> labels(List<String> names, int[] order, boolean numbered) {
        List<String> shorts = ShortNames.of(names, NAME_CHARACTERS);
        return IntStream.range(0, order.length)
                .mapToObj(row -> (numbered ? row + 1 + "  " : "") + shorts.get(order[row]))
                .toList();
    }

    private static void values(Svg svg, double[][] rho, int[] order, double left, double top, double cell) {
        for (int row = 0; row < order.length; row++) {
            for (int column = 0; column < order.length; column++) {
                double value = rho[order[row]][order[column]];
                String words = Double.isNaN(value) ? "none" : Shown.fixed(value, 2);
                String ink = Math.abs(value) > 0.6 ? "#fffffe" : Svg.BLACK;
                svg.text(left + cell * (column + 0.5), top + cell * (row + 0.5) + 4, words, Anchor.MIDDLE, Svg.SMALL, ink, false);
            }
        }
    }

    /// Neighbouring cells of a row with the same colour become one broad line, lines of one colour one path.
    private static void cells(Svg svg, double[][] rho, int[] order, double left, double top, double cell) {
        Map<Integer, SvgPath> byColour = new TreeMap<>();
        for (int row = 0; row < order.length; row++) {
            int from = 0;
            while (from < order.length) {
                int step = step(rho[order[row]][order[from]]);
                int to = from + 1;
                while (to < order.length && step(rho[order[row]][order[to]]) == step) {
                    to++;
                }
                if (step != 0) {
                    byColour.computeIfAbsent(step, s -> new SvgPath())
                            .across(left + cell * from, top + cell * (row + 0.5), cell * (to - from));
                }
                from = to;
            }
        }
        byColour.forEach(
                (step, path) -> svg.path(path, Pen.solid(Palette.diverging((double) step / STEPS), cell)));
    }

    private static int step(double rho) {
        return Double.isNaN(rho) ? 0 : (int) Math.round(rho * STEPS);
    }

    /// Where the next leaf of the tree stands; moves on as the tree is walked.
    private static final class Leaf {
        private double x;
        private final double cell;

        Leaf(double left, double cell) {
            this.x = left - cell / 2;
            this.cell = cell;
        }

        double next() {
            x += cell;
            return x;
        }
    }

    /// Draws a node's bracket and returns the x at which it hangs from its parent.
    private static double branch(Svg svg, ClusterOrder.Node node, Leaf leaf, double base) {
        if (node.parts().isEmpty()) {
            return leaf.next();
        }
        double y = base - TREE * Math.min(1, node.height());
        double[] x = new double[2];
        SvgPath path = new SvgPath();
        for (int part = 0; part < 2; part++) {
            ClusterOrder.Node child = node.parts().get(part);
            x[part] = branch(svg, child, leaf, base);
            path.move(x[part], base - TREE * Math.min(1, child.height())).line(x[part], y);
        }
        svg.path(path.move(x[0], y).line(x[1], y), new Pen(Svg.SOFT, 0.8, ""));
        return (x[0] + x[1]) / 2;
    }

    private static void key(Svg svg, double left, double top) {
        double wide = 180.0 / (2 * STEPS + 1);
        for (int step = -STEPS; step <= STEPS; step++) {
            svg.rectangle(left + (step + STEPS) * wide, top, wide + 0.3, 10, Palette.diverging((double) step / STEPS));
        }
        String[] words = {"−1", "0", "+1"};
        for (int w = 0; w < 3; w++) {
            svg.text(left + 90 * w, top + 24, words[w], w == 0 ? Anchor.START : w == 1 ? Anchor.MIDDLE : Anchor.END,
                    Svg.SMALL, Svg.INK, false);
        }
        svg.text(left + 192, top + 10, "correlation", Anchor.START, Svg.SMALL, Svg.SOFT, false);
    }
}
