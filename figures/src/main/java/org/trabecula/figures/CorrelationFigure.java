package org.trabecula.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.figures.Svg.Anchor;

/// A heat map of correlations, similar features side by side, with the tree that ordered them.
public final class CorrelationFigure {
    private static final int MAP = 380;
    private static final int TREE = 46;
    private static final int STEPS = 20;
    private static final int NAMED_UP_TO = 45;
    private static final int NAME_CHARACTERS = 30;

    private CorrelationFigure() {}

    /// @param names of the features; written when there are at most 45
    /// @param rho   symmetric, in [−1, 1]; NaN stays white
    public static String svg(String title, List<String> names, double[][] rho) {
        int n = rho.length;
        if (n == 0 || names.size() != n) {
            throw new IllegalArgumentException("a heat map needs a name for each row, got " + names.size() + " for " + n);
        }
        boolean named = n <= NAMED_UP_TO;
        double room = named ? 0.55 * Svg.SMALL * NAME_CHARACTERS + 10 : 16;
        Svg svg = new Svg((int) (MAP + 20 + room), MAP + TREE + 64, title);
        double left = 12;
        double top = TREE + 8;
        ClusterOrder.Node tree = ClusterOrder.tree(rho);
        int[] order = tree.leaves();
        double cell = (double) MAP / n;
        cells(svg, rho, order, left, top, cell);
        svg.rectangle(left, top, MAP, MAP, "none", Svg.SOFT, 0);
        branch(svg, tree, new Leaf(left, cell), top - 3);
        if (named) {
            int size = (int) Math.max(6, Math.min(Svg.SMALL, cell - 1));
            for (int row = 0; row < n; row++) {
                String name = Svg.shortened(names.get(order[row]), NAME_CHARACTERS);
                svg.text(left + MAP + 6, top + cell * (row + 0.5) + 0.35 * size, name, Anchor.START, size, Svg.INK, false);
            }
        }
        key(svg, left, top + MAP + 14);
        return svg.document();
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
