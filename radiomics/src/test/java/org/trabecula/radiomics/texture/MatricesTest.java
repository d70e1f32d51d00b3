package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;

/// The kernels count what the definitions say, on random regions (the seed is in the test's name).
class MatricesTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Map<String, Double> cells(LevelSizeMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (int cell = 0; cell < matrix.cells(); cell++) {
            cells.put(matrix.level(cell) + " " + matrix.size(cell), matrix.count(cell));
        }
        return cells;
    }

    private static Map<String, Double> cells(CooccurrenceMatrix matrix) {
        Map<String, Double> cells = new TreeMap<>();
        for (int cell = 0; cell < matrix.cells(); cell++) {
            cells.put(matrix.firstLevel(cell) + " " + matrix.secondLevel(cell), matrix.count(cell));
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cooccurrencesFollowTheirDefinition(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        for (List<Integer> distances : List.of(List.of(1), List.of(2), List.of(1, 3))) {
            List<NeighbourStep> directions = NeighbourStep.of(region.size(), distances, Slicing.NONE);
            List<CooccurrenceMatrix> matrices = CooccurrenceMatrix.perDirection(region.image(), directions, false);
            for (int d = 0; d < directions.size(); d++) {
                assertThat(cells(matrices.get(d))).isEqualTo(new NaiveMatrices(region).cooccurrence(directions.get(d)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void runLengthsFollowTheirDefinition(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        List<LevelSizeMatrix> matrices = RunLengthMatrix.perDirection(region.image());
        for (int d = 0; d < matrices.size(); d++) {
            assertThat(cells(matrices.get(d)))
                    .isEqualTo(new NaiveMatrices(region).runLength(EqualNeighbours.VOLUME.get(d)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void zonesFollowTheirDefinition(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        for (Slicing slicing : Slicing.values()) {
            assertThat(cells(SizeZoneMatrix.of(region.image(), slicing)))
                    .isEqualTo(new NaiveMatrices(region).sizeZone(slicing));
        }
    }

    /// As many levels as a byte holds, and one more: neighbours are compared in bytes up to there.
    @ParameterizedTest
    @ValueSource(ints = {127, 128})
    void manyLevelsFollowTheDefinitionsToo(int levels) {
        Size size = new Size(9, 8, 7);
        SplittableRandom random = new SplittableRandom(levels);
        int[] drawn = new int[(int) size.voxels()];
        Arrays.setAll(drawn, at -> at < levels ? at + 1 : random.nextInt(3) == 0 ? 0 : levels - random.nextInt(2));
        RandomLevels region = new RandomLevels(size, drawn);
        assertThat(region.image().presentLevels()).isEqualTo(levels);
        GldmSettings settings = new GldmSettings(List.of(1), Slicing.NONE, 0);
        assertThat(cells(SizeZoneMatrix.of(region.image(), Slicing.NONE))).isEqualTo(new NaiveMatrices(region).sizeZone(Slicing.NONE));
        assertThat(cells(DependenceMatrix.of(region.image(), settings))).isEqualTo(new NaiveMatrices(region).dependence(settings));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dependencesFollowTheirDefinition(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        for (Slicing slicing : Slicing.values()) {
            for (List<Integer> distances : List.of(List.of(1), List.of(2), List.of(1, 3))) {
                for (int alpha : new int[] {0, 2}) {
                    GldmSettings settings = new GldmSettings(distances, slicing, alpha);
                    assertThat(cells(DependenceMatrix.of(region.image(), settings)))
                            .isEqualTo(new NaiveMatrices(region).dependence(settings));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void toneDifferencesFollowTheirDefinition(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        for (Slicing slicing : Slicing.values()) {
            for (boolean countLonely : new boolean[] {true, false}) {
                List<Integer> distances = List.of(1, 2);
                NeighbourhoodGreyToneDifference ours = NeighbourhoodGreyToneDifference.of(
                        region.image(), NeighbourStep.of(region.size(), distances, slicing), countLonely);
                Map<Integer, double[]> rows = new NaiveMatrices(region).toneDifference(distances, slicing, countLonely);
                int rank = 0;
                for (Map.Entry<Integer, double[]> row : rows.entrySet()) {
                    rank++;
                    assertThat(ours.level(rank)).isEqualTo(row.getKey());
                    assertThat(new double[] {ours.n(rank), ours.s(rank)}).isEqualTo(row.getValue());
                }
                assertThat(ours.ranks()).isEqualTo(rank);
            }
        }
    }

    /// A line of 300 equal voxels is longer than what is tabled, and so is its zone.
    @Test
    void longRunsAndLargeZonesAreCounted() {
        int[] levels = new int[300];
        Arrays.fill(levels, 7);
        LevelImage line = LevelImage.of(new Size(300, 1, 1), Spacing.isotropic(1), levels);
        int along = EqualNeighbours.VOLUME.indexOf(new NeighbourStep(1, 0, 0));
        assertThat(cells(RunLengthMatrix.perDirection(line).get(along))).isEqualTo(Map.of("7 300", 1.0));
        assertThat(cells(SizeZoneMatrix.of(line, Slicing.NONE))).isEqualTo(Map.of("7 300", 1.0));
    }

    /// With a level of its own for every voxel a table of co-occurrences would dwarf the region: pairs are listed instead.
    @Test
    void listedCooccurrencesEqualTabledOnes() {
        Size size = new Size(9, 8, 7);
        int[] levels = new int[(int) size.voxels()];
        Arrays.setAll(levels, at -> 1 + at * 37 % levels.length);
        RandomLevels region = new RandomLevels(size, levels);
        List<NeighbourStep> directions = NeighbourStep.of(size, NeighbourStep.ADJACENT, Slicing.NONE);
        List<CooccurrenceMatrix> matrices = CooccurrenceMatrix.perDirection(region.image(), directions, false);
        assertThat(region.image().presentLevels()).isGreaterThan(256); // 257² entries: beyond a small table
        for (int d = 0; d < directions.size(); d++) {
            assertThat(cells(matrices.get(d))).isEqualTo(new NaiveMatrices(region).cooccurrence(directions.get(d)));
        }
        List<CooccurrenceMatrix> both = CooccurrenceMatrix.perDirection(region.image(), directions, true);
        Map<String, Double> expected = new TreeMap<>();
        new NaiveMatrices(region).cooccurrence(directions.getFirst()).forEach((pair, count) -> {
            expected.merge(pair, count, Double::sum);
            expected.merge(pair.split(" ")[1] + " " + pair.split(" ")[0], count, Double::sum);
        });
        assertThat(cells(both.getFirst())).isEqualTo(expected);
    }

    /// The same for runs: so many levels that no table is made, each in runs of two and three along i.
    @Test
    void listedRunsFollowTheirDefinition() {
        Size size = new Size(10, 12, 9);
        int[] levels = new int[(int) size.voxels()];
        Arrays.setAll(levels, at -> 1 + 2 * (at / 5) + (at % 5 < 2 ? 0 : 1));
        RandomLevels region = new RandomLevels(size, levels);
        assertThat(region.image().lineCounts()).isEmpty();
        List<LevelSizeMatrix> matrices = RunLengthMatrix.perDirection(region.image());
        for (int d = 0; d < matrices.size(); d++) {
            assertThat(cells(matrices.get(d)))
                    .isEqualTo(new NaiveMatrices(region).runLength(EqualNeighbours.VOLUME.get(d)));
        }
    }

    @Test
    void distanceToTheBorderIsTheNumberOfErosions() {
        Size size = new Size(5, 5, 3);
        boolean[] mask = new boolean[75];
        Arrays.fill(mask, true);
        BorderDistance volume = BorderDistance.of(size, mask, Slicing.NONE);
        BorderDistance slices = BorderDistance.of(size, mask, Slicing.ACROSS_K);
        int centre = 2 + 5 * (2 + 5 * 1);
        assertThat(volume.at(centre)).isEqualTo(2); // two steps along k to the outside
        assertThat(slices.at(centre)).isEqualTo(3);
        mask[centre] = false;
        assertThat(BorderDistance.of(size, mask, Slicing.NONE).at(centre)).isZero();
        assertThat(BorderDistance.of(size, mask, Slicing.ACROSS_K).at(centre - 1)).isEqualTo(1);
    }
}
