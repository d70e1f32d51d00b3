package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.roc.RocPoint;

/// ROC curves of one or several models, with confidence bands where they are given.
public final class RocFigure {
    private RocFigure() {}

    /// One model.
    ///
    /// @param curve x = 1 − specificity, y = sensitivity, from (0, 0) to (1, 1)
    /// @param auc   the area with its interval, for the legend
    /// @param band  limits of the sensitivity over 1 − specificity
    public record Model(String name, Curve curve, AucEstimate auc, Optional<Band> band) {
        /// From the results of `stats`, without a band.
        public static Model of(String name, RocCurve roc, AucEstimate auc) {
            List<RocPoint> points = roc.points().reversed(); // from "none positive", at (0, 0)
            double[] x = points.stream().mapToDouble(p -> 1 - p.specificity()).toArray();
            double[] y = points.stream().mapToDouble(RocPoint::sensitivity).toArray();
            return new Model(name, new Curve(x, y), auc, Optional.empty());
        }

        /// The same with a band.
        public Model with(Band limits) {
            return new Model(name, curve, auc, Optional.of(limits));
        }
    }

    /// Pointwise limits over the same x.
    public record Band(Curve lower, Curve upper) {}

    /// @param title for people who cannot see the figure
    public static String svg(String title, List<Model> models) {
        Plot plot = Plot.framed(title, Scale.unit(), "1 − specificity", Scale.unit(), "Sensitivity");
        plot.segment(0, 0, 1, 1, Pen.REFERENCE);
        List<Plot.Entry> legend = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> plot.ribbon(band.lower(), band.upper(), colour));
        }
        for (int m = 0; m < models.size(); m++) {
            Model model = models.get(m);
            plot.line(model.curve(), Palette.pen(m));
            legend.add(new Plot.Entry(words(model), Palette.pen(m)));
        }
        return plot.legend(legend, Plot.Corner.BOTTOM_RIGHT).document();
    }

    private static String words(Model model) {
        AucEstimate auc = model.auc();
        String estimate = String.format(Locale.ROOT, "%s  %.3f", model.name(), auc.auc());
        return Double.isNaN(auc.lower())
                ? estimate
                : estimate + String.format(Locale.ROOT, " (%.3f–%.3f)", auc.lower(), auc.upper());
    }
}
