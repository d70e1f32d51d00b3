package org.trabecula.radiomics.pyradiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Boxes, voxel counts, parts, centres and statistics of image and mask at each stage.
class DiagnosticsTest {
    private static final List<String> CONFIGS =
            List.of("original", "paper1648", "resegment_abs", "bspline_aniso", "precrop", "correctmask");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Reference.best("pyradiomics/expected"))) {
            return files.filter(f -> CONFIGS.stream().anyMatch(c -> f.toString().endsWith("__" + c + ".diagnostics.json")))
                    .filter(f -> String.valueOf(f.getFileName()).matches("(edge|vert_(chronic_t3|oblique)).*"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void matchPyRadiomics(Path file) throws IOException {
        String[] name = String.valueOf(file.getFileName()).split("__|\\.");
        Path root = Reference.best("pyradiomics");
        ReferenceCase read = ReferenceCase.open(root, name[0]);
        Map<String, String> ours = Radiomics.with(ParameterFile.read(root.resolve("params/" + name[1] + ".yaml")))
                .extract(read.image(), read.mask())
                .diagnostics();
        JsonNode expected = new JsonMapper().readTree(file.toFile());
        int compared = 0;
        for (Map.Entry<String, String> entry : ours.entrySet()) {
            if (entry.getKey().contains("_Configuration_") || entry.getKey().contains("_Versions_")) {
                continue;
            }
            JsonNode theirs = expected.path(entry.getKey());
            assertThat(theirs.isMissingNode()).as(entry.getKey()).isFalse();
            if (theirs.isArray()) {
                String[] numbers = entry.getValue().replaceAll("[() ]", "").split(",", -1);
                assertThat(numbers).as(entry.getKey()).hasSize(theirs.size());
                for (int n = 0; n < numbers.length; n++) {
                    // sums of thousands of doubles in another order: 1e-9 is ten digits of values up to some thousand HU
                    assertThat(Double.parseDouble(numbers[n]))
                            .as(entry.getKey())
                            .isCloseTo(theirs.get(n).asDouble(), within(1e-9));
                    compared++;
                }
            } else if (theirs.isNumber()) {
                // the same sums, of one number
                assertThat(Double.parseDouble(entry.getValue()))
                        .as(entry.getKey())
                        .isCloseTo(theirs.asDouble(), within(1e-9));
                compared++;
            } else {
                assertThat(entry.getValue()).as(entry.getKey()).isEqualTo(theirs.asString());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(15);
        Conformance.compared("pyradiomics/diagnostics", compared);
    }
}
