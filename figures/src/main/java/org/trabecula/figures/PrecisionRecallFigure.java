package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Precision over recall of one or several models; the dashed line is what a coin would reach.
public final class PrecisionRecallFigure {
    private PrecisionRecallFigure() {}

    /// @param curve            x = recall, y = precision
    /// @param averagePrecision for the legend
    public record Model(String name, Curve curve, double averagePrecision) {}

    /// @param prevalence share of positive cases
    public static String svg(String title, List<Model> models, double prevalence) {
        Plot plot = Plot.framed(title, Scale.unit(), "Recall (sensitivity)", Scale.unit(), "Precision (PPV)");
        plot.segment(0, prevalence, 1, prevalence, Pen.REFERENCE);
        List<Plot.Entry> legend = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            Model model = models.get(m);
            plot.line(model.curve(), Palette.pen(m));
            legend.add(new Plot.Entry(
                    String.format(Locale.ROOT, "%s  AP %.3f", model.name(), model.averagePrecision()), Palette.pen(m)));
        }
        legend.add(new Plot.Entry(String.format(Locale.ROOT, "prevalence %.3f", prevalence), Pen.REFERENCE));
        return plot.legend(legend, Plot.Corner.BOTTOM_LEFT).document();
    }
}
