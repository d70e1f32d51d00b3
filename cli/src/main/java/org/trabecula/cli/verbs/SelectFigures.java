package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.figures.CoefficientFigure;
import org.trabecula.figures.CrossValidationFigure;
import org.trabecula.figures.PathFigure;
import org.trabecula.learn.exploration.CorrelationKind;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.penalised.Coefficients;
import org.trabecula.stats.penalised.LassoPath;

/// The figures of a penalised regression, by file name.
///
/// @param path    over all cases
/// @param names   of the features
/// @param x       features of all cases, for the correlation of those selected
/// @param kind    of correlation
/// @param lambda  that was chosen
record SelectFigures(LassoPath path, List<String> names, Matrix x, CorrelationKind kind, double lambda) {
    /// @param measure   what was cross-validated, in words
    /// @param lambdas   falling, with mean and standard error of the measure
    Map<String, String> all(
            String measure, double[] lambdas, double[] mean, double[] sd, double lambdaMin, double lambda1se, int jobs) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (path.size() > 1) {
            figures.put("path.svg", PathFigure.svg("Coefficients along λ", path, names, lambda));
        }
        if (lambdas.length > 1) {
            figures.put("cv.svg", CrossValidationFigure.svg(
                    "Cross-validation", measure, lambdas, mean, sd, lambdaMin, lambda1se));
        }
        Coefficients chosen = path.coefficientsAt(lambda);
        List<String> kept = new ArrayList<>();
        for (int column : chosen.columns()) {
            kept.add(names.get(column));
        }
        figures.put("coefficients.svg", CoefficientFigure.svg("Selected features", kept, chosen.values()));
        if (kept.size() > 1) {
            figures.put("correlation.svg", RedundancyFlags.heatMap("Correlation of the selected features", kept,
                    kind.of(x.selectColumns(chosen.columns()), jobs)));
        }
        return figures;
    }
}
