package org.trabecula.extraction.feature;

import java.util.List;
import org.trabecula.extraction.failure.CaseFailure;

/// Rows by case, not yet one table, and the cases that failed.
public record ExtractedRows(List<CaseRow> rows, List<CaseFailure> failures) {
    public ExtractedRows {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /// All rows as one table.
    public Extracted table() {
        return new Extracted(RowStack.table(rows), failures);
    }
}
