package org.trabecula.stats.penalised;

/// Half the weighted mean squared error: L = ½ Σ w_i (y_i − η_i)², Σ w_i = 1. Deviance: Σ (given weight) (y − η)².
final class GaussianLoss implements Loss {
    private final double[] y;
    private final double[] share;
    private final double weightSum;
    private final double nullDeviance;

    /// @param y         outcome less offset
    /// @param share     weights that sum to 1
    /// @param weightSum sum of the weights as given
    GaussianLoss(double[] y, double[] share, double weightSum, boolean intercept) {
        this.y = y;
        this.share = share;
        this.weightSum = weightSum;
        double mean = intercept ? Vectors.dot(share, 0, y, 0, y.length) : 0;
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += share[i] * (y[i] - mean) * (y[i] - mean);
        }
        nullDeviance = weightSum * sum;
    }

    @Override
    public int cases() {
        return y.length;
    }

    @Override
    public double at(double[] eta, double[] residual) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double e = y[i] - eta[i];
            residual[i] = share[i] * e;
            sum += share[i] * e * e;
        }
        return sum / 2;
    }

    @Override
    public Curvature curvature() {
        return new Diagonal(share);
    }

    @Override
    public boolean quadratic() {
        return true;
    }

    @Override
    public double deviance(double[] eta) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double e = y[i] - eta[i];
            sum += share[i] * e * e;
        }
        return weightSum * sum;
    }

    @Override
    public double nullDeviance() {
        return nullDeviance;
    }
}
