package org.trabecula.figures;

import java.util.List;
import java.util.Locale;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;

/// A study at a glance, from the top down: who was studied, what was measured, which features were kept, how well each model does.
/// Narrow enough for a phone held upright.
public final class AbstractFigure {
    private static final int WIDTH = 430;
    private static final int MARGIN = 8;
    private static final int INSET = 10;
    private static final int GAP = 22;
    private static final int LINE = 17;
    private static final int BAR = 20;
    private static final int ROW = 24;
    private static final int NAMES = 104;
    private static final int NUMBERS = 136;
    private static final int SIZE = Svg.SMALL + 1;
    private static final String FILL = "#f5f7fa";

    private AbstractFigure() {}

    /// Cases of one part, by class.
    public record Part(String name, int positives, int negatives) {}

    /// @param words    such as `365 patients, 520 vertebrae`
    /// @param parts    training first
    public record Cohort(String words, String positive, String negative, List<Part> parts) {
        public Cohort {
            parts = List.copyOf(parts);
        }
    }

    /// Features of one kind.
    ///
    /// @param lines below the name, such as how many were measured and how many were kept
    public record Way(String name, List<String> lines) {
        public Way {
            lines = List.copyOf(lines);
        }
    }

    /// @param auc   NaN where the model could not be used
    /// @param lower of its interval; NaN where there is none
    public record Area(String model, double auc, double lower, double upper) {}

    /// @param ways  side by side, one to three
    /// @param which what the areas are of, such as `AUC, 104 test cases (95 % CI)`
    public static String svg(String title, Cohort cohort, List<Way> ways, String which, List<Area> areas) {
        double cohortHeight = 34.0 + cohort.parts().size() * (BAR + LINE + 8) + 18;
        double wayHeight = 14.0 + LINE * (1 + ways.stream().mapToInt(way -> rows(way, ways.size()).size()).max().orElse(0));
        double areaHeight = 38.0 + ROW * areas.size() + 26;
        double height = 2 * MARGIN + cohortHeight + wayHeight + areaHeight + 2 * GAP;
        Svg svg = new Svg(WIDTH, (int) Math.ceil(height), title);
        double y = MARGIN;
        cohort(svg, cohort, y, cohortHeight);
        y += cohortHeight;
        joins(svg, ways.size(), y);
        y += GAP;
        for (int w = 0; w < ways.size(); w++) {
            way(svg, ways.get(w), left(w, ways.size()), y, wayWidth(ways.size()), wayHeight, ways.size());
        }
        y += wayHeight;
        joins(svg, ways.size(), y);
        y += GAP;
        areas(svg, which, areas, y, areaHeight);
        return svg.document();
    }

    private static double whole() {
        return WIDTH - 2.0 * MARGIN;
    }

    private static double wayWidth(int ways) {
        return (whole() - 8.0 * (ways - 1)) / ways;
    }

    private static double left(int way, int ways) {
        return MARGIN + way * (wayWidth(ways) + 8);
    }

    private static void joins(Svg svg, int ways, double y) {
        for (int w = 0; w < ways; w++) {
            double x = left(w, ways) + wayWidth(ways) / 2;
            Arrow.draw(svg, x, y, x, y + GAP);
        }
    }

    /// A bar a part, as long as the part is large, its classes in two colours with their counts.
    private static void cohort(Svg svg, Cohort cohort, double y, double height) {
        svg.rectangle(MARGIN, y, whole(), height, FILL, Svg.SOFT, 4);
        svg.text(MARGIN + INSET, y + 21, cohort.words(), Anchor.START, Svg.TEXT, Svg.INK, true);
        int most = cohort.parts().stream().mapToInt(part -> part.positives() + part.negatives()).max().orElse(1);
        double top = y + 34;
        for (Part part : cohort.parts()) {
            double scale = (whole() - 2 * INSET) / Math.max(1, most);
            svg.text(
                    MARGIN + INSET, top + 11, part.name() + ": " + part.positives() + " " + cohort.positive() + ", " + part.negatives() + " "
                            + cohort.negative(),
                    Anchor.START, SIZE, Svg.SOFT, false);
            svg.rectangle(MARGIN + INSET, top + LINE, part.positives() * scale, BAR, Palette.ACUTE);
            svg.rectangle(MARGIN + INSET + part.positives() * scale, top + LINE, part.negatives() * scale, BAR, Palette.CHRONIC);
            top += BAR + LINE + 8;
        }
        double x = MARGIN + INSET;
        for (int n = 0; n < 2; n++) {
            String name = ShortNames.of(List.of(n == 0 ? cohort.positive() : cohort.negative()), 24).getFirst();
            svg.rectangle(x, top - 1, 10, 10, n == 0 ? Palette.ACUTE : Palette.CHRONIC);
            svg.text(x + 15, top + 9, name, Anchor.START, SIZE, Svg.SOFT, false);
            x += 15 + Svg.width(name, SIZE) * 1.05 + 18;
        }
    }

