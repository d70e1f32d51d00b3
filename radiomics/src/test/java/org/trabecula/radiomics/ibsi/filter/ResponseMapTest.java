package org.trabecula.radiomics.ibsi.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.ibsi.Phantom;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;

/// Response maps of IBSI 2, phase 1. The tolerance is the published one: 1 % of the map's range, for every voxel.
final class ResponseMapTest {
    static List<Map<String, String>> testsWithMap() {
        return ReferenceTable.rows(Reference.core("ibsi/ibsi2/phase1_tests.csv")).stream()
                .filter(row -> !ReferenceTable.cell(row, "tolerance").isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("testsWithMap")
    void everyVoxelLiesWithinTheTolerance(Map<String, String> row) {
        String id = ReferenceTable.cell(row, "test_id");
        String file = "ibsi/ibsi2/" + ReferenceTable.cell(row, "reference_file");
        Optional<Path> map = find(file);
        Optional<Path> image = find("ibsi/ibsi2/phantoms/" + ReferenceTable.cell(row, "image") + ".nii.gz");
        if (map.isEmpty() || image.isEmpty()) {
            Conformance.skipped("ibsi2/response maps", 262_144, id + ": map not in the core set");
            Assumptions.abort(file + " is not in the core set");
            return;
        }
        Volume response = FilterOfRow.of(row).respond(Phantom.image(image.get()), 2);
        double[] ours = response.toDoubles();
        double[] expected = Phantom.image(map.get()).toDoubles();
        double worst = 0;
        for (int v = 0; v < expected.length; v++) {
            double error = Math.abs(ours[v] - expected[v]);
            worst = error > worst || Double.isNaN(error) ? error : worst;
        }
        double tolerance = Double.parseDouble(ReferenceTable.cell(row, "tolerance"));
        System.out.printf(Locale.ROOT, "IBSI 2 map %-6s max error %.2e of tolerance %.2e%n", id, worst, tolerance);
        assertThat(worst).as("largest error of %s", id).isLessThanOrEqualTo(tolerance);
        Conformance.compared("ibsi2/response maps", expected.length);
    }

    private static Optional<Path> find(String path) {
        Path core = Reference.root().resolve("conformance/data").resolve(path);
        return Files.exists(core) ? Optional.of(core) : Reference.whole(path);
    }
}
