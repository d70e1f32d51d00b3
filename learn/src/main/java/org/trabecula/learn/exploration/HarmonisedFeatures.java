package org.trabecula.learn.exploration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.combat.Combat;

/// Features harmonised over centres by ComBat.
///
/// @param centres  that were fitted
/// @param fittedOn rows
public record HarmonisedFeatures(Matrix values, List<String> centres, int fittedOn) {
    /// Whether every centre has cases of one class only, and not all of the same.
    public static boolean isCentreTheClass(List<String> centres, List<String> classes) {
        Map<String, Set<String>> ofCentre = new HashMap<>();
        for (int row = 0; row < centres.size(); row++) {
            ofCentre.computeIfAbsent(centres.get(row), _ -> new HashSet<>()).add(classes.get(row));
        }
        return ofCentre.size() > 1
                && ofCentre.values().stream().allMatch(found -> found.size() == 1)
                && ofCentre.values().stream().distinct().count() > 1;
    }

    /// @param training   rows to fit on; the result is applied to all
    /// @param covariates columns whose effect is kept
    public static HarmonisedFeatures of(
            Matrix x, List<String> centres, int[] training, Matrix covariates, Combat.Prior prior) {
        Combat fit = Combat.fit(
                x.selectRows(training),
                IntStream.of(training).mapToObj(centres::get).toList(),
                covariates.selectRows(training),
                prior);
        return new HarmonisedFeatures(fit.transform(x, centres, covariates), fit.centres(), training.length);
    }
}
