package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.figures.Svg.Anchor;

/// Observed share over predicted probability, with the distribution of the predictions underneath: cases upwards,
/// controls downwards.
public final class CalibrationFigure {
    private static final int BINS = 50;
    private static final double STRIP = 62;

    private CalibrationFigure() {}

    /// A smoothed calibration curve.
    ///
    /// @param curve x = predicted, y = observed
    /// @param band  pointwise limits of `observed`, where they are known
    public record Model(String name, Curve curve, Optional<Ribbon> band) {
        public Model(String name, Curve curve) {
            this(name, curve, Optional.empty());
        }
    }

    /// Cases of similar prediction taken together.
    ///
    /// @param lower of the interval of `observed`; NaN where there is none
    public record Group(double predicted, double observed, double lower, double upper) {}

    /// @param groups    may be empty
    /// @param cases     predicted probabilities of the positive class, of the model shown first
    /// @param controls  of the other class
    /// @param statistics printed under the frame, such as `slope 0.97`
    public static String svg(
            String title,
            List<Model> models,
            List<Group> groups,
            double[] cases,
            double[] controls,
            List<String> statistics) {
        List<Legend.Entry> entries = new ArrayList<>();
        List<String> names =
                ShortNames.of(models.stream().map(Model::name).toList(), Legend.charactersBeside(Plot.WIDTH, ""));
        for (int m = 0; m < models.size(); m++) {
            entries.add(Legend.Entry.line(names.get(m), Palette.pen(m)));
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> entries.add(Legend.Entry.area(band.name(), colour, Ribbon.SHADE)));
        }
        entries.add(Legend.Entry.line("ideal", Pen.REFERENCE));
        Legend legend = new Legend(entries, Plot.WIDTH);
        List<String> words = WrappedRows.of(statistics, ", ", Plot.WIDTH - 28, Svg.SMALL);
        int height = Plot.HEIGHT + 60;
        Svg svg = new Svg(Plot.WIDTH, height + legend.height() + 16 * words.size(), title);
        double frame = Plot.HEIGHT - 68;
        Plot plot = new Plot(svg, Scale.unit(), Scale.unit(), 62, 14, Plot.WIDTH - 78, frame);
        Plot strip = new Plot(svg, Scale.unit(), Scale.unit(), 62, 14 + frame + 6, Plot.WIDTH - 78, STRIP);
        plot.grid().yAxis("Observed share");
        svg.line(62, 14 + frame, Plot.WIDTH - 16, 14 + frame, Pen.AXIS);
        plot.segment(0, 0, 1, 1, Pen.REFERENCE);
        for (int m = 0; m < models.size(); m++) {
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> plot.ribbon(band.lower(), band.upper(), colour, Ribbon.SHADE));
        }
        for (int m = 0; m < models.size(); m++) {
            plot.line(models.get(m).curve(), Palette.pen(m));
        }
        for (Group group : groups) {
            if (!Double.isNaN(group.lower() + group.upper())) {
                plot.segment(group.predicted(), group.lower(), group.predicted(), group.upper(), Pen.THIN);
            }
            plot.dot(group.predicted(), group.observed(), 3.2, Svg.INK);
        }
        distribution(strip, cases, controls);
        legend.draw(svg, height);
        for (int s = 0; s < words.size(); s++) {
            svg.text(14, height + legend.height() + 16.0 * s + 8, words.get(s), Anchor.START, Svg.SMALL, Svg.INK, false);
        }
        return svg.document();
    }

    private static void distribution(Plot strip, double[] cases, double[] controls) {
        int[] up = counts(cases);
        int[] down = counts(controls);
        int most = 1;
        for (int bin = 0; bin < BINS; bin++) {
            most = Math.max(most, Math.max(up[bin], down[bin]));
        }
        double middle = strip.top + strip.height / 2;
        double unit = (strip.height / 2 - 2) / most;
        double wide = strip.width / BINS;
        SvgPath above = new SvgPath();
        SvgPath below = new SvgPath();
        for (int bin = 0; bin < BINS; bin++) {
            double x = strip.left + bin * wide;
            if (up[bin] > 0) {
                above.box(x + 0.4, middle - unit * up[bin], wide - 0.8, unit * up[bin]);
            }
            if (down[bin] > 0) {
                below.box(x + 0.4, middle, wide - 0.8, unit * down[bin]);
            }
        }
        strip.svg.area(above, Palette.ACUTE, 1).area(below, Palette.CHRONIC, 1);
        strip.svg.line(strip.left, middle, strip.left + strip.width, middle, Pen.AXIS);
        strip.svg.text(strip.left - 7, middle - 8, "cases", Anchor.END, Svg.SMALL, Palette.ACUTE, false);
        strip.svg.text(strip.left - 7, middle + 16, "controls", Anchor.END, Svg.SMALL, Palette.CHRONIC, false);
        double bottom = strip.top + strip.height;
        for (double tick : strip.xScale.ticks()) {
            strip.svg.text(strip.x(tick), bottom + 15, strip.xScale.label(tick), Anchor.MIDDLE);
        }
        strip.svg.text(strip.left + strip.width / 2, bottom + 36, "Predicted probability", Anchor.MIDDLE);
    }

    private static int[] counts(double[] probabilities) {
        int[] counts = new int[BINS];
        for (double p : probabilities) {
            counts[Math.max(0, Math.min(BINS - 1, (int) (p * BINS)))]++;
        }
        return counts;
    }
}
