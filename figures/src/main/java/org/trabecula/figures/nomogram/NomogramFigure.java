package org.trabecula.figures.nomogram;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.figures.Pen;
import org.trabecula.figures.Svg;
import org.trabecula.stats.nomogram.Axis;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.TickLabel;

/// The printable nomogram.
///
/// Reading: from each value up to the points axis; the sum of points on the total axis; straight down to the probability.
/// A label that would touch the one before it is left out, its tick stays. A categorical axis writes its levels above and
/// below in turn where they are close. An axis of a spline that turns back continues on a second line.
public final class NomogramFigure {
    private static final String INK = "#1c2430";
    private static final String SOFT = "#5b6675";
    private static final Pen AXIS = new Pen(INK, 1, "");
    private static final Pen GUIDE = new Pen("#e6e9ee", 1, "");
    private static final double TICK = 5;
    private static final double MINOR_TICK = 3;
    /// Px between two labels on one line.
    private static final double GAP = 4;
    private static final double SECOND_LINE = 20;

    private final NomogramSheet sheet;
    private final NomogramLayout layout;
    private final Svg svg;

    private NomogramFigure(NomogramSheet sheet) {
        this.sheet = sheet;
        this.layout = NomogramLayout.of(sheet.nomogram());
        this.svg = new Svg(NomogramLayout.SHEET_WIDTH, layout.height(), "Nomogram: " + sheet.title());
    }

    /// An SVG document.
    public static String draw(NomogramSheet sheet) {
        return new NomogramFigure(sheet).document();
    }

    private String document() {
        guides();
        svg.text(14, 20, sheet.title(), Svg.Anchor.START, 14, INK, true);
        pointsAxis();
        List<Axis> axes = sheet.nomogram().axes();
        for (int k = 0; k < axes.size(); k++) {
            variable(axes.get(k), layout.variableY().get(k));
        }
        totalAxis();
        predictorAxis();
        probabilityAxis();
        return svg.document();
    }

    /// Faint lines from the points axis through the variables, every 10 of 100 points.
    private void guides() {
        double bottom = layout.variableY().getLast();
        for (int tenth = 0; tenth <= 10; tenth++) {
            double x = layout.pointsX(layout.maxPoints() * tenth / 10);
            svg.line(x, layout.pointsY(), x, bottom, GUIDE);
        }
    }

    private void name(String text, double y, boolean bold) {
        String shown = text.length() <= 21 ? text : text.substring(0, 10) + "…" + text.substring(text.length() - 10);
        svg.text(14, y + 4, shown, Svg.Anchor.START, 13, INK, bold);
    }

    private void pointsAxis() {
        double y = layout.pointsY();
        name("Points", y, true);
        svg.line(layout.pointsX(0), y, layout.pointsX(layout.maxPoints()), y, AXIS);
        for (int k = 0; k <= 50; k++) {
            double points = layout.maxPoints() * k / 50;
            double x = layout.pointsX(points);
            boolean major = k % 5 == 0;
            svg.line(x, y, x, y - (major ? TICK : MINOR_TICK), AXIS);
            if (major) {
                svg.text(x, y - 8, TickLabel.of(points), Svg.Anchor.MIDDLE, 11, INK, false);
            }
        }
    }

    private void variable(Axis axis, double y) {
        name(axis.variable(), y, false);
        if (axis.categorical()) {
            levels(axis, y);
            return;
        }
        List<List<Integer>> runs = monotoneRuns(axis.points());
        for (int run = 0; run < runs.size(); run++) {
            List<Integer> ticks = runs.get(run);
            double line = run % 2 == 0 ? y : y + SECOND_LINE;
            double from = layout.pointsX(axis.points().get(ticks.getFirst()));
            double to = layout.pointsX(axis.points().get(ticks.getLast()));
            svg.line(from, line, to, line, AXIS);
            if (run > 0) {
                svg.line(from, y, from, y + SECOND_LINE, new Pen(SOFT, 1, "2 2"));
            }
            List<Tick> labelled = new ArrayList<>();
            for (int k : ticks) {
                labelled.add(new Tick(layout.pointsX(axis.points().get(k)), axis.labels().get(k)));
            }
            ticks(labelled, line, run % 2 == 0);
        }
    }

