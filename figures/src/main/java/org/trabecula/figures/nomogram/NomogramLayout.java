package org.trabecula.figures.nomogram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.trabecula.core.Shown;
import org.trabecula.figures.ShortNames;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Link;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.TickLabel;

/// Where the parts of a drawn nomogram lie, in px: points, one row per variable, total points, linear predictor, probability.
///
/// @param rows      from top to bottom
/// @param maxPoints at the right end of the points axis
/// @param maxTotal  at the right end of the total-points axis
/// @param height    of the drawing
record NomogramLayout(List<Row> rows, double maxPoints, double maxTotal, int height) {
    static final int WIDTH = 820;
    static final double LEFT = 200;
    static final double RIGHT = 790;
    static final double TIER = 13;
    private static final double GAP = 19;
    /// Under the last labels, so that a page cut to the drawing keeps them whole.
    private static final double MARGIN = 16;
    private static final int TITLE_CHARACTERS = 25;

    NomogramLayout {
        rows = List.copyOf(rows);
    }

    /// A tick.
    ///
    /// @param tier of the label (see [TickLabels]); 0 without one
    record Mark(double x, String label, int tier) {}

    /// One axis.
    ///
    /// @param title lines of text at its left
    /// @param y     of the line, which runs `from` … `to`
    record Row(List<String> title, double y, double from, double to, List<Mark> marks) {
        Row {
            title = List.copyOf(title);
            marks = List.copyOf(marks);
        }
    }

    /// Lays a nomogram out.
    ///
    /// @param probability what the last axis says, such as "Probability of acute"
    /// @param titles      what stands beside a variable's axis, with its unit
    static NomogramLayout of(Nomogram nomogram, Link link, String probability, UnaryOperator<String> titles) {
        double maxPoints = nomogram.maxPoints();
        double maxTotal = nomogram.totalTicks().getLast();
        List<Row> rows = new ArrayList<>();
        double y = row(rows, 8, "Points", scale(tenths(maxPoints), maxPoints), true);
        for (Axis axis : nomogram.axes()) {
            y = row(rows, y, titles.apply(axis.variable()), marks(axis, maxPoints), false);
        }
        y = row(rows, y + 10, "Total points", scale(nomogram.totalTicks(), maxTotal), true);
        List<Mark> predictors = new ArrayList<>();
        TickLabels room = new TickLabels();
        for (double eta : nomogram.predictorTicks()) {
            mark(predictors, room, nomogram.totalPoints(eta), maxTotal, Shown.minus(TickLabel.of(eta)), 1);
        }
        y = row(rows, y, "Linear predictor", predictors, false);
        List<Mark> probabilities = probabilities(nomogram.probabilityTicks(link), maxTotal);
        y = row(rows, y, probability, probabilities, false);
        return new NomogramLayout(rows, maxPoints, maxTotal, (int) Math.ceil(y - GAP + MARGIN));
    }

    /// Where points lie on an axis that ends at `most`.
    static double x(double points, double most) {
        return LEFT + points / most * (RIGHT - LEFT);
    }

    Row points() {
        return rows.getFirst();
    }

    Row variable(int axis) {
        return rows.get(1 + axis);
    }

    Row total() {
        return rows.get(rows.size() - 3);
    }

    Row predictor() {
        return rows.get(rows.size() - 2);
    }

    Row probability() {
        return rows.getLast();
    }

    private static double row(List<Row> rows, double top, String title, List<Mark> marks, boolean full) {
        int above = marks.stream().mapToInt(mark -> Math.max(0, -mark.tier())).max().orElse(0);
        int below = marks.stream().mapToInt(mark -> Math.max(0, mark.tier())).max().orElse(0);
        List<String> lines = lines(title);
        double y = top + Math.max(TIER * above + (above > 0 ? 4 : 0), 8 * lines.size()) + 4;
        double from = full ? LEFT : marks.stream().mapToDouble(Mark::x).min().orElse(LEFT);
        double to = full ? RIGHT : marks.stream().mapToDouble(Mark::x).max().orElse(LEFT);
        rows.add(new Row(lines, y, from, to, marks));
        return y + Math.max(TIER * below + 4, 8 * lines.size()) + GAP;
    }

