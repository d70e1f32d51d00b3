package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.Svg.Anchor;

/// The way of the cases from eligible to training and test, with every exclusion beside it (method P2). Narrow enough for a phone held
/// upright.
public final class FlowFigure {
    private static final int MARGIN = 4;
    private static final int BOX = 196;
    private static final int BETWEEN = 30;
    private static final int ASIDE = 196;
    private static final int LINE = 17;
    private static final int GAP = 34;
    private static final int WIDTH = MARGIN + BOX + BETWEEN + ASIDE + MARGIN;

    private FlowFigure() {}

    /// A box on the main way.
    ///
    /// @param lines    what it says; the first is bold
    /// @param excluded what leaves the way after it, one line a reason; empty for none
    public record Step(List<String> lines, List<String> excluded) {}

    /// @param steps  from the top down
    /// @param groups the boxes at the end, side by side, such as training and test
    public static String svg(String title, List<Step> steps, List<List<String>> groups) {
        return drawn(
                title,
                steps.stream()
                        .map(step -> new Step(broken(step.lines(), BOX), broken(step.excluded(), ASIDE)))
                        .toList(),
                groups.stream().map(group -> broken(group, groupWidth(groups.size()))).toList());
    }

    private static String drawn(String title, List<Step> steps, List<List<String>> groups) {
        double wayX = MARGIN + BOX / 2.0;
        List<Double> tops = new ArrayList<>();
        double y = 12;
        for (Step step : steps) {
            tops.add(y);
            double aside = step.excluded().isEmpty() ? 0 : height(step.excluded());
            y += height(step.lines()) + Math.max(GAP, aside + 16);
        }
        double forked = y; // below the last exclusions, which the fork must not cross
        if (groups.size() > 1 && !steps.getLast().excluded().isEmpty()) {
            y += GAP;
        }
        double tallest = groups.stream().mapToDouble(FlowFigure::height).max().orElse(0);
        Svg svg = new Svg(WIDTH, (int) Math.ceil(y + tallest + 24), title);
        for (int s = 0; s < steps.size(); s++) {
            Step step = steps.get(s);
            double bottom = tops.get(s) + height(step.lines());
            boolean goesOn = s + 1 < steps.size();
            double next = goesOn ? tops.get(s + 1) : y;
            if (goesOn || groups.size() == 1) {
                Arrow.draw(svg, wayX, bottom, wayX, next);
            }
            if (!step.excluded().isEmpty()) {
                double middle = (bottom + (goesOn ? next : forked)) / 2;
                Arrow.draw(svg, wayX, middle, MARGIN + BOX + BETWEEN, middle);
                box(svg, MARGIN + BOX + BETWEEN, middle - height(step.excluded()) / 2, ASIDE, step.excluded(), false);
            }
            box(svg, MARGIN, tops.get(s), BOX, step.lines(), true);
        }
        if (groups.size() > 1) {
            fork(svg, wayX, tops.getLast() + height(steps.getLast().lines()), y, groups);
        } else if (groups.size() == 1) {
            box(svg, MARGIN, y, BOX, groups.getFirst(), true);
        }
        return svg.document();
    }

    private static double groupWidth(int groups) {
        return groups <= 2 ? BOX : (WIDTH - 2.0 * MARGIN) / groups - 12;
    }

    /// Lines that fit a box; bold letters are about a tenth wider.
    private static List<String> broken(List<String> lines, double box) {
        List<String> fitting = new ArrayList<>();
        for (String line : lines) {
            fitting.addAll(WrappedRows.broken(line, (box - 20) / (fitting.isEmpty() ? 1.1 : 1), Svg.TEXT));
        }
        return fitting;
    }

    private static void fork(Svg svg, double wayX, double from, double to, List<List<String>> groups) {
        double[] left = new double[groups.size()];
        double[] wide = new double[groups.size()];
        for (int g = 0; g < groups.size(); g++) {
            double share = (WIDTH - 2.0 * MARGIN) / groups.size();
            boolean pair = groups.size() == 2; // under the way and under the exclusions
            left[g] = !pair ? MARGIN + share * g + 6 : g == 0 ? MARGIN : MARGIN + BOX + BETWEEN;
            wide[g] = !pair ? share - 12 : g == 0 ? BOX : ASIDE;
        }
        double bar = to - GAP / 2.0;
        svg.line(wayX, from, wayX, bar, Pen.AXIS);
        double last = left[groups.size() - 1] + wide[groups.size() - 1] / 2;
        svg.line(Math.min(left[0] + wide[0] / 2, wayX), bar, Math.max(last, wayX), bar, Pen.AXIS);
        for (int g = 0; g < groups.size(); g++) {
            double x = left[g] + wide[g] / 2;
            Arrow.draw(svg, x, bar, x, to);
            box(svg, left[g], to, wide[g], groups.get(g), true);
        }
    }

    private static void box(Svg svg, double x, double y, double width, List<String> lines, boolean boldFirst) {
        svg.rectangle(x, y, width, height(lines), boldFirst ? "#f5f7fa" : "#ffffff", Svg.SOFT, 4);
        for (int n = 0; n < lines.size(); n++) {
            svg.text(x + 10, y + 20 + LINE * n, lines.get(n), Anchor.START, n == 0 ? Svg.TEXT : Svg.SMALL + 1, Svg.INK,
                    boldFirst && n == 0);
        }
    }

    private static double height(List<String> lines) {
        return LINE * lines.size() + 12.0;
    }
}
