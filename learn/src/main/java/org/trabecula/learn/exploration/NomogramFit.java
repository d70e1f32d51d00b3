package org.trabecula.learn.exploration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.RandomStreams;
import org.trabecula.stats.FitProblem;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Variable;
import org.trabecula.stats.glm.BootstrapValidation;
import org.trabecula.stats.glm.Concordance;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.CoxRegression;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.glm.ValidationIndex;
import org.trabecula.stats.nomogram.Nomogram;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.stats.nomogram.NomogramModel.Fitted;

/// A logistic or Cox model of a few terms, and its nomogram.
///
/// @param family     such as `logistic, Firth`
/// @param n          cases
/// @param covariance of the estimates
/// @param robust     the same for clustered cases; null without clusters
/// @param cIndex     of the cases fitted
/// @param validation optimism by the bootstrap; empty where not asked for
public record NomogramFit(
        NomogramModel model,
        Nomogram nomogram,
        String family,
        int n,
        double[][] covariance,
        double @Nullable [][] robust,
        double logLik,
        double cIndex,
        List<ValidationIndex> validation) {

    /// Cases of a table whose terms all have a value.
    ///
    /// @param clusters numbers of groups (patients), one a case; null when each case is on its own
    public record Cases(ModelTerms terms, Map<String, Variable> columns, int[] rows, int @Nullable [] clusters) {
        private Matrix x() {
            return terms.encode(columns, rows);
        }
    }

    /// Bootstrap validation: how many resamples, from which seed.
    public record Resamples(int count, long seed, int jobs) {
        private List<ValidationIndex> of(Matrix x, double[] y, int @Nullable [] clusters) {
            if (count == 0) {
                return List.of();
            }
            var random = new RandomStreams(seed).stream("bootstrap/validate");
            return BootstrapValidation.of(
                    x,
                    y,
                    clusters == null
                            ? BootstrapValidation.resamples(y.length, count, random)
                            : BootstrapValidation.clusterResamples(clusters, count, random),
                    jobs);
        }
    }

    /// @param y 0 or 1, one a case
    /// @throws InputException FIT-011 where the terms separate the classes, unless with `firth`: probabilities of 0 and 1 are no drawing
    public static NomogramFit logistic(Cases cases, double[] y, boolean firth, Resamples resamples) {
        Matrix x = cases.x();
        LogisticFit fit = firth ? LogisticRegression.fitFirth(x, y) : LogisticRegression.fit(x, y);
        if (fit.separated()) {
            throw new InputException(new Problem(
                    FitProblem.SEPARATION, "terms " + String.join(", ", cases.terms.variables()),
                    "every case of one class on one side of a combination of the terms, in " + y.length + " cases",
                    "classes that overlap, so that the most likely coefficients are finite",
                    "add --firth (Firth's penalised likelihood), or leave out the term that separates them"));
        }
        double[][] covariance = fit.covariance();
        double[][] robust = cases.clusters == null ? null : fit.robustCovariance(x, cases.clusters);
        NomogramModel model = model(cases, new Fitted.Logistic(fit), covariance, robust);
        double cIndex = Concordance.binary(y, model.linearPredictors(), ones(y.length));
        return new NomogramFit(
                model, model.nomogram(), firth ? "logistic, Firth" : "logistic", y.length, covariance, robust, fit.logLik(),
                cIndex, resamples.of(x, y, cases.clusters));
    }

    /// @param at time of the probability of no event, within the follow-up
    public static NomogramFit cox(Cases cases, double[] time, double[] event, double at, Ties ties) {
        CoxFit.requireHorizon(at, time);
        CoxFit fit = CoxRegression.fit(cases.x(), time, event, ties);
        double[][] covariance = fit.covariance();
        double[][] robust = cases.clusters == null ? null : fit.robustCovariance(cases.clusters);
        NomogramModel model = model(cases, new Fitted.Cox(fit, at), covariance, robust);
        return new NomogramFit(
                model, model.nomogram(), "cox", time.length, covariance, robust, fit.logLik(), fit.concordance(), List.of());
    }

    private static NomogramModel model(
            Cases cases, Fitted fitted, double[][] covariance, double @Nullable [][] robust) {
        return new NomogramModel(cases.terms, fitted, robust == null ? covariance : robust, cases.columns, cases.rows);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
