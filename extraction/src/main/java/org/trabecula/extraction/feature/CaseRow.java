package org.trabecula.extraction.feature;

import java.util.List;

/// One case's row. Rows with the same columns share one [RowNames] ([RowStack]), so that a row of a large cohort costs little more than
/// its numbers.
///
/// @param texts  one per text column of `names`
/// @param values one per feature of `names`; belongs to the row
public record CaseRow(String caseId, RowNames names, List<String> texts, double[] values) {
    public CaseRow {
        texts = List.copyOf(texts);
        if (texts.size() != names.texts().size() || values.length != names.features().size()) {
            throw new IllegalArgumentException(names.texts().size() + " + " + names.features().size() + " columns, "
                    + texts.size() + " texts and " + values.length + " values");
        }
    }
}
