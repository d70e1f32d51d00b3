package org.trabecula.study.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.core.StageStore;
import org.trabecula.extraction.network.Crops;
import org.trabecula.learn.classifier.ClassifierChoice;
import org.trabecula.learn.model.SignatureKind;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.table.FeatureTable;

/// The whole of steps 3–14 as fitted: from a case's raw features and crop to the scores of its signatures.
///
/// @param hcr  on raw hand-crafted features
/// @param deep empty for a study of a feature table, which has no images
/// @param icc  what step 3 did, in words; empty when it was skipped
/// @param choices the classifiers that step 14 chose among, by signature; empty where they are not known, as in a bundle
public record FittedMethod(
        FittedSignature hcr, Optional<DeepPart> deep, String icc, Map<SignatureKind, ClassifierChoice> choices) {
    public FittedMethod {
        Map<SignatureKind, ClassifierChoice> inOrder = new EnumMap<>(SignatureKind.class);
        inOrder.putAll(choices);
        choices = Collections.unmodifiableMap(inOrder);
        List<String> prepared = hcr.model().names(); // the signature may have fewer: a refit can set a coefficient to zero
        if (hcr.kind() != SignatureKind.HCR || deep.isPresent() && !prepared.containsAll(deep.get().handCrafted())) {
            throw new IllegalArgumentException("fusion must stand on the hand-crafted signature and the components");
        }
    }

    /// All signatures, hand-crafted first.
    public List<FittedSignature> signatures() {
        List<FittedSignature> all = new ArrayList<>();
        all.add(hcr);
        deep.ifPresent(part -> {
            all.add(part.dtl());
            all.add(part.fusion());
        });
        return all;
    }

    /// The signature that the nomogram takes where it is usable: a fusion where there are images.
    public SignatureKind first(StudySettings settings) {
        return first(signatures().stream().map(FittedSignature::kind).toList(), settings);
    }

    static SignatureKind first(Collection<SignatureKind> kinds, StudySettings settings) {
        if (!kinds.contains(SignatureKind.FUSION)) {
            return SignatureKind.HCR;
        }
        return settings.fusesLate() ? SignatureKind.LATE_FUSION : SignatureKind.FUSION;
    }

    /// Scores by signature, one per case.
    ///
    /// @param rows  hand-crafted features, one row per case
    /// @param crops of at least these cases; needed where there is a deep part
    /// @param store where finished embeddings are kept
    public Map<SignatureKind, double[]> score(FeatureTable rows, Optional<Crops> crops, StageStore store) {
        return scoreEmbedded(rows, deep.map(part -> part.network().embed(crops.orElseThrow(), rows.caseIds(), store)));
    }

    /// The same for crops that were embedded already.
    ///
    /// @param embedded of the same cases; needed where there is a deep part
    public Map<SignatureKind, double[]> scoreEmbedded(FeatureTable rows, Optional<FeatureTable> embedded) {
        Map<SignatureKind, FeatureTable> raw = ofSignatures(rows, embedded);
        Map<SignatureKind, double[]> scores = new EnumMap<>(SignatureKind.class);
        signatures().forEach(one -> scores.put(one.kind(), one.score(Objects.requireNonNull(raw.get(one.kind())))));
        return scores;
    }

    /// What the classifiers of each signature see: its features after all of its steps.
    ///
    /// @param rows  as for [#score]
    /// @param crops as for [#score]
    public Map<SignatureKind, FeatureTable> prepared(FeatureTable rows, Optional<Crops> crops, StageStore store) {
        Map<SignatureKind, FeatureTable> raw = ofSignatures(
                rows, deep.map(part -> part.network().embed(crops.orElseThrow(), rows.caseIds(), store)));
        Map<SignatureKind, FeatureTable> prepared = new EnumMap<>(SignatureKind.class);
        signatures().forEach(one -> prepared.put(one.kind(), one.prepared(Objects.requireNonNull(raw.get(one.kind())))));
        return prepared;
    }

    /// What the steps of each signature start from.
    private Map<SignatureKind, FeatureTable> ofSignatures(FeatureTable rows, Optional<FeatureTable> embedded) {
        Map<SignatureKind, FeatureTable> raw = new EnumMap<>(SignatureKind.class);
        raw.put(SignatureKind.HCR, rows);
        deep.ifPresent(part -> {
            FeatureTable components = part.componentsOf(embedded.orElseThrow());
            raw.put(SignatureKind.DTL, components);
            raw.put(SignatureKind.FUSION, hcr.prepared(rows).beside(components));
        });
        return raw;
    }
}
