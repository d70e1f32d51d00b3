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
        int components = Math.min(most, Math.min(training.size() - 1, training.table().names().size()));
        PrincipalComponents fitted = PrincipalComponents.fit(
                Columns.matrix(training.table()), PrincipalComponents.Scaling.CENTRE, components, jobs);
        Matrix loadings = fitted.loadings();
        List<String> names = new ArrayList<>();
        double[][] weights = new double[fitted.components()][];
        for (int component = 0; component < weights.length; component++) {
            names.add(String.format(Locale.ROOT, "pc_%03d", component + 1));
            weights[component] = loadings.column(component);
        }
        return new Projection(training.table().names(), fitted.centre(), names, weights);
    }
}
