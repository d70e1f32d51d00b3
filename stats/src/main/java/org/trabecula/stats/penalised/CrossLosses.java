package org.trabecula.stats.penalised;

import java.util.List;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.Concordance;
import org.trabecula.stats.resampling.FoldAssignment;

/// The held-out losses of a cross-validation, one row a fold (or a case), one column a λ, with the weights of the rows.
///
/// @param values  `values[row][k]` at the k-th λ; NaN where a row has none
/// @param weights one per row
record CrossLosses(double[][] values, double[] weights) {
    /// glmnet keeps probabilities this far from 0 and 1 when it takes their logarithm.
    private static final double P_MIN = 1e-5;

    static CrossLosses of(Measure measure, boolean grouped, ElasticNet net, Matrix x, Response response, FoldAssignment folds,
            List<Coefficients[]> fitted, double[][] predictors) {
        if (net.family() == Family.COX) {
            return measure == Measure.C
                    ? withinFolds(folds, response, predictors, (y, rows, eta) -> harrell(response.select(rows), eta))
                    : coxDeviance(grouped, net, x, response, folds, fitted, predictors);
        }
        if (measure == Measure.AUC) {
            return withinFolds(folds, response, predictors, (y, rows, eta) -> area(response.select(rows), eta));
        }
        CrossLosses byCase = byCase(measure, net.family(), response, predictors);
        return grouped ? byCase.meansOf(folds) : byCase;
    }

    /// A value of one fold from its outcomes and linear predictors.
    @FunctionalInterface
    private interface FoldValue {
        double of(double[] y, int[] rows, double[] eta);
    }

    private static CrossLosses withinFolds(FoldAssignment folds, Response response, double[][] predictors, FoldValue value) {
        double[][] values = new double[folds.count()][predictors.length];
        double[] weights = new double[folds.count()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] rows = folds.heldOut(fold);
            for (int i : rows) {
                weights[fold] += response.weights()[i];
            }
            for (int k = 0; k < predictors.length; k++) {
                values[fold][k] = value.of(response.value(), rows, pick(predictors[k], rows));
            }
        }
        return new CrossLosses(values, weights);
    }

    private static double harrell(Response held, double[] eta) {
        return Concordance.survival(held.value(), held.event(), eta, held.weights());
    }

    private static double area(Response held, double[] eta) {
        double[] p = new double[eta.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = BinomialLoss.probability(eta[i]); // glmnet ranks probabilities: ties where they saturate
        }
        return Concordance.binary(held.value(), p, held.weights());
    }

    private static CrossLosses coxDeviance(boolean grouped, ElasticNet net, Matrix x, Response response, FoldAssignment folds,
            List<Coefficients[]> fitted, double[][] predictors) {
        double[][] values = new double[folds.count()][predictors.length];
        double[] weights = new double[folds.count()];
        Loss whole = PathFit.loss(net, response, PathFit.shares(response));
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] rows = grouped ? folds.training(fold) : folds.heldOut(fold);
            Response part = response.select(rows);
            Loss partLoss = PathFit.loss(net, part, PathFit.shares(part));
            for (int i : folds.heldOut(fold)) {
                weights[fold] += response.weights()[i] * response.event()[i];
            }
            for (int k = 0; k < predictors.length; k++) {
                double[] eta = fitted.get(fold)[k].linearPredictor(x);
                double deviance = partLoss.deviance(pick(eta, rows));
                values[fold][k] = (grouped ? whole.deviance(eta) - deviance : deviance) / weights[fold];
            }
        }
        return new CrossLosses(values, weights);
    }

    private static CrossLosses byCase(Measure measure, Family family, Response response, double[][] predictors) {
        int n = response.cases();
        double[][] values = new double[n][predictors.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < predictors.length; k++) {
                values[i][k] = family == Family.GAUSSIAN
                        ? gaussian(measure, response.value()[i], predictors[k][i])
                        : binomial(measure, response.value()[i], BinomialLoss.probability(predictors[k][i]));
            }
        }
        return new CrossLosses(values, response.weights().clone());
    }

    private static double gaussian(Measure measure, double y, double eta) {
        return measure == Measure.MAE ? Math.abs(y - eta) : (y - eta) * (y - eta);
    }

    private static double binomial(Measure measure, double y, double p) {
        return switch (measure) {
            case CLASS -> (p > 0.5 ? 1 : 0) == y ? 0 : 1;
            case MSE -> 2 * (y - p) * (y - p);
            case MAE -> 2 * Math.abs(y - p);
            default -> {
                double kept = Math.clamp(p, P_MIN, 1 - P_MIN);
                yield -2 * (y * Math.log(kept) + (1 - y) * Math.log(1 - kept));
            }
        };
    }

    /// Weighted means within folds, weighted by the folds' sums.
    private CrossLosses meansOf(FoldAssignment folds) {
        double[][] means = new double[folds.count()][];
        double[] sums = new double[folds.count()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] rows = folds.heldOut(fold);
            double[] mean = new double[values[0].length];
            for (int i : rows) {
                sums[fold] += weights[i];
            }
            for (int k = 0; k < mean.length; k++) {
                double sum = 0;
                for (int i : rows) {
                    sum += weights[i] * values[i][k];
                }
                mean[k] = sum / sums[fold];
            }
            means[fold] = mean;
        }
        return new CrossLosses(means, sums);
    }

    /// Weighted mean over the rows that have a value, and its standard error; NaN where fewer than two have one.
    double[] meanAndSd(int k) {
        double sum = 0;
        double weight = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row][k])) {
                sum += weights[row] * values[row][k];
                weight += weights[row];
                count++;
            }
        }
        double mean = sum / weight;
        double square = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row][k])) {
                square += weights[row] * (values[row][k] - mean) * (values[row][k] - mean);
            }
        }
        return new double[] {mean, count < 2 ? Double.NaN : Math.sqrt(square / weight / (count - 1))};
    }

    private static double[] pick(double[] from, int[] rows) {
        double[] picked = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            picked[k] = from[rows[k]];
        }
        return picked;
    }
}