    private static List<String> rows(Way way, int ways) {
        return way.lines().stream()
                .flatMap(line -> WrappedRows.broken(line, (wayWidth(ways) - 2 * INSET) / 1.03, SIZE).stream())
                .toList();
    }

    private static void way(Svg svg, Way way, double x, double y, double width, double height, int ways) {
        svg.rectangle(x, y, width, height, FILL, Svg.SOFT, 4);
        svg.text(x + INSET, y + 20, way.name(), Anchor.START, Svg.TEXT, Svg.INK, true);
        double baseline = y + 20 + LINE;
        for (String row : rows(way, ways)) {
            svg.text(x + INSET, baseline, row, Anchor.START, SIZE, Svg.SOFT, false);
            baseline += LINE;
        }
    }

    /// On an axis from the lowest limit, at most 0.5, to 1.
    private static void areas(Svg svg, String which, List<Area> areas, double y, double height) {
        svg.rectangle(MARGIN, y, whole(), height, FILL, Svg.SOFT, 4);
        svg.text(MARGIN + INSET, y + 21, which, Anchor.START, Svg.TEXT, Svg.INK, true);
        double lowest = 0.5;
        for (Area area : areas) {
            lowest = Math.min(lowest, Double.isNaN(area.lower()) ? Double.isNaN(area.auc()) ? 0.5 : area.auc() : area.lower());
        }
        double from = Math.clamp(Math.floor(lowest * 10 - 1e-9) / 10, 0.0, 0.4);
        double left = MARGIN + INSET + NAMES;
        double length = WIDTH - MARGIN - INSET - NUMBERS - left;
        double top = y + 34;
        double bottom = top + ROW * areas.size();
        for (double tick : new double[] {0.5, 1}) {
            double x = left + length * (tick - from) / (1 - from);
            svg.line(x, top, x, bottom, tick == 0.5 ? Pen.REFERENCE : Pen.GRID);
            svg.text(x, bottom + 16, String.format(Locale.ROOT, "%.1f", tick), Anchor.MIDDLE, SIZE, Svg.SOFT, false);
        }
        for (int a = 0; a < areas.size(); a++) {
            Area area = areas.get(a);
            double middle = top + ROW * (a + 0.5);
            svg.text(MARGIN + INSET, middle + 4.5, area.model(), Anchor.START);
            double numbers = WIDTH - MARGIN - INSET;
            if (Double.isNaN(area.auc())) {
                svg.text(numbers, middle + 4.5, "no usable model", Anchor.END, SIZE, Svg.SOFT, false);
                continue;
            }
            boolean limits = !Double.isNaN(area.lower() + area.upper());
            if (limits) {
                svg.line(
                        left + length * (area.lower() - from) / (1 - from), middle, left + length * (area.upper() - from) / (1 - from), middle,
                        Pen.solid(Palette.CHRONIC, 2));
            }
            svg.circle(left + length * (area.auc() - from) / (1 - from), middle, 4.5, Palette.CHRONIC, "#ffffff");
            svg.text(
                    numbers, middle + 4.5,
                    limits ? Shown.interval(area.auc(), area.lower(), area.upper(), 3) : Shown.fixed(area.auc(), 3), Anchor.END);
        }
    }
}
