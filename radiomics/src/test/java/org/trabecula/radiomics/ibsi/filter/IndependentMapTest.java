package org.trabecula.radiomics.ibsi.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.Phantom;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// Response maps of IBSI 2, phase 1, whose consensus the reference set does not hold, and 10.a, which found none: held against a
/// second computation in NumPy (`conformance/data/ibsi/ibsi2/independent.py`) at 60 or 200 voxels each.
///
/// Both compute in doubles by the same definition, so they agree to rounding. The standard gives a map 1 % of its range.
final class IndependentMapTest {
    private static final double ROUNDING = 1e-12;

    static List<Map<String, String>> tests() {
        Stream<Map<String, String>> further =
                ReferenceTable.rows(Reference.core("ibsi/ibsi2/phase1_further_tests.csv")).stream();
        Stream<Map<String, String>> withoutConsensus =
                ReferenceTable.rows(Reference.core("ibsi/ibsi2/phase1_tests.csv")).stream()
                        .filter(row -> ReferenceTable.cell(row, "test_id").equals("10.a"));
        return Stream.concat(further, withoutConsensus).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void agreesWithTheSecondComputation(Map<String, String> test) {
        String id = ReferenceTable.cell(test, "test_id");
        List<Map<String, String>> voxels = ReferenceTable.rows(Reference.core("ibsi/ibsi2/phase1_independent.csv")).stream()
                .filter(row -> ReferenceTable.cell(row, "test_id").equals(id))
                .toList();
        assertThat(voxels).hasSizeGreaterThanOrEqualTo(60);
        Volume image = Phantom.image(
                Reference.core("ibsi/ibsi2/phantoms/" + ReferenceTable.cell(test, "image") + ".nii.gz"));
        double[] ours = FilterOfRow.of(test).respond(image, 2).toDoubles();
        double worst = 0;
        for (Map<String, String> voxel : voxels) {
            int at = number(voxel, "i") + 64 * (number(voxel, "j") + 64 * number(voxel, "k"));
            double error = Math.abs(ours[at] - Double.parseDouble(ReferenceTable.cell(voxel, "value")));
            worst = error > worst || Double.isNaN(error) ? error : worst;
        }
        double range = Double.parseDouble(ReferenceTable.cell(voxels.getFirst(), "range"));
        System.out.printf(Locale.ROOT, "IBSI 2 map %-6s max error %.2e of its range%n", id, worst / range);
        assertThat(worst / range).as("largest error of %s", id).isLessThanOrEqualTo(ROUNDING);
        Conformance.compared("ibsi2/maps, second computation", voxels.size());
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(ReferenceTable.cell(row, column));
    }
}
