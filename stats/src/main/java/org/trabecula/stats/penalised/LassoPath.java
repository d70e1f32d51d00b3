package org.trabecula.stats.penalised;

import java.util.List;
import org.trabecula.stats.Matrix;

/// The solutions of an elastic net along falling λ, on the scale of the columns as given.
///
/// Between two λ coefficients are interpolated linearly in λ, above the first and below the last they stay, as glmnet's
/// `predict(s = …)` has it; [Coefficients] at a λ of the path are the exact solution.
public final class LassoPath {
    private final ElasticNet settings;
    private final int features;
    private final double[] lambdas;
    private final Coefficients[] solutions;
    private final double[] devianceRatios;
    private final double nullDeviance;
    private final List<String> notes;

    LassoPath(ElasticNet settings, int features, double[] lambdas, Coefficients[] solutions, double[] devianceRatios,
            double nullDeviance, List<String> notes) {
        this.settings = settings;
        this.features = features;
        this.lambdas = lambdas;
        this.solutions = solutions;
        this.devianceRatios = devianceRatios;
        this.nullDeviance = nullDeviance;
        this.notes = List.copyOf(notes);
    }

    public ElasticNet settings() {
        return settings;
    }

    /// Columns of the features that were fitted.
    public int features() {
        return features;
    }

    /// Number of λ.
    public int size() {
        return lambdas.length;
    }

    public double lambda(int k) {
        return lambdas[k];
    }

    /// A copy of all λ, falling.
    public double[] lambdas() {
        return lambdas.clone();
    }

    public Coefficients coefficients(int k) {
        return solutions[k];
    }

    /// Coefficients that differ from zero.
    public int df(int k) {
        return solutions[k].count();
    }

    /// 1 − deviance/null deviance; R² for gaussian.
    public double devianceRatio(int k) {
        return devianceRatios[k];
    }

    /// Deviance with intercept and offset only, on the scale of the given weights. Cox: 2 (ℓ_saturated − ℓ_0).
    public double nullDeviance() {
        return nullDeviance;
    }

    /// What a user should know: columns left out, classes that are small, why the path ended.
    public List<String> notes() {
        return notes;
    }

    /// Coefficients at any λ ≥ 0, interpolated as glmnet does.
    public Coefficients coefficientsAt(double lambda) {
        int last = lambdas.length - 1;
        if (!(lambda < lambdas[0])) {
            return solutions[0];
        }
        if (lambda <= lambdas[last]) {
            return solutions[last];
        }
        int right = 1;
        while (lambdas[right] > lambda) {
            right++;
        }
        if (lambdas[right] == lambda) {
            return solutions[right];
        }
        double share = (lambda - lambdas[right]) / (lambdas[right - 1] - lambdas[right]);
        return Coefficients.between(solutions[right - 1], share, solutions[right], 1 - share);
    }

    /// Intercept + x b of every row at one λ, without offset.
    public double[] linearPredictor(Matrix x, double lambda) {
        return coefficientsAt(lambda).linearPredictor(x);
    }

    /// The same path for the columns from which `design` made the fitted ones.
    LassoPath ofColumnsBefore(Design design) {
        Coefficients[] before = new Coefficients[solutions.length];
        for (int k = 0; k < before.length; k++) {
            before[k] = solutions[k].ofColumnsBefore(design);
        }
        return new LassoPath(settings, features, lambdas, before, devianceRatios, nullDeviance, notes);
    }
}
