package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Texture values of PyRadiomics 3.1.0 (commit 8ed5793) for every reference case and parameter file that leaves the image
/// as it is, and for stored filtered images.
///
/// The reference's authors saw differences up to 3e-14 between NumPy versions; 1e-9 relative is what the issue asks. Values
/// near zero carry the rounding of the terms they are the difference of: the absolute floor is 1e-12.
class PyRadiomicsConformanceTest {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    /// Settings that do not touch the values of a texture feature of the original image.
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "label", "minimumROIDimensions", "preCrop", "padDistance", "voxelArrayShift", "gradientUseSpacing",
            "correctMask", "resegmentShape");

    private static final Set<String> SERVED = Set.of(
            "binWidth", "binCount", "distances", "weightingNorm", "symmetricalGLCM", "force2D", "force2Ddimension", "gldm_a");

    static List<String> tables() throws IOException {
        Path folder = Reference.whole("pyradiomics/expected").orElse(null);
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") && leavesTheImage(name))
                    .sorted()
                    .toList();
        }
    }

    private static boolean leavesTheImage(String table) {
        String name = table.substring(0, table.length() - 4);
        Path params = Reference.whole("pyradiomics/params").orElseThrow().resolve(name.split("__")[1] + ".yaml");
        for (String key : setting(params).propertyNames()) {
            if (!SERVED.contains(key) && !WITHOUT_EFFECT.contains(key)) {
                return false;
            }
        }
        return Files.exists(folder(name.split("__")[0]).resolve("case.json"));
    }

    private static Path folder(String caseName) {
        return Reference.whole("pyradiomics/cases").orElseThrow().resolve(caseName);
    }

    private static JsonNode setting(Path params) {
        return new YAMLMapper().readTree(params.toFile()).path("setting");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("tables")
    void matchesPyRadiomics(String table) throws IOException {
        String[] name = table.substring(0, table.length() - 4).split("__");
        JsonNode described = new JsonMapper().readTree(folder(name[0]).resolve("case.json").toFile());
        TestImage image = TestImage.read(folder(name[0]).resolve(described.path("image_file").asString()));
        TestImage mask = TestImage.read(folder(name[0]).resolve(described.path("mask_file").asString()));
        Assumptions.assumeTrue(image.size().equals(mask.size()), "the mask has another grid");
        JsonNode setting = setting(Reference.whole("pyradiomics/params").orElseThrow().resolve(name[1] + ".yaml"));
        int label = setting.path("label").asInt(described.path("label").asInt());
        LevelImage levels = setting.has("binCount")
                ? PyRadiomicsLevels.ofCount(image, mask, label, setting.path("binCount").asInt())
                : PyRadiomicsLevels.ofWidth(image, mask, label, setting.path("binWidth").asDouble(25));
        List<Integer> distances = new ArrayList<>();
        setting.path("distances").forEach(distance -> distances.add(distance.asInt()));
        Map<String, Double> ours = PyRadiomicsFamilies.all(
                levels,
                distances.isEmpty() ? NeighbourStep.ADJACENT : distances,
                Slicing.ofPyRadiomics(
                        setting.path("force2D").asBoolean(false), setting.path("force2Ddimension").asInt(0)),
                setting.path("symmetricalGLCM").asBoolean(true),
                WeightingNorm.valueOf(setting.path("weightingNorm").asString("none").toUpperCase(java.util.Locale.ROOT)),
                setting.path("gldm_a").asInt(0));
        compare(table, "original_", ours, Reference.whole("pyradiomics/expected").orElseThrow().resolve(table));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("filteredImages")
    void matchesPyRadiomicsOnStoredFilteredImages(String caseName, String imageType) throws IOException {
        Path folder = Reference.whole("pyradiomics/intermediate").orElseThrow().resolve(caseName + "__paper1648");
        TestImage image = TestImage.read(folder.resolve("filtered_" + imageType + ".nrrd"));
        TestImage mask = TestImage.read(folder.resolve("cropped_mask.nrrd"));
        Assumptions.assumeTrue(image.size().equals(mask.size()), "stored with padding");
        LevelImage levels = PyRadiomicsLevels.ofWidth(image, mask, 1, 25);
        compare(caseName + " " + imageType, imageType + "_", PyRadiomicsFamilies.all(levels),
                Reference.whole("pyradiomics/expected").orElseThrow().resolve(caseName + "__paper1648.csv"));
    }

    static List<Object[]> filteredImages() throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (String caseName : List.of("vert_chronic_t3", "edge_border")) {
            Path folder = Reference.whole("pyradiomics/intermediate/" + caseName + "__paper1648").orElse(null);
            if (folder == null) {
                continue;
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.startsWith("filtered_"))
                        .sorted()
                        .forEach(file -> rows.add(new Object[] {caseName, file.substring(9, file.length() - 5)}));
            }
        }
        return rows;
    }

    private static void compare(String what, String prefix, Map<String, Double> ours, Path table) throws IOException {
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith(prefix + "gl") || line.startsWith(prefix + "ngtdm")) {
                int comma = line.indexOf(',');
                String value = line.substring(comma + 1);
                expected.put(
                        line.substring(prefix.length(), comma), value.isEmpty() ? Double.NaN : Double.parseDouble(value));
            }
        }
        List<String> apart = new ArrayList<>();
        expected.forEach((feature, value) -> {
            double own = ours.getOrDefault(feature, Double.NaN);
            boolean bothUndefined = Double.isNaN(value) && Double.isNaN(own);
            if (!bothUndefined && !(Math.abs(own - value) <= RELATIVE * Math.abs(value) + ABSOLUTE)) {
                apart.add(feature + ": " + own + " instead of " + value);
            }
        });
        assertThat(apart).as(what).isEmpty();
        Conformance.compared("pyradiomics/texture", expected.size());
    }

    @Test
    void saysWhenTheReferenceIsNotThere() {
        if (Reference.whole("pyradiomics/expected").isEmpty()) {
            Conformance.skipped("pyradiomics/texture", 0, "../shared/reference/pyradiomics is not present");
        }
        assertThat(Glcm.NAMES).isSorted();
    }
}
