package org.trabecula.stats.penalised;

import org.trabecula.stats.glm.CoxLikelihood;
import org.trabecula.stats.glm.Ties;

/// Minus the log partial likelihood of Cox's model with weights that sum to 1; η includes the offset.
final class CoxLoss implements Loss {
    private final CoxLikelihood likelihood;
    private final double[] offset;
    private final double weightSum;
    private final double nullDeviance;
    private final double[] shifted;

    CoxLoss(double[] time, double[] event, double[] offset, double[] share, double weightSum, Ties ties) {
        this.likelihood = new CoxLikelihood(time, event, share, ties);
        this.offset = offset;
        this.weightSum = weightSum;
        this.shifted = new double[offset.length];
        nullDeviance = deviance(new double[offset.length]);
    }

    @Override
    public int cases() {
        return offset.length;
    }

    @Override
    public double at(double[] eta, double[] residual) {
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = eta[i] + offset[i];
        }
        return -likelihood.at(shifted, residual);
    }

    @Override
    public Curvature curvature() {
        CoxLikelihood.Curvature now = likelihood.curvature();
        return new Curvature() {
            @Override
            public int length() {
                return offset.length + likelihood.terms();
            }

            @Override
            public int positive() {
                return offset.length;
            }

            @Override
            public void image(double[] columns, int from, double[] image) {
                now.image(columns, from, image);
            }
        };
    }

    @Override
    public boolean quadratic() {
        return false;
    }

    /// 2 (saturated − ℓ), as glmnet's `coxnet.deviance`.
    @Override
    public double deviance(double[] eta) {
        double[] residual = new double[offset.length];
        return 2 * weightSum * (likelihood.saturated() + at(eta, residual));
    }

    @Override
    public double nullDeviance() {
        return nullDeviance;
    }
}
