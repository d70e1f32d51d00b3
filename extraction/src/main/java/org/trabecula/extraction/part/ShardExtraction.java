package org.trabecula.extraction.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.cases.Shard;
import org.trabecula.extraction.failure.CaseFailure;
import org.trabecula.extraction.feature.CaseRow;
import org.trabecula.extraction.feature.ExtractedRows;
import org.trabecula.extraction.feature.ManifestExtraction;

/// Extracts one shard of a manifest.
///
/// @param manifestHash SHA-256 of the manifest's bytes
/// @param all          every case of the manifest
/// @param shard        whose turn it is
public record ShardExtraction(String manifestHash, ManifestCases all, Shard shard) {
    /// The shard's cases.
    public ManifestCases cases() {
        return all.of(shard);
    }

    /// Extracts what is not finished yet.
    ///
    /// @param extraction of [#cases]
    public ExtractedPart part(ManifestExtraction extraction) {
        ExtractedRows done = extraction.extractRows();
        Map<String, Integer> lines = extraction.lines();
        List<PlacedRow> rows = new ArrayList<>();
        for (CaseRow row : done.rows()) {
            rows.add(new PlacedRow(line(row.caseId(), lines), row));
        }
        int withoutFiles = cases().withoutFiles().size(); // the first of the failures
        List<PlacedFailure> failures = new ArrayList<>();
        for (CaseFailure failure : done.failures()) {
            failures.add(new PlacedFailure(line(failure.caseId(), lines), failures.size() < withoutFiles, failure));
        }
        PartOrigin origin = new PartOrigin(manifestHash, extraction.recipe(), all.asked().size());
        return new ExtractedPart(origin, shard.toString(), rows, failures);
    }

    private static int line(String caseId, Map<String, Integer> lines) {
        Integer line = lines.get(caseId);
        if (line == null) {
            throw new IllegalStateException("a row of no case: " + caseId);
        }
        return line;
    }
}