    private static List<Mark> scale(List<Double> ticks, double most) {
        List<Mark> marks = new ArrayList<>();
        TickLabels room = new TickLabels();
        for (double tick : ticks) {
            mark(marks, room, tick, most, TickLabel.of(tick), 1);
        }
        return marks;
    }

    /// Adds a tick where it lies on the total-points axis; what lies beyond either end cannot be reached by a sum of points.
    private static void mark(List<Mark> marks, TickLabels room, double points, double most, String label, int tier) {
        if (points > -1e-9 * most && points < most * (1 + 1e-9)) {
            double x = x(points, most);
            marks.add(new Mark(x, label, room.place(x, label, tier)));
        }
    }

    /// One half comes first: it is where the call changes sides. Then the outermost, then what there is room for.
    private static List<Mark> probabilities(List<Nomogram.ProbabilityTick> ticks, double most) {
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < ticks.size(); k++) {
            if (ticks.get(k).probability() == 0.5) {
                order.add(k);
            }
        }
        IntStream.of(0, ticks.size() - 1).filter(k -> k >= 0 && !order.contains(k)).distinct().forEach(order::add);
        IntStream.range(0, ticks.size()).filter(k -> !order.contains(k)).forEach(order::add);
        List<Mark> marks = new ArrayList<>();
        TickLabels room = new TickLabels();
        for (int k : order) {
            mark(marks, room, ticks.get(k).points(), most, TickLabel.of(ticks.get(k).probability()), 1);
        }
        marks.sort(Comparator.comparingDouble(Mark::x));
        return marks;
    }

    private static List<Double> tenths(double most) {
        List<Double> ticks = new ArrayList<>();
        for (int k = 0; k <= 10; k++) {
            ticks.add(most * k / 10);
        }
        return ticks;
    }

    /// Levels are all labelled. Of numbers the first and the last come first, the others where there is room; where points
    /// fall while the value rises and rise elsewhere, the falling part has its labels above the line.
    private static List<Mark> marks(Axis axis, double most) {
        int count = axis.points().size();
        int[] tiers = new int[count];
        TickLabels room = new TickLabels();
        List<Integer> order = new ArrayList<>(List.of(0));
        if (count > 1) {
            order.add(count - 1);
        }
        for (int k = 1; k < count - 1; k++) {
            order.add(k);
        }
        for (int k : order) {
            int side = axis.monotone() || !falls(axis.points(), k) ? 1 : -1;
            int[] possible = axis.categorical()
                    ? TickLabels.allTiers()
                    : k == 0 || k == count - 1 ? new int[] {side, -side} : new int[] {side};
            tiers[k] = room.place(x(axis.points().get(k), most), label(axis, k), possible);
        }
        List<Mark> marks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            marks.add(new Mark(x(axis.points().get(k), most), label(axis, k), tiers[k]));
        }
        return marks;
    }

    /// A level as it is, a number with a true minus.
    private static String label(Axis axis, int k) {
        String label = axis.labels().get(k);
        return axis.categorical() ? label : Shown.minus(label);
    }

    private static boolean falls(List<Double> points, int k) {
        return k > 0 ? points.get(k) < points.get(k - 1) : points.get(1) < points.get(0);
    }

    /// Breaks a title after blanks and underscores; a word that is still too long is shortened in its middle.
    private static List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : title.split("(?<=[ _])")) {
            if (!line.isEmpty() && line.length() + word.strip().length() > TITLE_CHARACTERS) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word.length() > TITLE_CHARACTERS ? ShortNames.of(List.of(word), TITLE_CHARACTERS).getFirst() : word);
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
