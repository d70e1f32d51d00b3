package org.trabecula.stats.glm;

import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Interval;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Normal;

/// A fitted Cox model. Linear predictors are centred: x b less its value at the column means, as rms has them; the baseline
/// belongs to a centred linear predictor of 0.
public final class CoxFit {
    private final double[] coefficients;
    private final CoefficientCovariance covariance;
    private final double nullLogLik;
    private final double logLik;
    private final double scoreTest;
    private final double[] mean;
    private final List<CoxLikelihood.Step> steps;
    private final double[][] meanSteps;
    private final double[][] scores;
    private final double concordance;

    CoxFit(Matrix x, CentredColumns columns, double[] time, double[] event, double[] weights, CoxLikelihood likelihood,
            double[] b, SymmetricMatrix information, double nullLogLik, double logLik, double scoreTest) {
        coefficients = columns.original(b, false);
        covariance = new CoefficientCovariance(columns.originalCovariance(information.inverse(), false));
        this.nullLogLik = nullLogLik;
        this.logLik = logLik;
        this.scoreTest = scoreTest;
        mean = columns.mean.clone();
        double[] eta = linearPredictor(x);
        likelihood.at(eta, new double[eta.length]);
        steps = likelihood.steps(time);
        meanSteps = new double[x.columns()][];
        scores = new double[x.rows()][x.columns()];
        for (int j = 0; j < x.columns(); j++) {
            double[] column = x.column(j);
            meanSteps[j] = likelihood.meanSteps(column);
            double[] residuals = likelihood.scoreResiduals(column);
            for (int i = 0; i < residuals.length; i++) {
                scores[i][j] = residuals[i];
            }
        }
        concordance = Concordance.survival(time, event, eta, weights);
    }

    public double[] coefficients() {
        return coefficients.clone();
    }

    public double[][] covariance() {
        return covariance.matrix();
    }

    public double[] standardErrors() {
        return covariance.standardErrors();
    }

    /// The cluster-robust covariance from score residuals, without small-sample factor, as `robcov` of rms.
    ///
    /// @param cluster any labels, one a case
    public double[][] robustCovariance(int[] cluster) {
        return covariance.robust(scores, cluster);
    }

    /// The log partial likelihood at zero.
    public double nullLogLik() {
        return nullLogLik;
    }

    public double logLik() {
        return logLik;
    }

    /// The score test that all coefficients are zero; chi-square with as many degrees of freedom as coefficients.
    public double scoreTest() {
        return scoreTest;
    }

    /// The Wald test of the same.
    public double waldTest() {
        double[] b = coefficients;
        return SymmetricMatrix.factorise(covariance.matrix())
                .map(v -> {
                    double[] solved = v.solve(b);
                    double sum = 0;
                    for (int j = 0; j < b.length; j++) {
                        sum += b[j] * solved[j];
                    }
                    return sum;
                })
                .orElse(Double.NaN);
    }

    /// Harrell's C of the fitted cases.
    public double concordance() {
        return concordance;
    }

    /// x b at the column means: what linear predictors are less by.
    public double centre() {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            sum += coefficients[j] * mean[j];
        }
        return sum;
    }

    /// (x − mean) b of every row.
    public double[] linearPredictor(Matrix x) {
        double[] eta = new double[x.rows()];
        for (int j = 0; j < x.columns(); j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += coefficients[j] * (x.get(i, j) - mean[j]);
            }
        }
        return eta;
    }

    /// Event times, rising.
    public double[] eventTimes() {
        return steps.stream().mapToDouble(CoxLikelihood.Step::time).toArray();
    }

    /// Cumulative hazard up to `time` of a case with centred linear predictor 0. Follows the ties: Breslow's or Efron's sum.
    public double cumulativeHazard(double time) {
        double sum = 0;
        for (CoxLikelihood.Step step : steps) {
            if (step.time() <= time) {
                sum += step.hazard();
            }
        }
        return sum;
    }

    /// Probability of no event up to `time` at a centred linear predictor.
    public double survival(double time, double linearPredictor) {
        return Math.exp(-cumulativeHazard(time) * Math.exp(linearPredictor));
    }

    /// Limits of [#survival] of a case, symmetric on the logarithm of survival, as `survest` of rms.
    ///
    /// `var Λ(t|x) = exp(2η) [Σ c/(S0 − f D0)² + qᵀ V q]`, `q = Σ c/(S0 − f D0) (x − x̄)`. The upper limit may be cut at 1.
    ///
    /// @param row   the terms of the case
    /// @param level such as 0.95
    public Interval survivalInterval(double time, double[] row, double[][] v, double level) {
        double eta = linearPredictor(Matrix.ofRows(row))[0];
        double hazard = 0;
        double variance = 0;
        double[] q = new double[row.length];
        for (int k = 0; k < steps.size() && steps.get(k).time() <= time; k++) {
            hazard += steps.get(k).hazard();
            variance += steps.get(k).variance();
            for (int j = 0; j < q.length; j++) {
                q[j] += row[j] * steps.get(k).hazard() - meanSteps[j][k];
            }
        }
        double se = Math.exp(eta) * Math.sqrt(variance + SymmetricMatrix.quadratic(v, q));
        double half = Normal.halfWidth(level) * se;
        double log = -hazard * Math.exp(eta);
        return new Interval(Math.exp(log - half), Math.min(1, Math.exp(log + half)));
    }

    /// @throws InputException FIT-016 for a time beyond the last observed one, where the model knows nothing
    public static void requireHorizon(double time, double[] observed) {
        double last = Arrays.stream(observed).max().orElse(Double.NaN);
        if (!(time > 0 && time <= last)) {
            throw new InputException(new Problem(FitProblem.HORIZON, "the time asked for", String.valueOf(time),
                    "above 0 and at most the last observed time, " + last, "ask for an earlier time"));
        }
    }
}
