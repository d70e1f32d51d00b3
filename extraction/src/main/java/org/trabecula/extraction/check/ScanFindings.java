package org.trabecula.extraction.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.image.PointMm;
import org.trabecula.image.label.VertebraLevel;

/// Whether the levels of one scan lie as those of a spine do: each below the one before, and one vertebra's way from it.
///
/// From one centre to the next are 15 mm in the neck, 20 to 30 in the chest, 35 to 42 in the loins; flattened vertebrae are closer, a
/// bent spine is shorter than its way. Below 8 mm or above 60 mm a level, a name is wrong.
final class ScanFindings {
    private static final double NEAREST_MM = 8;
    private static final double FARTHEST_MM = 60;

    private ScanFindings() {}

    /// @param ofScan its cases
    /// @param facts  of each
    static List<QualityFinding> of(List<VertebraCase> ofScan, List<Optional<RegionFacts>> facts) {
        List<Placed> placed = new ArrayList<>();
        for (int at = 0; at < ofScan.size(); at++) {
            Optional<String> level = VertebraLevel.of(ofScan.get(at).level());
            if (level.isPresent() && facts.get(at).isPresent()) {
                placed.add(new Placed(ofScan.get(at), level.get(), place(level.get()), facts.get(at).get().centre()));
            }
        }
        placed.sort(Comparator.comparingDouble(Placed::place));
        List<QualityFinding> findings = new ArrayList<>();
        for (int at = 1; at < placed.size(); at++) {
            wrong(placed.get(at - 1), placed.get(at), findings);
        }
        return findings;
    }

    /// @param place counted from the head, in vertebrae
    private record Placed(VertebraCase vertebra, String level, double place, PointMm centre) {}

    /// T13 and L6, which few people have, stand half a vertebra after T12 and L5: so L1 and S1 keep their places.
    private static double place(String level) {
        int number = Integer.parseInt(level.substring(1));
        return switch (level) {
            case "T13" -> 19.5;
            case "L6" -> 24.5;
            default -> switch (level.charAt(0)) {
                case 'C' -> number;
                case 'T' -> 7 + number;
                case 'L' -> 19 + number;
                default -> 24 + number;
            };
        };
    }

    private static void wrong(Placed upper, Placed lower, List<QualityFinding> findings) {
        if (upper.place == lower.place) {
            if (!sameRegion(upper.vertebra, lower.vertebra)) {
                both(upper, lower, "both are called " + upper.level, "one vertebra of each level", findings);
            }
            return;
        }
        double below = upper.centre.z() - lower.centre.z();
        double mm = upper.centre.distanceMm(lower.centre);
        double steps = Math.max(1, lower.place - upper.place);
        if (below <= 0) {
            both(
                    upper, lower, String.format(Locale.ROOT, "%s lies %.0f mm below %s", upper.level, -below, lower.level),
                    upper.level + " above " + lower.level, findings);
        } else if (mm < NEAREST_MM * steps || mm > FARTHEST_MM * steps) {
            both(
                    upper, lower, String.format(Locale.ROOT, "%.0f mm from %s to %s", mm, upper.level, lower.level),
                    String.format(Locale.ROOT, "%.0f to %.0f mm", NEAREST_MM * steps, FARTHEST_MM * steps), findings);
        }
    }

    /// Which of the two is wrong nobody knows.
    private static void both(Placed one, Placed other, String found, String expected, List<QualityFinding> findings) {
        for (List<Placed> pair : List.of(List.of(one, other), List.of(other, one))) {
            findings.add(QualityFinding.of(
                    pair.getFirst().vertebra, QualityCheck.LEVEL_ORDER, found + " (case " + pair.getLast().vertebra.caseId() + ")", expected,
                    "count the vertebrae in the scan, and correct level or label of the row that is wrong"));
        }
    }

    private static boolean sameRegion(VertebraCase one, VertebraCase other) {
        return one.mask().equals(other.mask()) && one.label().equals(other.label());
    }
}
