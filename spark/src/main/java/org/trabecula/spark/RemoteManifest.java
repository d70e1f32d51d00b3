package org.trabecula.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Hash;
import org.trabecula.extraction.cases.ManifestCases;
import org.trabecula.extraction.cases.Scans;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// A manifest as the driver reads it: nobody looks for its files before a task needs them.
///
/// @param hash  SHA-256 of its bytes
/// @param cases that it asks for
/// @param scans their scans, in the order of the manifest
record RemoteManifest(String hash, int cases, List<SentScan> scans) {
    RemoteManifest {
        scans = List.copyOf(scans);
    }

    /// @param file a copy on this machine
    /// @throws org.trabecula.core.InputException if it is refused
    static RemoteManifest read(Path file) throws IOException {
        TextTable table = DelimitedText.read(file);
        Cohort cohort = ManifestFile.readElsewhere(table);
        List<VertebraCase> asked = ManifestCases.of(cohort).asked();
        ColumnRoles roles = ColumnRoles.of(table);
        Map<Integer, Integer> rowOfLine = new HashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            rowOfLine.put(table.line(row), row);
        }
        List<SentScan> scans = new ArrayList<>();
        for (List<VertebraCase> scan : Scans.of(asked)) {
            // a path has lost what an address says: s3a://bucket is s3a:/bucket there
            String image = scan.getFirst().image().isEmpty()
                    ? ""
                    : cell(roles, row(scan.getFirst(), rowOfLine), ColumnRole.IMAGE);
            scans.add(new SentScan(image, scan.stream()
                    .map(one -> new SentScan.SentCase(
                            one.caseId(), one.line(),
                            one.mask().isEmpty() ? "" : cell(roles, row(one, rowOfLine), ColumnRole.MASK),
                            one.label().orElse("")))
                    .toArray(SentScan.SentCase[]::new)));
        }
        return new RemoteManifest(Hash.sha256Hex(file), asked.size(), scans);
    }

    private static int row(VertebraCase one, Map<Integer, Integer> rowOfLine) {
        return Objects.requireNonNull(rowOfLine.get(one.line()), "a case of no row");
    }

    private static String cell(ColumnRoles roles, int row, ColumnRole role) {
        return roles.find(row, role).orElse("");
    }
}
