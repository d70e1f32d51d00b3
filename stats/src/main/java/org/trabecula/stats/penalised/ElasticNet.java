package org.trabecula.stats.penalised;

import java.util.Arrays;
import java.util.List;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.Ties;

/// Elastic net regression by glmnet's definition, solved to the optimum.
///
/// ```
/// minimise  Σ_i w_i loss_i  +  λ Σ_j f_j (α |b_j| + (1 − α)/2 · ρ b_j²)
/// ```
///
/// Weights w are divided by their sum. Columns are centred and divided by their 1/n standard deviation, b belongs to these;
/// reported coefficients belong to the columns as given. The loss of a case is ½ (y − η)² (gaussian), minus the log
/// likelihood (binomial) or minus its part of the log partial likelihood (cox). Penalty factors f are divided by their mean
/// over all columns; a factor of 0 is never penalised, an infinite one keeps the column out. The intercept is free. ρ = 1,
/// but for gaussian outcomes 1/s_y with s_y the 1/n standard deviation of the outcome, as glmnet has it (it matters for
/// α < 1 only). To compare with scikit-learn: its `alpha` is our λ at α = 1, on columns standardised beforehand; its
/// `C` = 1/(n λ).
///
/// The solution meets the Karush–Kuhn–Tucker conditions to rounding, where glmnet stops at a small step: its coefficients
/// are off by up to 8 % of the largest one at its default `thresh` of 1e-7 on correlated radiomics columns.
///
/// Source: Friedman, Hastie, Tibshirani 2010, doi:10.18637/jss.v033.i01; Simon et al. 2011, doi:10.18637/jss.v039.i05.
///
/// @param ties           for cox; glmnet knows Breslow only
/// @param alpha          1 is the lasso, 0 is ridge
/// @param standardize    whether columns are divided by their standard deviation
/// @param intercept      whether the model has one (never for cox)
/// @param nlambda        values of the sequence made here
/// @param lambdaMinRatio smallest λ of that sequence as a share of the largest; NaN: 1e-4, or 1e-2 when n < p
/// @param lambdas        the sequence to use; empty: one is made
/// @param penaltyFactors one per column, ≥ 0; empty: all 1
/// @param dfmax          the made sequence ends when more coefficients than this differ from zero
/// @param maxit          Newton steps allowed per λ
public record ElasticNet(
        Family family,
        Ties ties,
        double alpha,
        boolean standardize,
        boolean intercept,
        int nlambda,
        double lambdaMinRatio,
        List<Double> lambdas,
        List<Double> penaltyFactors,
        int dfmax,
        int maxit) {
    public ElasticNet {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw PenaltyChecks.refused("alpha " + alpha, "a share between 0 (ridge) and 1 (lasso)", "choose alpha in 0 … 1");
        }
        if (nlambda < 1) {
            throw PenaltyChecks.refused("nlambda " + nlambda, "at least one value of lambda", "leave nlambda at 100");
        }
        if (!Double.isNaN(lambdaMinRatio) && !(lambdaMinRatio > 0 && lambdaMinRatio < 1)) {
            throw PenaltyChecks.refused(
                    "lambdaMinRatio " + lambdaMinRatio, "a share between 0 and 1, both excluded", "leave it out");
        }
        lambdas = List.copyOf(lambdas);
        penaltyFactors = List.copyOf(penaltyFactors);
        PenaltyChecks.lambdas(lambdas);
        PenaltyChecks.factors(penaltyFactors);
    }

    private static ElasticNet of(Family family, Ties ties) {
        return new ElasticNet(
                family, ties, 1, true, family != Family.COX, 100, Double.NaN, List.of(), List.of(), Integer.MAX_VALUE, 10_000);
    }

    public static ElasticNet gaussian() {
        return of(Family.GAUSSIAN, Ties.BRESLOW);
    }

    public static ElasticNet binomial() {
        return of(Family.BINOMIAL, Ties.BRESLOW);
    }

    public static ElasticNet cox(Ties ties) {
        return of(Family.COX, ties);
    }

    public ElasticNet withAlpha(double newAlpha) {
        return new ElasticNet(family, ties, newAlpha, standardize, intercept, nlambda, lambdaMinRatio, lambdas,
                penaltyFactors, dfmax, maxit);
    }

    public ElasticNet withStandardize(boolean newStandardize) {
        return new ElasticNet(family, ties, alpha, newStandardize, intercept, nlambda, lambdaMinRatio, lambdas,
                penaltyFactors, dfmax, maxit);
    }

    public ElasticNet withIntercept(boolean newIntercept) {
        return new ElasticNet(family, ties, alpha, standardize, newIntercept && family != Family.COX, nlambda,
                lambdaMinRatio, lambdas, penaltyFactors, dfmax, maxit);
    }

    /// A made sequence of `count` values down to `ratio` times the largest.
    public ElasticNet withSequence(int count, double ratio) {
        return new ElasticNet(family, ties, alpha, standardize, intercept, count, ratio, List.of(), penaltyFactors, dfmax,
                maxit);
    }

    /// A given sequence; it is used in falling order.
    public ElasticNet withLambdas(double... newLambdas) {
        return new ElasticNet(family, ties, alpha, standardize, intercept, nlambda, lambdaMinRatio,
                Arrays.stream(newLambdas).boxed().toList(), penaltyFactors, dfmax, maxit);
    }

    public ElasticNet withPenaltyFactors(double... newFactors) {
        return new ElasticNet(family, ties, alpha, standardize, intercept, nlambda, lambdaMinRatio, lambdas,
                Arrays.stream(newFactors).boxed().toList(), dfmax, maxit);
    }

    public ElasticNet withDfmax(int newDfmax) {
        return new ElasticNet(family, ties, alpha, standardize, intercept, nlambda, lambdaMinRatio, lambdas,
                penaltyFactors, newDfmax, maxit);
    }

    /// Fits the whole path.
    ///
    /// @throws org.trabecula.core.InputException FIT-001 … FIT-009 for data or settings that allow no fit
    public LassoPath fit(Matrix x, Response response) {
        return new PathFit(this, x, response).run();
    }

    /// [#fit(Matrix, Response)] of an outcome without weights and offset.
    public LassoPath fit(Matrix x, double[] y) {
        return fit(x, Response.of(y));
    }
}
