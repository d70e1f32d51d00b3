package org.trabecula.extraction.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trabecula.cohort.VertebraCase;

/// Cases of several files whose regions hold the same voxels: a scan that was exported twice, so that no byte of its files agrees, and entered
/// the cohort twice. Said of every case but the first. Files of equal bytes, and rows of one file, are told by [RepeatedCases].
final class SameVoxels {
    private SameVoxels() {}

    /// @param vertebra a case that could be opened
    /// @param facts    of its region
    record Known(VertebraCase vertebra, RegionFacts facts) {
        Path image() {
            return vertebra.image().orElseThrow();
        }
    }

    static List<QualityFinding> of(List<Known> cases) {
        Map<String, List<Known>> byPrint = new LinkedHashMap<>();
        for (Known one : cases) {
            if (!one.facts().greyPrint().isEmpty()) {
                byPrint.computeIfAbsent(one.facts().greyPrint(), _ -> new ArrayList<>()).add(one);
            }
        }
        List<QualityFinding> findings = new ArrayList<>();
        byPrint.values().stream().filter(same -> same.size() > 1).forEach(same -> findings.addAll(ofGroup(same)));
        return findings;
    }

    private static List<QualityFinding> ofGroup(List<Known> same) {
        try {
            SameFiles files = SameFiles.among(same.stream().map(Known::image).toList(), List.of());
            Known first = same.getFirst();
            return same.stream()
                    .skip(1)
                    .filter(other -> !files.of(other.image()).equals(files.of(first.image())))
                    .map(other -> finding(first.vertebra(), other))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QualityFinding finding(VertebraCase first, Known other) {
        VertebraCase vertebra = other.vertebra();
        boolean samePatient = vertebra.patientId().equals(first.patientId());
        return QualityFinding.of(
                vertebra, QualityCheck.SAME_VOXELS,
                String.format(
                        Locale.ROOT, "the grey values of its %,d voxels are those of case %s (line %d), of %s",
                        other.facts().voxels(), first.caseId(), first.line(),
                        samePatient ? "the same patient" : "patient " + first.patientId() + "; this is patient " + vertebra.patientId()),
                "no two scans with the same voxels: one scan, exported twice, has one patient and stands in one row a vertebra",
                samePatient
                        ? "delete one of the rows, or give it a reason in column exclude"
                        : "find out whose scan it is; delete one of the rows, or give both one patient_id and one of them a reason in column exclude");
    }
}
