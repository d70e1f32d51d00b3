package org.trabecula.radiomics.voxelwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.radiomics.parameters.NotedSettings;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every stored map and the stored refusal of PyRadiomics: same maps, same order, same place in the patient, same value at every voxel.
///
/// Tolerances as for whole regions: 1e-9 of the value, and 1e-12 absolute for differences of nearly equal terms.
class PyRadiomicsMapsTest {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    private final Path root = Reference.best("pyradiomics-voxel");
    private final Path cases = Reference.best("pyradiomics/cases");

    @TestFactory
    Stream<DynamicTest> givesPyRadiomicsMaps() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(root.resolve("expected"))) {
            files = listed.filter(file -> file.toString().endsWith(".csv.gz")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        if (Reference.whole("pyradiomics-voxel").isEmpty()) {
            Conformance.skipped("pyradiomics-voxel", 0, "13 of the 20 runs are not in the core");
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> agrees(file)));
    }

    private void agrees(Path file) throws IOException {
        ExpectedMaps expected = ExpectedMaps.read(file);
        List<FeatureMap> maps = extract(file, 2);
        assertThat(maps.stream().map(FeatureMap::name)).containsExactlyElementsOf(expected.names());
        List<String> different = new ArrayList<>();
        for (int m = 0; m < maps.size(); m++) {
            FeatureMap map = maps.get(m);
            Volume volume = map.toVolume();
            assertThat(map.voxels()).isEqualTo(expected.ijk().length);
            hasGeometry(map.grid(), expected.geometry());
            for (int n = 0; n < expected.ijk().length; n++) {
                int[] at = expected.ijk()[n];
                double theirs = expected.values()[n][m];
                double ours = volume.at(at[0], at[1], at[2]);
                boolean equal = Double.isNaN(theirs)
                        ? Double.isNaN(ours)
                        : Math.abs(ours - theirs) <= RELATIVE * Math.abs(theirs) + ABSOLUTE;
                if (!equal) {
                    different.add(map.name() + " at " + at[0] + ", " + at[1] + ", " + at[2] + ": PyRadiomics " + theirs + ", ours " + ours);
                }
            }
            holdsOutside(map, volume, expected.geometry());
        }
        assertThat(different).isEmpty();
        Conformance.compared("pyradiomics-voxel", (long) maps.size() * expected.ijk().length);
    }

    private static void hasGeometry(Grid grid, JsonNode expected) {
        for (int axis = 0; axis < 3; axis++) {
            assertThat(grid.size().along(axis)).isEqualTo(expected.path("size_xyz").get(axis).asInt());
            // sums of three products in ITK's order or ours: a few units in the last place of some hundred mm
            assertThat(grid.originMm().along(axis)).isCloseTo(expected.path("origin").get(axis).asDouble(), within(1e-9));
            assertThat(grid.spacing().along(axis)).isCloseTo(expected.path("spacing_xyz").get(axis).asDouble(), within(1e-12));
            for (int row = 0; row < 3; row++) {
                assertThat(grid.direction().at(row, axis))
                        .isCloseTo(expected.path("direction_row_major").get(3 * row + axis).asDouble(), within(1e-12));
            }
        }
    }

    /// Every voxel that is not one of the region's.
    private static void holdsOutside(FeatureMap map, Volume volume, JsonNode geometry) {
        double outside = Double.parseDouble(geometry.path("init_value").asString().replace("nan", "NaN"));
        double[] all = volume.toDoubles();
        int others = 0;
        for (int n = 0; n < map.voxels(); n++) {
            all[map.place(n)] = outside;
        }
        for (double value : all) {
            others += Double.compare(value, outside) == 0 ? 0 : 1;
        }
        assertThat(others).as(map.name() + ", voxels outside that do not hold " + outside).isZero();
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatPyRadiomicsRefuses() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(root.resolve("expected"))) {
            files = listed.filter(file -> file.toString().endsWith(".error.txt")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> {
            assertThat(Files.readString(file)).contains("mask has too few dimensions");
            assertThatThrownBy(() -> extract(file, 1))
                    .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems())
                            .singleElement()
                            .satisfies(p -> assertThat(p.code()).isEqualTo(RegionProblem.TOO_FEW_DIMENSIONS)));
            Conformance.compared("pyradiomics-voxel", 1);
        }));
    }

    private List<FeatureMap> extract(Path file, int jobs) throws IOException {
        String[] name = name(file).split("__");
        NotedSettings settings = ParameterFile.open(root.resolve("params/" + name[1] + ".yaml"));
        Path folder = cases.resolve(name[0]);
        JsonNode described = new JsonMapper().readTree(folder.resolve("case.json").toFile());
        return CollectedMaps.of(
                VoxelwiseRadiomics.with(settings.settings(), settings.kernel()).jobs(jobs),
                StandardFormats.ALL.open(folder.resolve(described.path("image_file").asString())),
                StandardFormats.ALL.labels(folder.resolve(described.path("mask_file").asString())).mask(described.path("label").asInt()));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(csv\\.gz|error\\.txt)$", "");
    }
}
