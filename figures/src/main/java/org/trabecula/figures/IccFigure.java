package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;
import org.trabecula.figures.Svg.Anchor;

/// Reproducibility of every feature: agreement of a reader with himself over agreement between readers. The tinted corner
/// holds the features that are kept; a negative ICC stands on the axis as a triangle that points below it.
public final class IccFigure {
    private static final double DOT = 1.7;
    private static final int TOP = 44;

    private IccFigure() {}

    /// @param intra   ICC of each feature within the reader; NaN is left out and counted
    /// @param inter   ICC of each feature between readers
    /// @param atLeast the threshold of both
    public static String svg(String title, double[] intra, double[] inter, double atLeast) {
        Tally tally = Tally.of(intra, inter, atLeast);
        Legend legend = new Legend(tally.legend(), Plot.WIDTH);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT + TOP - 14 + legend.height(), title);
        Plot plot = new Plot(svg, Scale.unit(), Scale.unit(), 62, TOP, Plot.WIDTH - 78, Plot.HEIGHT - 68);
        plot.axes("ICC, same reader", "ICC, other reader");
        svg.rectangle(plot.x(atLeast), plot.y(1), plot.x(1) - plot.x(atLeast), plot.y(atLeast) - plot.y(1), "#e3f1ec");
        SvgPath kept = new SvgPath();
        SvgPath left = new SvgPath();
        for (int f = 0; f < intra.length; f++) {
            if (!Double.isNaN(intra[f] + inter[f])) {
                mark(plot, intra[f] >= atLeast && inter[f] >= atLeast ? kept : left, intra[f], inter[f]);
            }
        }
        svg.area(left, Palette.ACUTE, 1).area(kept, Palette.colour(2), 1);
        svg.line(plot.x(atLeast), plot.y(0), plot.x(atLeast), plot.y(1), Pen.REFERENCE);
        svg.line(plot.x(0), plot.y(atLeast), plot.x(1), plot.y(atLeast), Pen.REFERENCE);
        svg.text(plot.left, 16, tally.kept + " of " + Shown.count(tally.all, "feature") + " kept", Anchor.START, Svg.SMALL, Svg.INK,
                true);
        svg.text(plot.left, 32, "ICC at least " + Shown.significant(atLeast, 3) + " in both", Anchor.START, Svg.SMALL, Svg.SOFT, false);
        legend.draw(svg, Plot.HEIGHT + TOP - 14);
        return plot.document();
    }

    private static void mark(Plot plot, SvgPath path, double intra, double inter) {
        double x = plot.x(Math.max(0, intra));
        double y = plot.y(Math.max(0, inter));
        if (intra < 0) {
            path.move(x - 5, y).line(x + 3, y - 4).line(x + 3, y + 4).close();
        } else if (inter < 0) {
            path.move(x, y + 5).line(x - 4, y - 3).line(x + 4, y - 3).close();
        } else {
            path.box(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        }
    }

    /// How many features are where.
    private record Tally(int all, int kept, int negative, int missing) {
        static Tally of(double[] intra, double[] inter, double atLeast) {
            int all = 0;
            int kept = 0;
            int negative = 0;
            for (int f = 0; f < intra.length; f++) {
                if (!Double.isNaN(intra[f] + inter[f])) {
                    all++;
                    kept += intra[f] >= atLeast && inter[f] >= atLeast ? 1 : 0;
                    negative += intra[f] < 0 || inter[f] < 0 ? 1 : 0;
                }
            }
            return new Tally(all, kept, negative, intra.length - all);
        }

        List<Legend.Entry> legend() {
            List<Legend.Entry> entries = new ArrayList<>();
            entries.add(Legend.Entry.line("kept", Pen.solid(Palette.colour(2), 8)));
            entries.add(Legend.Entry.line("not kept", Pen.solid(Palette.ACUTE, 8)));
            if (negative > 0) {
                entries.add(Legend.Entry.line("triangles on an axis: " + Shown.count(negative, "feature") + " with an ICC below 0",
                        Pen.solid(Palette.ACUTE, 8)));
            }
            if (missing > 0) {
                entries.add(Legend.Entry.line("not shown: " + Shown.count(missing, "feature") + " without an ICC", Pen.GRID));
            }
            return entries;
        }
    }
}
