package org.trabecula.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.Shown;
import org.trabecula.stats.roc.AucEstimate;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.roc.RocPoint;

/// ROC curves of one or several models, with confidence bands where they are given; the legend says whose bands they are.
public final class RocFigure {
    private RocFigure() {}

    /// One model.
    ///
    /// @param curve x = 1 − specificity, y = sensitivity, from (0, 0) to (1, 1)
    /// @param auc   the area with its interval, for the legend
    /// @param band  limits of the sensitivity over 1 − specificity
    public record Model(String name, Curve curve, AucEstimate auc, Optional<Ribbon> band) {
        /// From the results of `stats`, without a band.
        public static Model of(String name, RocCurve roc, AucEstimate auc) {
            List<RocPoint> points = roc.points().reversed(); // from "none positive", at (0, 0)
            double[] x = points.stream().mapToDouble(p -> 1 - p.specificity()).toArray();
            double[] y = points.stream().mapToDouble(RocPoint::sensitivity).toArray();
            return new Model(name, new Curve(x, y), auc, Optional.empty());
        }

        /// The same with a band.
        public Model with(Ribbon limits) {
            return new Model(name, curve, auc, Optional.of(limits));
        }
    }

    /// @param title for people who cannot see the figure
    public static String svg(String title, List<Model> models) {
        Plot plot = Plot.framed(title, Scale.unit(), "1 − specificity", Scale.unit(), "Sensitivity", legend(models));
        plot.segment(0, 0, 1, 1, Pen.REFERENCE);
        for (int m = 0; m < models.size(); m++) {
            String colour = Palette.colour(m);
            models.get(m).band().ifPresent(band -> plot.ribbon(band.lower(), band.upper(), colour, Ribbon.SHADE));
        }
        for (int m = 0; m < models.size(); m++) {
            plot.line(models.get(m).curve(), Palette.pen(m));
        }
        return plot.document();
    }

    private static List<Legend.Entry> legend(List<Model> models) {
        List<String> areas = models.stream().map(RocFigure::area).toList();
        int room = Legend.charactersBeside(Plot.WIDTH, areas.stream().max((a, b) -> a.length() - b.length()).orElse(""));
        List<String> names = ShortNames.of(models.stream().map(Model::name).toList(), room);
        List<Legend.Entry> entries = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            entries.add(Legend.Entry.line(names.get(m) + areas.get(m), Palette.pen(m)));
        }
        for (int m = 0; m < models.size(); m++) {
            if (models.get(m).band().isPresent()) {
                String level = Shown.significant(100 * models.get(m).auc().level(), 3);
                entries.add(Legend.Entry.area(level + " % band of " + names.get(m), Palette.colour(m), Ribbon.SHADE));
            }
        }
        return entries;
    }

    /// `, AUC 0.915 (0.855–0.974)`.
    private static String area(Model model) {
        AucEstimate auc = model.auc();
        return ", AUC " + (Double.isNaN(auc.lower())
                ? Shown.fixed(auc.auc(), 3)
                : Shown.interval(auc.auc(), auc.lower(), auc.upper(), 3));
    }
}
