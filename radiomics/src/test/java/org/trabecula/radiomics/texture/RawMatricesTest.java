package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PyRadiomics' raw counts for a region in two parts and one in a single slice, cell by cell, and its features from them.
class RawMatricesTest {
    private static final Path FOLDER = Reference.core("texture");

    private static JsonNode stored(String caseName) {
        return new JsonMapper().readTree(FOLDER.resolve(caseName + "__original__matrices.json").toFile());
    }

    private static LevelImage image(String caseName) {
        JsonNode stored = stored(caseName);
        JsonNode shape = stored.path("shape_zyx");
        Size size = new Size(shape.path(2).asInt(), shape.path(1).asInt(), shape.path(0).asInt());
        int[] levels = new int[(int) size.voxels()];
        int at = 0;
        for (JsonNode slice : stored.path("discretised_zyx_zero_outside_region")) {
            for (JsonNode row : slice) {
                for (JsonNode level : row) {
                    levels[at++] = level.asInt();
                }
            }
        }
        return LevelImage.of(size, Spacing.isotropic(1), levels);
    }

    /// Cells as `index index … → count`, indices as stored.
    private static Map<String, Double> cells(JsonNode matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (JsonNode cell : matrix.path("nonzero")) {
            List<Integer> index = new ArrayList<>();
            for (int n = 0; n < cell.size() - 1; n++) {
                index.add(cell.path(n).asInt());
            }
            cells.put(index.toString(), cell.path(cell.size() - 1).asDouble());
        }
        return cells;
    }

    private static void put(Map<String, Double> cells, double count, Integer... index) {
        cells.put(List.of(index).toString(), count);
    }

    private static Map<String, Double> cells(LevelSizeMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (int cell = 0; cell < matrix.cells(); cell++) {
            put(cells, matrix.count(cell), matrix.level(cell) - 1, matrix.size(cell) - 1);
        }
        return cells;
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void directionsAreEnumeratedAlike(String caseName) {
        JsonNode angles = stored(caseName).path("angles_zyx");
        assertThat(NeighbourStep.of(image(caseName).size(), NeighbourStep.ADJACENT, Slicing.NONE)).isEqualTo(directions(angles));
    }

    @ParameterizedTest
    @CsvSource({"distances_1, 1", "distances_2, 2", "distances_1_2, 1 2", "distances_3, 3"})
    void directionsOfLargerDistancesAreEnumeratedAlike(String key, String distances) {
        JsonNode angles = new JsonMapper().readTree(FOLDER.resolve("angles_zyx.json").toFile()).path(key);
        List<Integer> wanted = List.of(distances.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(NeighbourStep.of(new Size(9, 9, 9), wanted, Slicing.NONE)).isEqualTo(directions(angles));
    }

    private static List<NeighbourStep> directions(JsonNode anglesZyx) {
        List<NeighbourStep> directions = new ArrayList<>();
        for (JsonNode angle : anglesZyx) {
            directions.add(new NeighbourStep(angle.path(2).asInt(), angle.path(1).asInt(), angle.path(0).asInt()));
        }
        return directions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void cooccurrencesAreEqual(String caseName) {
        LevelImage image = image(caseName);
        List<NeighbourStep> directions = NeighbourStep.of(image.size(), NeighbourStep.ADJACENT, Slicing.NONE);
        List<CooccurrenceMatrix> matrices = CooccurrenceMatrix.perDirection(image, directions, false);
        Map<String, Double> ours = new TreeMap<>();
        for (int d = 0; d < matrices.size(); d++) {
            CooccurrenceMatrix matrix = matrices.get(d);
            for (int cell = 0; cell < matrix.cells(); cell++) {
                put(ours, matrix.count(cell), matrix.firstLevel(cell) - 1, matrix.secondLevel(cell) - 1, d);
            }
        }
        compare(stored(caseName).path("glcm_counts_one_directional"), ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void runLengthsAreEqual(String caseName) {
        LevelImage image = image(caseName);
        List<LevelSizeMatrix> matrices = RunLengthMatrix.perDirection(image);
        Map<String, Double> ours = new TreeMap<>();
        List<NeighbourStep> directions = NeighbourStep.of(image.size(), NeighbourStep.ADJACENT, Slicing.NONE);
        for (int d = 0; d < directions.size(); d++) {
            LevelSizeMatrix matrix = matrices.get(EqualNeighbours.VOLUME.indexOf(directions.get(d)));
            for (int cell = 0; cell < matrix.cells(); cell++) {
                put(ours, matrix.count(cell), matrix.level(cell) - 1, matrix.size(cell) - 1, d);
            }
        }
        compare(stored(caseName).path("glrlm_counts"), ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void zonesAreEqual(String caseName) {
        compare(stored(caseName).path("glszm_counts"), cells(SizeZoneMatrix.of(image(caseName), Slicing.NONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void dependencesAreEqual(String caseName) {
        LevelSizeMatrix ours = DependenceMatrix.of(image(caseName), GldmSettings.PYRADIOMICS);
        compare(stored(caseName).path("gldm_counts_alpha0"), cells(ours));
    }

    private static void compare(JsonNode expected, Map<String, Double> ours) {
        assertThat(ours).isEqualTo(cells(expected)).isNotEmpty();
        Conformance.compared("pyradiomics/texture-matrices", ours.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void toneDifferencesAreEqual(String caseName) {
        LevelImage image = image(caseName);
        NeighbourhoodGreyToneDifference ours = NeighbourhoodGreyToneDifference.of(
                image, NeighbourStep.of(image.size(), NeighbourStep.ADJACENT, Slicing.NONE), true);
        JsonNode rows = stored(caseName).path("ngtdm_rows_n_s_i");
        int rank = 0;
        for (JsonNode row : rows) {
            if (row.path(0).asDouble() == 0) {
                continue; // a level that does not occur
            }
            rank++;
            assertThat(ours.level(rank)).isEqualTo(row.path(2).asInt());
            assertThat(ours.n(rank)).isEqualTo(row.path(0).asDouble());
            assertThat(ours.s(rank)).isEqualTo(row.path(1).asDouble()); // the same sums in the same order
        }
        assertThat(ours.ranks()).isEqualTo(rank);
        Conformance.compared("pyradiomics/texture-matrices", 3L * rank);
    }

    /// 1e-9 relative as in [PyRadiomicsConformanceTest], 1e-12 for values near zero.
    @ParameterizedTest
    @ValueSource(strings = {"edge_twoparts", "edge_oneslice"})
    void featuresAreEqual(String caseName) throws IOException {
        Map<String, Double> ours = PyRadiomicsFamilies.all(image(caseName));
        List<String> lines = Files.readAllLines(FOLDER.resolve(caseName + "__original.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String name = line.substring("original_".length(), line.indexOf(','));
            double value = Double.parseDouble(line.substring(line.indexOf(',') + 1));
            assertThat(ours).containsKey(name);
            assertThat(ours.getOrDefault(name, Double.NaN))
                    .as(name)
                    .isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-12));
        }
        assertThat(lines).hasSize(1 + ours.size());
        Conformance.compared("pyradiomics/texture", ours.size());
    }

    @Test
    void namesAreInPyRadiomicsOrder() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("edge_twoparts__original.csv"))) {
            if (line.startsWith("original_")) {
                names.add(line.substring("original_".length(), line.indexOf(',')));
            }
        }
        assertThat(PyRadiomicsFamilies.all(image("edge_twoparts")).keySet()).containsExactlyElementsOf(names);
    }
}
