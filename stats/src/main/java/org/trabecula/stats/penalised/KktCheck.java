package org.trabecula.stats.penalised;

import java.util.Arrays;
import org.trabecula.stats.Matrix;

/// How far a solution is from the Karush–Kuhn–Tucker conditions of the elastic net, which the optimum and nothing else
/// meets. On standardised columns, with g_j = Σ_i z_ij r_i and r = −∂loss/∂η:
///
/// ```
/// b_j ≠ 0:   g_j = λ f_j (α sign(b_j) + (1 − α) ρ b_j)
/// b_j = 0:   |g_j| ≤ λ f_j α
/// intercept: Σ_i r_i = 0
/// ```
///
/// Computed from the data and the reported coefficients alone, so it checks any solver's answer, glmnet's too.
///
/// @param violation largest distance from a condition, in units of the gradient (of λ)
/// @param column    where it is; −1 for the intercept
/// @param gradient  largest |g_j| over the penalised columns
public record KktCheck(double violation, int column, double gradient) {
    /// Checks one solution.
    ///
    /// @param coefficients on the scale of the columns as given
    public static KktCheck of(ElasticNet net, Matrix x, Response response, Coefficients coefficients, double lambda) {
        double[] share = PathFit.shares(response);
        boolean centre = net.intercept() || net.family() == Family.COX;
        Design design = new Design(x, share, centre, net.standardize(), net.intercept());
        Penalty penalty = new Penalty(
                PathFit.factors(net, x.columns()), net.alpha(), PathFit.ridgeScale(net, response, share));
        penalty.setLambda(lambda);
        double[] b = new double[x.columns() + (net.intercept() ? 1 : 0)];
        if (net.intercept()) {
            b[x.columns()] = coefficients.intercept();
        }
        for (int j = 0; j < x.columns(); j++) {
            b[j] = coefficients.of(j) * design.scale[j];
            if (net.intercept()) {
                b[x.columns()] += coefficients.of(j) * design.mean[j];
            }
        }
        return standardised(design, PathFit.loss(net, response, share), penalty, b);
    }

    /// The same of standardised coefficients, the intercept last where there is one.
    static KktCheck standardised(Design design, Loss loss, Penalty penalty, double[] b) {
        int n = design.cases;
        double[] eta = new double[n];
        for (int j = 0; j < b.length; j++) {
            if (b[j] != 0) {
                Vectors.addScaled(eta, b[j], design.z, j * n, n);
            }
        }
        double[] residual = new double[n];
        loss.at(eta, residual);
        double violation = design.intercept ? Math.abs(Arrays.stream(residual).sum()) : 0;
        int worst = -1;
        double largest = 0;
        for (int j = 0; j < design.features; j++) {
            if (!design.usable[j] || penalty.factor(j) == Double.POSITIVE_INFINITY) {
                continue;
            }
            double g = design.gradient(j, residual);
            double off = b[j] == 0
                    ? Math.max(0, Math.abs(g) - penalty.bend(j))
                    : Math.abs(g - penalty.bend(j) * Math.signum(b[j]) - penalty.ridge(j) * b[j]);
            if (penalty.factor(j) > 0) {
                largest = Math.max(largest, Math.abs(g));
            }
            if (off > violation) {
                violation = off;
                worst = j;
            }
        }
        return new KktCheck(violation, worst, largest);
    }
}