    private void levels(Axis axis, double y) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double points : axis.points()) {
            lowest = Math.min(lowest, points);
            highest = Math.max(highest, points);
        }
        svg.line(layout.pointsX(lowest), y, layout.pointsX(highest), y, AXIS);
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < axis.points().size(); k++) {
            order.add(k);
        }
        order.sort(java.util.Comparator.comparingDouble(k -> axis.points().get(k)));
        double above = Double.NEGATIVE_INFINITY;
        double below = Double.NEGATIVE_INFINITY;
        for (int k : order) {
            double x = layout.pointsX(axis.points().get(k));
            double half = width(axis.labels().get(k)) / 2;
            boolean up = x - half > above + GAP || above <= below;
            svg.line(x, y, x, up ? y - TICK : y + TICK, AXIS);
            double start = Math.max(x - half, (up ? above : below) + GAP);
            svg.text(start + half, up ? y - 8 : y + 16, axis.labels().get(k), Svg.Anchor.MIDDLE, 11, INK, false);
            if (up) {
                above = start + 2 * half;
            } else {
                below = start + 2 * half;
            }
        }
    }

    private record Tick(double x, String label) {}

    private void ticks(List<Tick> ticks, double y, boolean above) {
        List<Tick> rightwards = new ArrayList<>(ticks);
        rightwards.sort(java.util.Comparator.comparingDouble(Tick::x));
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : rightwards) {
            svg.line(tick.x(), y, tick.x(), above ? y - TICK : y + TICK, AXIS);
            double half = width(tick.label()) / 2;
            if (tick.x() - half > end + GAP) {
                svg.text(tick.x(), above ? y - 8 : y + 16, tick.label(), Svg.Anchor.MIDDLE, 11, INK, false);
                end = tick.x() + half;
            }
        }
    }

    private void totalAxis() {
        double y = layout.totalY();
        name("Total points", y, true);
        svg.line(layout.totalX(0), y, layout.totalX(layout.maxTotal()), y, AXIS);
        List<Double> majors = sheet.nomogram().totalTicks();
        List<Tick> ticks = new ArrayList<>();
        for (int k = 0; k < majors.size(); k++) {
            ticks.add(new Tick(layout.totalX(majors.get(k)), TickLabel.of(majors.get(k))));
            for (int minor = 1; k > 0 && minor < 4; minor++) {
                double x = layout.totalX(majors.get(k - 1) + (majors.get(k) - majors.get(k - 1)) * minor / 4);
                svg.line(x, y, x, y - MINOR_TICK, AXIS);
            }
        }
        ticks(ticks, y, true);
    }

    private void predictorAxis() {
        List<Tick> ticks = new ArrayList<>();
        for (double eta : sheet.nomogram().predictorTicks()) {
            ticks.add(new Tick(layout.totalX(sheet.nomogram().totalPoints(eta)), TickLabel.of(eta)));
        }
        below("Linear predictor", layout.predictorY(), ticks);
    }

    private void probabilityAxis() {
        List<Tick> ticks = new ArrayList<>();
        for (Nomogram.ProbabilityTick tick : sheet.probabilityTicks()) {
            ticks.add(new Tick(layout.totalX(tick.points()), TickLabel.of(tick.probability())));
        }
        below(sheet.probabilityLabel(), layout.probabilityY(), ticks);
    }

    private void below(String label, double y, List<Tick> ticks) {
        name(label, y, false);
        List<Tick> inside = ticks.stream()
                .filter(tick -> tick.x() >= layout.left() - 0.5 && tick.x() <= layout.left() + layout.width() + 0.5)
                .toList();
        if (inside.isEmpty()) {
            return;
        }
        double from = inside.stream().mapToDouble(Tick::x).min().orElseThrow();
        double to = inside.stream().mapToDouble(Tick::x).max().orElseThrow();
        svg.line(from, y, to, y, AXIS);
        ticks(inside, y, true);
    }

    /// About how wide a label of 11 px is.
    private static double width(String label) {
        return 0.55 * 11 * label.length();
    }

    /// Runs of ticks along which points only rise or only fall; neighbours share their turning tick.
    static List<List<Integer>> monotoneRuns(List<Double> points) {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>(List.of(0));
        int direction = 0;
        for (int k = 1; k < points.size(); k++) {
            int step = Double.compare(points.get(k), points.get(k - 1));
            if (step != 0 && direction != 0 && step != direction) {
                runs.add(run);
                run = new ArrayList<>(List.of(k - 1));
            }
            direction = step == 0 ? direction : step;
            run.add(k);
        }
        runs.add(run);
        return runs;
    }
}
