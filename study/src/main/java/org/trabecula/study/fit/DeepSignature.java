package org.trabecula.study.fit;

import java.util.List;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.table.FeatureTable;

/// The deep signature by itself, from a crop to a score (steps 10, 11, 12, 14).
///
/// @param network    from a crop to an embedding
/// @param components from an embedding to principal components
/// @param dtl        on the components
record DeepSignature(FittedNetwork network, List<FittedStep> components, FittedSignature dtl) {
    DeepSignature {
        components = List.copyOf(components);
    }

    /// Scores of cases, one each.
    double[] score(Crops crops, List<String> caseIds, StageStore store) {
        FeatureTable table = network.embed(crops, caseIds, store);
        for (FittedStep step : components) {
            table = step.apply(table);
        }
        return dtl.score(table);
    }
}
