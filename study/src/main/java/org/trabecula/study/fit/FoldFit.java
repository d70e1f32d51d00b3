package org.trabecula.study.fit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.learn.model.SignatureKind;

/// What is kept of a fit to a part of the training cases.
///
/// @param scores   by signature, one per case that it had not seen
/// @param selected by signature, the features that its classifier stands on
public record FoldFit(Map<SignatureKind, double[]> scores, Map<SignatureKind, List<String>> selected) {
    public FoldFit {
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
        Map<SignatureKind, List<String>> names = new EnumMap<>(SignatureKind.class);
        selected.forEach((kind, own) -> names.put(kind, List.copyOf(own)));
        selected = Collections.unmodifiableMap(names);
    }

    static FoldFit of(FittedMethod fitted, Map<SignatureKind, double[]> scores) {
        Map<SignatureKind, List<String>> selected = new LinkedHashMap<>();
        fitted.signatures().forEach(one -> selected.put(one.kind(), one.model().names()));
        return new FoldFit(scores, selected);
    }
}
