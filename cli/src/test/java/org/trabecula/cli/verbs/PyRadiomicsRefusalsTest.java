package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Reference;
import org.trabecula.testkit.ReferenceTable;
import tools.jackson.databind.JsonNode;

/// What PyRadiomics refused, asked of the command line: refused there too, but for the one case of a mask that lies 0.01 mm beside
/// its image (docs/deviations.md).
class PyRadiomicsRefusalsTest {
    private static final Path ROOT = Reference.best("pyradiomics");
    private static final String SERVED = "edge_geometry_off";

    @TempDir
    Path folder;

    static List<String> refused() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("expected"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".error.txt"))
                    .map(name -> name.replace(".error.txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedButForARoundedHeader(String run) throws IOException {
        CommandLineRun ours = extract(run);
        if (run.startsWith(SERVED)) {
            assertThat(ours.exit()).as(ours.err()).isZero();
            assertThat(ours.err()).contains("lies 0.010 mm apart", "its voxels fall on the image's");
        } else {
            assertThat(ours.exit()).as(ours.err()).isEqualTo(3);
            assertThat(folder.resolve("out.csv")).doesNotExist();
        }
    }

    /// PyRadiomics serves it with `correctMask`, and then has these values.
    @Test
    void theServedCaseHasTheValuesOfACorrectedMask() throws IOException {
        assertThat(refused()).hasSize(27).filteredOn(run -> run.startsWith(SERVED)).hasSize(2);
        assertThat(extract(SERVED + "__original").exit()).isZero();
        Map<String, String> ours = ReferenceTable.rows(folder.resolve("out.csv")).getFirst();
        List<Map<String, String>> expected =
                ReferenceTable.rows(ROOT.resolve("expected").resolve(SERVED + "__correctmask.csv"));
        assertThat(expected).hasSize(107);
        for (Map<String, String> row : expected) {
            String feature = ReferenceTable.cell(row, "feature");
            double value = Double.parseDouble(ReferenceTable.cell(row, "value"));
            // as near as all values lie to PyRadiomics'
            assertThat(Double.parseDouble(ReferenceTable.cell(ours, feature))).as(feature)
                    .isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12));
        }
    }

    private CommandLineRun extract(String run) throws IOException {
        Path files = ROOT.resolve("cases").resolve(run.split("__")[0]);
        JsonNode described = CommandLineRun.json(files.resolve("case.json"));
        return CommandLineRun.of(
                "extract",
                files.resolve(described.path("image_file").asString()).toString(),
                files.resolve(described.path("mask_file").asString()).toString(),
                "--label", String.valueOf(described.path("label").asInt()),
                "--params", ROOT.resolve("params").resolve(run.split("__")[1] + ".yaml").toString(),
                "-o", folder.resolve("out.csv").toString());
    }
}
