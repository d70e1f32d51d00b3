package org.trabecula.evaluation;

import java.util.List;
import org.trabecula.stats.glm.ValidationIndex;

/// How much a model flatters itself on the cases that it was fitted to: Harrell's bootstrap, patients drawn, the model refitted in
/// every draw.
///
/// @param model      a label, such as `nomogram`
/// @param n          cases
/// @param positives  of them
/// @param patients   of them
/// @param replicates draws that were asked for
/// @param undefined  of them without a model: one class, a term that does not vary, or classes separated
/// @param indexes    `AUC`, `Slope`, `Brier`; empty where no draw had a model
public record Optimism(
        String model, int n, int positives, int patients, int replicates, int undefined, List<ValidationIndex> indexes) {
    public Optimism {
        indexes = List.copyOf(indexes);
    }
}
