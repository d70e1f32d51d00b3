package org.trabecula.stats.penalised;

import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.SurvivalCheck;

/// What an elastic net needs of its settings and data, refused before any work.
final class PenaltyChecks {
    private PenaltyChecks() {}

    static InputException refused(String found, String expected, String fix) {
        return problem(FitProblem.PENALTY, "the settings of the elastic net", found, expected, fix);
    }

    private static InputException problem(ProblemCode code, String where, String found, String expected, String fix) {
        return new InputException(new Problem(code, where, found, expected, fix));
    }

    static void lambdas(List<Double> lambdas) {
        for (double lambda : lambdas) {
            if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
                throw refused("lambda " + lambda, "finite values of at least 0", "correct the given sequence");
            }
        }
    }

    static void factors(List<Double> factors) {
        boolean penalises = factors.isEmpty();
        for (double factor : factors) {
            if (!(factor >= 0)) {
                throw refused("penalty factor " + factor, "factors of at least 0", "correct that factor");
            }
            penalises |= factor > 0 && factor < Double.POSITIVE_INFINITY;
        }
        if (!penalises) {
            throw refused("no penalty factor between 0 and infinity", "at least one column that is penalised",
                    "fit an unpenalised model instead");
        }
    }

    /// Lengths, finite values, weights, classes, events.
    static void data(ElasticNet net, Matrix x, Response response) {
        int n = x.rows();
        length("outcome", response.cases(), n);
        length("weights", response.weights().length, n);
        length("offset", response.offsets().length, n);
        if (!net.penaltyFactors().isEmpty() && net.penaltyFactors().size() != x.columns()) {
            throw problem(FitProblem.LENGTHS_DIFFER, "penalty factors", net.penaltyFactors().size() + " factors",
                    "one for each of " + x.columns() + " columns", "give one factor per column");
        }
        finite(x);
        finite("outcome", response.value());
        finite("offset", response.offsets());
        weights(response.weights());
        if (response.isSurvival() != (net.family() == Family.COX)) {
            throw problem(FitProblem.SURVIVAL, "the outcome", response.isSurvival() ? "times and events" : "one number a case",
                    "what the family " + net.family() + " needs", "choose cox for times and events, another family else");
        }
        switch (net.family()) {
            case GAUSSIAN -> varies(response);
            case BINOMIAL -> classes(response);
            case COX -> SurvivalCheck.require(response.value(), response.event(), response.weights());
        }
    }

    private static void length(String what, int found, int rows) {
        if (found != rows) {
            throw problem(FitProblem.LENGTHS_DIFFER, what, found + " values", rows + ", one a row of the features",
                    "give one value per case");
        }
    }

    private static void finite(Matrix x) {
        double[] values = x.values();
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw problem(FitProblem.NOT_FINITE, "column " + (k / x.rows() + 1) + ", row " + (k % x.rows() + 1) + " (counted from 1)",
                        String.valueOf(values[k]), "a finite number in every cell",
                        "drop the column, drop the row, or impute it within the training cases");
            }
        }
    }

    private static void finite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw problem(FitProblem.NOT_FINITE, what + ", row " + (i + 1) + " (counted from 1)", String.valueOf(values[i]),
                        "a finite number", "leave the case out of the fit");
            }
        }
    }

    private static void weights(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw problem(FitProblem.WEIGHTS, "row " + (i + 1) + " (counted from 1)", String.valueOf(weights[i]),
                        "a finite weight of at least 0", "correct that weight");
            }
            sum += weights[i];
        }
        if (!(sum > 0)) {
            throw problem(FitProblem.WEIGHTS, "all rows", "a sum of " + sum, "some weight above 0", "give weights above 0");
        }
    }

    private static void varies(Response response) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < response.cases(); i++) {
            if (response.weights()[i] > 0) {
                double y = response.value()[i] - response.offsets()[i];
                lowest = Math.min(lowest, y);
                highest = Math.max(highest, y);
            }
        }
        if (!(lowest < highest)) {
            throw problem(FitProblem.OUTCOME_CONSTANT, "the outcome less its offset", lowest + " in all cases",
                    "at least two different values", "check that the outcome column is the right one");
        }
    }

    private static void classes(Response response) {
        int[] count = new int[2];
        for (int i = 0; i < response.cases(); i++) {
            double y = response.value()[i];
            if (y != 0 && y != 1) {
                throw problem(FitProblem.OUTCOME_NOT_BINARY, "row " + (i + 1) + " (counted from 1)", String.valueOf(y), "0 or 1",
                        "code the outcome as 0 and 1");
            }
            if (response.weights()[i] > 0) {
                count[(int) y]++;
            }
        }
        if (Math.min(count[0], count[1]) < 2) {
            throw problem(FitProblem.CLASS_TOO_SMALL, "the outcome", count[0] + " cases of class 0, " + count[1] + " of class 1",
                    "two cases of each class with a weight above 0, as glmnet asks", "add cases of the smaller class");
        }
    }
}
