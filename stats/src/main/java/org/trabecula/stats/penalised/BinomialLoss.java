package org.trabecula.stats.penalised;

import java.util.Arrays;

/// Weighted mean of the negative Bernoulli log likelihood: L = Σ w_i [log(1 + exp(η_i)) − y_i η_i], η = offset + linear
/// predictor.
///
/// The reported deviance keeps p within 1e-9 of 0 and 1, as glmnet does; the loss itself does not.
final class BinomialLoss implements Loss {
    private static final double P_MIN = 1e-9;

    private final double[] y;
    private final double[] offset;
    private final double[] share;
    private final double weightSum;
    private final double nullDeviance;
    private final double[] second;

    /// @param y     0 or 1
    /// @param share weights that sum to 1
    BinomialLoss(double[] y, double[] offset, double[] share, double weightSum, boolean intercept) {
        this.y = y;
        this.offset = offset;
        this.share = share;
        this.weightSum = weightSum;
        this.second = new double[y.length];
        double[] eta = new double[y.length];
        if (intercept) {
            Arrays.fill(eta, nullIntercept());
        }
        nullDeviance = deviance(eta);
    }

    static double probability(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    /// log(1 + exp(η)) without overflow.
    static double softplus(double eta) {
        return Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
    }

    @Override
    public int cases() {
        return y.length;
    }

    @Override
    public double at(double[] eta, double[] residual) {
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double e = eta[i] + offset[i];
            double t = Math.exp(-Math.abs(e)); // one exponential for p, 1 − p and the loss
            double small = t / (1 + t);
            double large = 1 / (1 + t);
            // y − p without cancellation: for y = 1 it is 1 − p itself
            double down = e > 0 ? small : large; // 1 − p
            double up = e > 0 ? large : small; // p
            residual[i] = share[i] * (y[i] * down - (1 - y[i]) * up);
            second[i] = share[i] * small * large;
            loss += share[i] * (Math.max(e, 0) + Math.log(1 + t) - y[i] * e); // log1p is eight times slower
        }
        return loss;
    }

    @Override
    public Curvature curvature() {
        return new Diagonal(second);
    }

    @Override
    public boolean quadratic() {
        return false;
    }

    /// As glmnet: the weights of iteratively reweighted least squares sum to 1e-9 or less.
    @Override
    public boolean exhausted() {
        double sum = 0;
        for (double v : second) {
            sum += v;
        }
        return sum <= P_MIN;
    }

    @Override
    public double deviance(double[] eta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double p = Math.clamp(probability(eta[i] + offset[i]), P_MIN, 1 - P_MIN);
            sum += share[i] * (y[i] * Math.log(p) + (1 - y[i]) * Math.log1p(-p));
        }
        return -2 * weightSum * sum;
    }

    @Override
    public double nullDeviance() {
        return nullDeviance;
    }

    /// The intercept of the model without features: Newton's method on one number.
    private double nullIntercept() {
        double mean = Vectors.dot(share, 0, y, 0, y.length);
        double a = Math.log(mean / (1 - mean));
        double[] eta = new double[y.length];
        double[] residual = new double[y.length];
        for (int step = 0; step < 100; step++) {
            Arrays.fill(eta, a);
            at(eta, residual);
            double score = 0;
            double information = 0;
            for (int i = 0; i < y.length; i++) {
                score += residual[i];
                information += second[i];
            }
            double move = Math.clamp(score / information, -2, 2);
            a += move;
            if (Math.abs(move) <= 1e-14 * (1 + Math.abs(a))) {
                break;
            }
        }
        return a;
    }
}
