package org.trabecula.study.fit;

import java.util.List;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.table.FeatureTable;

/// What a study with images has beyond hand-crafted features.
///
/// @param network    from a crop to an embedding
/// @param components from an embedding to principal components
/// @param dtl        on the components
/// @param fusion     on the hand-crafted signature's features beside the components
public record DeepPart(
        FittedNetwork network, List<FittedStep> components, FittedSignature dtl, FittedSignature fusion) {
    public DeepPart {
        components = List.copyOf(components);
    }

    /// The principal components of embeddings.
    public FeatureTable componentsOf(FeatureTable embedding) {
        FeatureTable table = embedding;
        for (FittedStep step : components) {
            table = step.apply(table);
        }
        return table;
    }
}
