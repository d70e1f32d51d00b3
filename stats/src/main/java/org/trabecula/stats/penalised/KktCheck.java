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
        int n = x.rows();
        double[] share = PathFit.shares(response);
        boolean centre = net.intercept() || net.family() == Family.COX;
        Design design = new Design(x, share, centre, net.standardize(), net.intercept());
        Loss loss = PathFit.loss(net, response, share);
        double[] factors = PathFit.factors(net, x.columns());
        double rho = PathFit.ridgeScale(net, response, share);
        double[] residual = new double[n];
        loss.at(coefficients.linearPredictor(x), residual);
        double violation = net.intercept() ? Math.abs(Arrays.stream(residual).sum()) : 0;
        int worst = -1;
        double largest = 0;
        for (int j = 0; j < x.columns(); j++) {
            if (!design.usable[j] || factors[j] == Double.POSITIVE_INFINITY) {
                continue;
            }
            double g = Vectors.dot(design.z, j * n, residual, 0, n);
            double b = coefficients.of(j) * design.scale[j];
            double bend = lambda * factors[j] * net.alpha();
            double off = b == 0
                    ? Math.max(0, Math.abs(g) - bend)
                    : Math.abs(g - bend * Math.signum(b) - lambda * factors[j] * (1 - net.alpha()) * rho * b);
            if (factors[j] > 0) {
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
