package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Net benefit over the threshold probability, beside treating all and treating none.
public final class DecisionCurveFigure {
    private static final Pen ALL = new Pen(Svg.SOFT, 1.6, "6 4");
    private static final Pen NONE = new Pen(Svg.INK, 1.6, "");

    private DecisionCurveFigure() {}

    /// @param curve x = threshold probability, y = net benefit
    /// @param band  pointwise limits of the net benefit, where they are known
    public record Model(String name, Curve curve, Optional<Ribbon> band) {
        public Model(String name, Curve curve) {
            this(name, curve, Optional.empty());
        }
    }

    /// @param treatAll   net benefit of calling every case positive
    /// @param prevalence the highest possible net benefit; sets the top of the frame
    public static String svg(String title, List<Model> models, Curve treatAll, double prevalence) {
        double low = treatAll.x(0) < 0.05 ? 0 : treatAll.x(0);
        double high = treatAll.x(treatAll.size() - 1) > 0.95 ? 1 : treatAll.x(treatAll.size() - 1);
        Scale y = Scale.around(-0.15 * prevalence, 1.05 * prevalence, 6);
        Legend legend = new Legend(entries(models), Plot.WIDTH);
        Svg svg = new Svg(Plot.WIDTH, Plot.HEIGHT + legend.height(), title);
        double left = Plot.room(y);
        Plot plot = new Plot(svg, Scale.linear(low, high, 6), y, left, 14, Plot.WIDTH - 16 - left, Plot.HEIGHT - 68);
        plot.axes("Threshold probability", "Net benefit");
        for (int m = 0; m < models.size(); m++) {
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> plot.ribbon(band.lower(), band.upper(), colour, Ribbon.SHADE));
        }
        plot.line(aboveFloor(treatAll, y.low()), ALL);
        plot.segment(low, 0, high, 0, NONE);
        for (int m = 0; m < models.size(); m++) {
            plot.line(aboveFloor(models.get(m).curve(), y.low()), Palette.pen(m));
        }
        legend.draw(svg, Plot.HEIGHT);
        return svg.document();
    }

    private static List<Legend.Entry> entries(List<Model> models) {
        List<String> names =
                ShortNames.of(models.stream().map(Model::name).toList(), Legend.charactersBeside(Plot.WIDTH, ""));
        List<Legend.Entry> entries = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            entries.add(Legend.Entry.line(names.get(m), Palette.pen(m)));
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> entries.add(Legend.Entry.area(band.name(), colour, Ribbon.SHADE)));
        }
        entries.add(Legend.Entry.line("treat all", ALL));
        entries.add(Legend.Entry.line("treat none", NONE));
        return entries;
    }

    /// Harm beyond the frame is not drawn along its border.
    private static Curve aboveFloor(Curve curve, double floor) {
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        for (int p = 0; p < x.length; p++) {
            x[p] = curve.x(p);
            y[p] = curve.y(p) < floor ? Double.NaN : curve.y(p);
        }
        return new Curve(x, y);
    }
}
