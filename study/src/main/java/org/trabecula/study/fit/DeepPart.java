package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.learn.step.FittedStep;
import org.trabecula.learn.step.Projection;
import org.trabecula.learn.step.Usable;
import org.trabecula.learn.step.ZScore;
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
        if (components.isEmpty() || dtl.kind() != SignatureKind.DTL || fusion.kind() != SignatureKind.FUSION) {
            throw new IllegalArgumentException("a deep part has components, a signature dtl and a signature fusion");
        }
        boolean whole = components.size() == 3 && components.get(0) instanceof Usable && components.get(1) instanceof ZScore
                && components.get(2) instanceof Projection;
        if (!whole) {
            throw new IllegalArgumentException("components are made of usable features, scaled and projected");
        }
        require(network.names(), components.getFirst().inputs(), "the network");
        require(FittedSignature.outputs(components.getFirst().inputs(), components), dtl.inputs(), "the components");
    }

    private static void require(List<String> given, List<String> needed, String what) {
        if (!new HashSet<>(given).containsAll(needed)) {
            throw new IllegalArgumentException(what + " must give every feature that is needed of it");
        }
    }

    /// The features of [#fusion] that the components do not give: those of the hand-crafted signature.
    List<String> handCrafted() {
        List<String> names = new ArrayList<>(fusion.inputs());
        names.removeAll(components.getLast().names());
        return names;
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
