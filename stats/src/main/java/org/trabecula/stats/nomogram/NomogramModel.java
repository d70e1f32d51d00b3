package org.trabecula.stats.nomogram;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Normal;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.LinearPredictor;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.ModelTerms;

/// A fitted model that a nomogram can draw and that predicts new cases: logistic or Cox.
public final class NomogramModel {
    private final ModelTerms terms;
    private final Fitted fitted;
    private final double[][] covariance;
    private final Map<String, double[]> data;
    private final double[] predictors;

    /// The two kinds of fit.
    public sealed interface Fitted {
        /// Without intercept.
        double[] slopes();

        /// What is added to Xb to give the linear predictor.
        double constant();

        Link link();

        /// Logistic regression, by likelihood or by Firth's.
        record Logistic(LogisticFit fit) implements Fitted {
            @Override
            public double[] slopes() {
                double[] all = fit.coefficients();
                return Arrays.copyOfRange(all, 1, all.length);
            }

            @Override
            public double constant() {
                return fit.intercept();
            }

            @Override
            public Link link() {
                return new Link.Logistic();
            }
        }

        /// Cox's model at a time.
        record Cox(CoxFit fit, double time) implements Fitted {
            @Override
            public double[] slopes() {
                return fit.coefficients();
            }

            @Override
            public double constant() {
                return -fit.centre();
            }

            @Override
            public Link link() {
                return new Link.Survival(time, fit.cumulativeHazard(time));
            }
        }
    }

    /// @param covariance of the coefficients, robust or not, for the limits of predictions; for logistic fits with intercept
    /// @param columns    of the table that was fitted
    /// @param rows       the fitted rows
    public NomogramModel(ModelTerms terms, Fitted fitted, double[][] covariance, Map<String, Variable> columns, int[] rows) {
        this.terms = terms;
        this.fitted = fitted;
        this.covariance = covariance;
        data = new HashMap<>();
        for (String name : terms.variables()) {
            if (columns.get(name) instanceof Variable.Numbers numbers) {
                data.put(name, Arrays.stream(rows).mapToDouble(row -> numbers.values()[row]).toArray());
            }
        }
        predictors = linearPredictors(terms.encode(columns, rows));
    }

    public ModelTerms terms() {
        return terms;
    }

    public Fitted fitted() {
        return fitted;
    }

    /// The covariance that limits of predictions use; for logistic fits with the intercept first.
    public double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /// Linear predictors of the fitted cases.
    public double[] linearPredictors() {
        return predictors.clone();
    }

    /// The nomogram with 100 points at most per axis and ticks by rule.
    public Nomogram nomogram() {
        return nomogram(Map.of(), 100);
    }

    /// @param ticks ticks to use instead of those by rule, by variable
    public Nomogram nomogram(Map<String, double[]> ticks, double maxPoints) {
        return Nomogram.of(terms, fitted.slopes(), fitted.constant(), data, ticks, predictors, maxPoints);
    }

    /// A case's prediction.
    ///
    /// @param probability of the outcome; for Cox of no event up to the time
    /// @param limits      95 % limits of the probability: from those of the linear predictor (logistic), of log survival (Cox)
    public record Prediction(double linearPredictor, double points, double probability, Interval limits) {}

    /// Predicts rows of a table with the model's variables.
    ///
    /// @throws org.trabecula.core.InputException FIT-014, FIT-015 for a variable or level that cannot be used
    public List<Prediction> predict(Nomogram nomogram, Map<String, Variable> columns, int[] rows) {
        Matrix encoded = terms.encode(columns, rows);
        double[] eta = linearPredictors(encoded);
        Prediction[] predictions = new Prediction[rows.length];
        for (int i = 0; i < rows.length; i++) {
            predictions[i] = new Prediction(eta[i], nomogram.totalPoints(eta[i]), fitted.link().probability(eta[i]),
                    limits(eta[i], encoded.row(i)));
        }
        return List.of(predictions);
    }

    private Interval limits(double eta, double[] row) {
        return switch (fitted) {
            case Fitted.Logistic _ -> {
                double half = Normal.halfWidth(0.95) * Math.sqrt(LogisticFit.predictorVariance(covariance, row));
                yield new Interval(fitted.link().probability(eta - half), fitted.link().probability(eta + half));
            }
            case Fitted.Cox(CoxFit fit, double time) -> fit.survivalInterval(time, row, covariance, 0.95);
        };
    }

    private double[] linearPredictors(Matrix x) {
        return LinearPredictor.of(x, fitted.constant(), fitted.slopes());
    }
}
