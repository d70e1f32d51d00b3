package org.trabecula.figures;

import org.trabecula.figures.Svg.Anchor;

/// Reproducibility of every feature: agreement of a reader with himself over agreement between readers. The tinted corner
/// holds the features that are kept.
public final class IccFigure {
    private IccFigure() {}

    /// @param intra   ICC of each feature within the reader; negative ones are drawn at 0, NaN is left out
    /// @param inter   ICC of each feature between readers
    /// @param atLeast the threshold of both
    public static String svg(String title, double[] intra, double[] inter, double atLeast) {
        Plot plot = Plot.framed(title, Scale.unit(), "ICC, same reader", Scale.unit(), "ICC, other reader");
        Svg svg = plot.svg;
        svg.rectangle(plot.x(atLeast), plot.y(1), plot.x(1) - plot.x(atLeast), plot.y(atLeast) - plot.y(1), "#e3f1ec");
        SvgPath kept = new SvgPath();
        SvgPath left = new SvgPath();
        int both = 0;
        int all = 0;
        for (int f = 0; f < intra.length; f++) {
            if (Double.isNaN(intra[f] + inter[f])) {
                continue;
            }
            all++;
            boolean keeps = intra[f] >= atLeast && inter[f] >= atLeast;
            both += keeps ? 1 : 0;
            SvgPath path = keeps ? kept : left;
            path.box(plot.x(Math.max(0, intra[f])) - 1.3, plot.y(Math.max(0, inter[f])) - 1.3, 2.6, 2.6);
        }
        svg.area(left, Palette.ACUTE, 0.75).area(kept, Palette.colour(2), 0.6);
        svg.line(plot.x(atLeast), plot.y(0), plot.x(atLeast), plot.y(1), Pen.REFERENCE);
        svg.line(plot.x(0), plot.y(atLeast), plot.x(1), plot.y(atLeast), Pen.REFERENCE);
        svg.text(plot.x(0) + 8, plot.y(1) + 16, both + " of " + all + " features kept", Anchor.START, Svg.SMALL, Svg.INK, true);
        svg.text(plot.x(0) + 8, plot.y(1) + 32, "ICC at least " + Scale.unit().label(atLeast) + " in both", Anchor.START,
                Svg.SMALL, Svg.SOFT, false);
        return plot.document();
    }
}
