package org.trabecula.study.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.study.input.Crops;
import org.trabecula.study.network.FittedNetwork;
import org.trabecula.table.FeatureTable;

/// The whole of steps 3–14 as fitted: from a case's raw features and crop to the scores of three signatures.
///
/// @param hcr        on raw hand-crafted features
/// @param network    from a crop to an embedding
/// @param components from an embedding to principal components
/// @param dtl        on the components
/// @param fusion     on the features of `hcr` beside the components
/// @param icc        what step 3 did, in words; empty when it was skipped
public record FittedMethod(
        FittedSignature hcr,
        FittedNetwork network,
        List<FittedStep> components,
        FittedSignature dtl,
        FittedSignature fusion,
        String icc) {
    public FittedMethod {
        components = List.copyOf(components);
    }

    public List<FittedSignature> signatures() {
        return List.of(hcr, dtl, fusion);
    }

    /// Scores by signature, one per case.
    ///
    /// @param raw   hand-crafted features of at least these cases
    /// @param crops of at least these cases
    public Map<String, double[]> score(FeatureTable raw, Crops crops, List<String> caseIds) {
        return score(raw.cases(caseIds), network.embed(crops, caseIds));
    }

    /// Scores by signature, from features and embeddings of the same cases.
    public Map<String, double[]> score(FeatureTable raw, FeatureTable embedding) {
        FeatureTable deep = components(embedding);
        Map<String, double[]> scores = new LinkedHashMap<>();
        scores.put(hcr.name(), hcr.score(raw));
        scores.put(dtl.name(), dtl.score(deep));
        scores.put(fusion.name(), fusion.score(fusionTable(raw, deep)));
        return scores;
    }

    /// The principal components of embeddings.
    public FeatureTable components(FeatureTable embedding) {
        FeatureTable table = embedding;
        for (FittedStep step : components) {
            table = step.apply(table);
        }
        return table;
    }

    /// What the fusion signature starts from: the hand-crafted signature's features beside all components (P21).
    public FeatureTable fusionTable(FeatureTable raw, FeatureTable deep) {
        return hcr.prepared(raw).beside(deep);
    }
}
