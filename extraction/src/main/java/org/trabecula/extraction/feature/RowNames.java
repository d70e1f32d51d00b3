package org.trabecula.extraction.feature;

import java.util.List;

/// The columns of a row: those of text, then the features, in the order in which they were measured.
public record RowNames(List<String> texts, List<String> features) {
    public RowNames {
        texts = List.copyOf(texts);
        features = List.copyOf(features);
    }
}
