package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.core.Shown;

/// Precision over recall of one or several models; the dashed line is what a coin would reach.
public final class PrecisionRecallFigure {
    private PrecisionRecallFigure() {}

    /// @param curve            x = recall, y = precision
    /// @param averagePrecision for the legend
    public record Model(String name, Curve curve, double averagePrecision) {}

    /// @param prevalence share of positive cases
    public static String svg(String title, List<Model> models, double prevalence) {
        Plot plot = Plot.framed(
                title, Scale.unit(), "Recall (sensitivity)", Scale.unit(), "Precision (PPV)", legend(models, prevalence));
        plot.segment(0, prevalence, 1, prevalence, Pen.REFERENCE);
        for (int m = 0; m < models.size(); m++) {
            plot.line(models.get(m).curve(), Palette.pen(m));
        }
        return plot.document();
    }

    private static List<Legend.Entry> legend(List<Model> models, double prevalence) {
        List<String> names =
                ShortNames.of(models.stream().map(Model::name).toList(), Legend.charactersBeside(Plot.WIDTH, ", AP 0.000"));
        List<Legend.Entry> entries = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            entries.add(Legend.Entry.line(
                    names.get(m) + ", AP " + Shown.fixed(models.get(m).averagePrecision(), 3), Palette.pen(m)));
        }
        entries.add(Legend.Entry.line("prevalence " + Shown.fixed(prevalence, 3), Pen.REFERENCE));
        return entries;
    }
}
