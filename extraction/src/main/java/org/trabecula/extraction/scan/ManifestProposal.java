package org.trabecula.extraction.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.cohort.Sex;
import org.trabecula.image.label.VertebraLevel;

/// The rows of a manifest, one a vertebra, with pseudonyms for patients: P-001, P-002 in the order in which they were found.
///
/// @param rows       in the order of patients, images and levels
/// @param pseudonyms what stands for whom; for a file that is asked for, and for nothing else
/// @param again      outlines of vertebrae that have a row already
public record ManifestProposal(List<Row> rows, Map<String, String> pseudonyms, List<Left> again) {
    /// One row.
    public record Row(
            String caseId, String patientId, Path image, Path mask, String label, Optional<String> level, OptionalInt ageYears,
            Optional<Sex> sex) {}

    public ManifestProposal {
        rows = List.copyOf(rows);
        pseudonyms = Collections.unmodifiableMap(new LinkedHashMap<>(pseudonyms));
        again = List.copyOf(again);
    }

    /// @param masks those that were paired
    static ManifestProposal of(List<FoundImage> images, List<FoundMask> masks) {
        Map<String, String> pseudonyms = new LinkedHashMap<>();
        Map<FoundImage, String> scans = new LinkedHashMap<>();
        Map<String, Integer> ofPerson = new HashMap<>();
        for (FoundImage image : images) {
            String key = image.person().key();
            String pseudonym = pseudonyms.computeIfAbsent(key, _ -> String.format("P-%03d", pseudonyms.size() + 1));
            int number = ofPerson.merge(key, 1, Integer::sum);
            scans.put(image, number == 1 ? pseudonym : pseudonym + "-scan" + number);
        }
        List<Row> rows = new ArrayList<>();
        List<Left> again = new ArrayList<>();
        Map<String, Path> taken = new HashMap<>();
        scans.forEach((image, scan) -> {
            for (FoundMask mask : masks) {
                if (!mask.image().equals(Optional.of(image))) {
                    continue;
                }
                for (FoundMask.Region region : rowsOf(mask)) {
                    String caseId = scan + "-" + region.level().orElse("label" + region.label());
                    Path first = taken.putIfAbsent(caseId, mask.path());
                    if (first == null) {
                        rows.add(new Row(
                                caseId, Objects.requireNonNull(pseudonyms.get(image.person().key())), image.path(), mask.path(), region.label(), region.level(),
                                image.ageYears(), image.sex()));
                    } else {
                        again.add(new Left(mask.path(), Left.Kind.MASK, "another outline of " + caseId + ", which " + first.getFileName()
                                + " has already: put it into mask_intra or mask_inter if it is a second reading"));
                    }
                }
            }
        });
        return new ManifestProposal(rows, pseudonyms, again);
    }

    /// The vertebrae, if any region is known to be one; else every region.
    static List<FoundMask.Region> rowsOf(FoundMask mask) {
        List<FoundMask.Region> vertebrae = mask.regions().stream()
                .filter(ManifestProposal::isVertebra)
                .sorted(Comparator.comparingInt(ManifestProposal::fromHead))
                .toList();
        return vertebrae.isEmpty() ? mask.regions() : vertebrae;
    }

    private static int fromHead(FoundMask.Region region) {
        String level = region.level().flatMap(VertebraLevel::of).orElseThrow();
        return 100 * "CTL".indexOf(level.charAt(0)) + Integer.parseInt(level.substring(1));
    }

    /// Of the sacrum nothing is asked here.
    private static boolean isVertebra(FoundMask.Region region) {
        return region.level().flatMap(VertebraLevel::of).filter(level -> !level.startsWith("S")).isPresent();
    }
}
