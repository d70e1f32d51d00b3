package org.trabecula.stats.penalised;

/// λ Σ_j f_j (α |b_j| + (1 − α)/2 · ρ b_j²) at one λ; the intercept, the column after the features, is free.
final class Penalty {
    private final double[] factors;
    private final double alpha;
    private final double ridgeScale;
    private double lambda;

    /// @param factors    penalty factors with mean 1; infinite ones keep a column out
    /// @param ridgeScale ρ: 1, or 1/s_y for gaussian as glmnet has it
    Penalty(double[] factors, double alpha, double ridgeScale) {
        this.factors = factors;
        this.alpha = alpha;
        this.ridgeScale = ridgeScale;
    }

    double alpha() {
        return alpha;
    }

    double lambda() {
        return lambda;
    }

    void setLambda(double now) {
        lambda = now;
    }

    double factor(int j) {
        return j < factors.length ? factors[j] : 0;
    }

    /// λ α f_j: how far the gradient of a zero coefficient may reach.
    double bend(int j) {
        return factor(j) == 0 ? 0 : lambda * alpha * factors[j];
    }

    /// [#bend] at another λ.
    double bendAt(double otherLambda, int j) {
        return factor(j) == 0 ? 0 : otherLambda * alpha * factors[j];
    }

    /// λ (1 − α) ρ f_j: what the penalty adds to the second derivative.
    double ridge(int j) {
        return factor(j) == 0 ? 0 : lambda * (1 - alpha) * ridgeScale * factors[j];
    }

    /// The penalty of these columns' coefficients.
    double of(int[] columns, double[] b) {
        double sum = 0;
        for (int j : columns) {
            sum += bend(j) * Math.abs(b[j]) + ridge(j) * b[j] * b[j] / 2;
        }
        return sum;
    }
}
