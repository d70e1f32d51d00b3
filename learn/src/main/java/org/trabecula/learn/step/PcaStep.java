package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trabecula.learn.Training;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.reduction.PrincipalComponents;

/// Fits principal components to the training cases (P19; protocol, step 11).
public final class PcaStep {
    private PcaStep() {}

    /// @param most components at most; fewer when n − 1 or the number of features is smaller
    public static Projection fit(Training training, int most, int jobs) {
        PrincipalComponents fitted = components(training, most, jobs);
        return projection(training, fitted, fitted.components());
    }

    /// The fewest components that carry a share of the variance, the largest first.
    ///
    /// @param share of the training cases' total variance, in (0, 1]
    public static Projection keeping(Training training, double share, int jobs) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of variance lies in (0, 1], got " + share);
        }
        PrincipalComponents fitted = components(training, Integer.MAX_VALUE, jobs);
        double[] shares = fitted.shareOfVariance();
        int count = 0;
        for (double sum = 0; count < shares.length && sum < share; count++) {
            sum += shares[count];
        }
        return projection(training, fitted, count);
    }

    private static PrincipalComponents components(Training training, int most, int jobs) {
        int components = Math.min(most, Math.min(training.size() - 1, training.table().names().size()));
        return PrincipalComponents.fit(
                Columns.matrix(training.table()), PrincipalComponents.Scaling.CENTRE, components, jobs);
    }

    private static Projection projection(Training training, PrincipalComponents fitted, int count) {
        Matrix loadings = fitted.loadings();
        List<String> names = new ArrayList<>();
        double[][] weights = new double[count][];
        for (int component = 0; component < count; component++) {
            names.add(String.format(Locale.ROOT, "pc_%03d", component + 1));
            weights[component] = loadings.column(component);
        }
        return new Projection(training.table().names(), fitted.centre(), names, weights);
    }
}
