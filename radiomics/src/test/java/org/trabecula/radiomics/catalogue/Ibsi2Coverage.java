package org.trabecula.radiomics.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// IBSI 2 in the tables of `docs/coverage.md`: every test of its phases. What is computed, and against what it is held, is read from
/// the tables that `ResponseMapTest`, `IndependentMapTest` and `FilteredStatisticsTest` go through.
final class Ibsi2Coverage {
    /// Intensity statistics of each test of phase 2.
    static final int STATISTICS = 18;

    private static final List<Map<String, String>> MAP_VOXELS = table("phase1_independent");
    private static final List<Map<String, String>> CONSENSUS = table("phase2_consensus");
    private static final List<Map<String, String>> SECOND_STATISTICS = table("phase2_independent");

    /// Tests of phase 2 on Riesz transforms: the reference set has no settings for them.
    private static final List<String> RIESZ = List.of("10.A", "10.B", "11.A", "11.B");

    private Ibsi2Coverage() {}

    /// The tests of phase 1, by name.
    static List<Map<String, String>> maps() {
        return tests("phase1_tests", "phase1_further_tests");
    }

    static long mapsWithConsensus() {
        return maps().stream().filter(Ibsi2Coverage::hasMap).count();
    }

    static long mapsComputedTwice() {
        return MAP_VOXELS.stream().map(row -> ReferenceTable.cell(row, "test_id")).distinct().count();
    }

    static int statistics() {
        return (statisticsTests().size() + RIESZ.size()) * STATISTICS;
    }

    static long statisticsWithConsensus() {
        return CONSENSUS.stream().filter(row -> !ReferenceTable.cell(row, "value").isEmpty()).count();
    }

    static int statisticsComputed() {
        return statisticsTests().size() * STATISTICS;
    }

    static int statisticsComputedTwice() {
        return SECOND_STATISTICS.size();
    }

    static String tables() {
        StringBuilder page = new StringBuilder("\n## IBSI 2, phase 1: response maps\n\n");
        page.append(MarkdownTable.of(
                List.of("test", "image", "filter", "boundary", "computed", "verified against", "deviates because"),
                maps().stream().map(Ibsi2Coverage::mapRow)));
        page.append("\n## IBSI 2, phase 2: statistics of responses on the CT phantom\n\n");
        page.append(MarkdownTable.of(
                List.of("test", "filter", "boundary", "computed", "verified against", "deviates because"),
                Stream.concat(
                        statisticsTests().stream().map(Ibsi2Coverage::statisticsRow),
                        RIESZ.stream().map(id -> List.of(
                                id, "Riesz transforms", "", "no", "nothing: no consensus", "no reference to hold them against")))));
        page.append("\n## IBSI 2, phase 3: sarcomas in CT, PET and MR\n\n");
        page.append("Not computed: its images are not in the reference set, and its table of medians is no official reference.\n");
        return page.append('\n').toString();
    }

    private static List<String> mapRow(Map<String, String> test) {
        String id = ReferenceTable.cell(test, "test_id");
        long voxels = MAP_VOXELS.stream().filter(row -> ReferenceTable.cell(row, "test_id").equals(id)).count();
        boolean computed = hasMap(test) || voxels > 0;
        boolean withoutConsensus = ReferenceTable.cell(test, "reference_file").startsWith("none");
        return List.of(
                id,
                ReferenceTable.cell(test, "image"),
                filter(test),
                boundary(test),
                computed ? "yes" : "no",
                hasMap(test) ? "consensus map, every voxel" : voxels > 0 ? "second computation, " + voxels + " voxels" : "nothing: no consensus",
                computed
                        ? hasMap(test) ? "" : withoutConsensus ? "there is no consensus map" : "the consensus map is not in the reference set"
                        : "alignment by the structure tensor is not there: no reference to hold it against");
    }

    private static List<String> statisticsRow(Map<String, String> test) {
        String id = ReferenceTable.cell(test, "test_id");
        long consensus = CONSENSUS.stream()
                .filter(row -> ReferenceTable.cell(row, "test_id").equals(id) && !ReferenceTable.cell(row, "value").isEmpty())
                .count();
        return List.of(
                id,
                filter(test),
                boundary(test),
                "yes",
                consensus > 0 ? consensus + " consensus values" : "second computation, " + STATISTICS + " values",
                consensus == STATISTICS
                        ? ""
                        : consensus > 0
                                ? "the quartile coefficient of dispersion has no consensus"
                                : "the consensus values are not in the reference set");
    }

    /// A Simoncelli wavelet wraps round, whatever boundary a test names; with a Riesz transform on top it does not.
    private static String boundary(Map<String, String> test) {
        return ReferenceTable.cell(test, "filter").startsWith("non-separable")
                ? "periodic"
                : ReferenceTable.cell(test, "filter").equals("none") ? "" : ReferenceTable.cell(test, "boundary");
    }

    private static boolean hasMap(Map<String, String> test) {
        return !ReferenceTable.cell(test, "tolerance").isEmpty();
    }

    private static List<Map<String, String>> statisticsTests() {
        return tests("phase2_tests", "phase2_further_tests");
    }

    private static List<Map<String, String>> tests(String first, String further) {
        return Stream.concat(table(first).stream(), table(further).stream())
                .sorted(Comparator.<Map<String, String>>comparingInt(Ibsi2Coverage::number)
                        .thenComparing(row -> ReferenceTable.cell(row, "test_id")))
                .toList();
    }

    private static int number(Map<String, String> row) {
        return Integer.parseInt(ReferenceTable.cell(row, "test_id").split("\\.")[0]);
    }

    private static List<Map<String, String>> table(String name) {
        return ReferenceTable.rows(Reference.core("ibsi/ibsi2/" + name + ".csv"));
    }

    /// The filter and what sets it apart from the others of its kind.
    private static String filter(Map<String, String> test) {
        List<String> parts = new ArrayList<>();
        parts.add(ReferenceTable.cell(test, "filter"));
        if (!ReferenceTable.cell(test, "filter").equals("none")) {
            parts.add(ReferenceTable.cell(test, "dimensions"));
        }
        parts.add(named(test, "support_voxels", "%s voxels"));
        parts.add(named(test, "sigma_mm", "σ %s mm"));
        parts.add(named(test, "laws_kernel", "%s"));
        parts.add(named(test, "gabor_lambda_mm", "λ %s mm"));
        parts.add(named(test, "gabor_gamma", "γ %s"));
        parts.add(named(test, "gabor_theta_rad", "θ %s"));
        parts.add(named(test, "gabor_theta_step_rad", "θ in steps of %s"));
        parts.add(named(test, "wavelet", "%s"));
        parts.add(named(test, "subband", "%s"));
        parts.add(named(test, "level", "level %s"));
        parts.add(named(test, "riesz_order", "order %s"));
        parts.add(named(test, "structure_tensor_sigma_mm", "aligned at σ %s mm"));
        parts.add(named(test, "pooling", "%s over rotations"));
        parts.add(named(test, "energy_delta_voxels", "energy over δ %s"));
        parts.add(ReferenceTable.cell(test, "plane_averaging").startsWith("yes") ? "three orthogonal planes" : "");
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String named(Map<String, String> test, String column, String format) {
        String cell = test.getOrDefault(column, "");
        return cell.isEmpty() ? "" : format.replace("%s", cell);
    }
}
