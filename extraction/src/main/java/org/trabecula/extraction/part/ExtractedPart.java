package org.trabecula.extraction.part;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.extraction.feature.ExtractedRows;

/// What was made of some of a manifest's cases.
///
/// @param origin   of what it is a part
/// @param share    which part, in words for people, such as `3/16`
/// @param rows     in the order of the manifest
/// @param failures in the order of the manifest
public record ExtractedPart(PartOrigin origin, String share, List<PlacedRow> rows, List<PlacedFailure> failures) {
    public ExtractedPart {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /// Rows and failures without their places.
    public ExtractedRows extracted() {
        return new ExtractedRows(
                rows.stream().map(PlacedRow::row).toList(), failures.stream().map(PlacedFailure::failure).toList());
    }

    /// Lines of the manifest whose cases are done, well or badly.
    public Set<Integer> lines() {
        Set<Integer> lines = new TreeSet<>();
        rows.forEach(row -> lines.add(row.line()));
        failures.forEach(failure -> lines.add(failure.line()));
        return lines;
    }
}
