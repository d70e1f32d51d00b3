package org.trabecula.radiomics.pyradiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trabecula.core.InputException;
import org.trabecula.core.ProblemCode;
import org.trabecula.image.ImageProblem;
import org.trabecula.radiomics.Radiomics;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;

/// Every stored table and every stored refusal of PyRadiomics: same features, same order, same values, same reasons.
class PyRadiomicsConformanceTest {
    /// How PyRadiomics words each refusal, by the start of its message.
    private static final Map<String, ProblemCode> REFUSALS = Map.of(
            "No labels found in this mask", ImageProblem.MASK_EMPTY,
            "Image/Mask datatype or size mismatch", RegionProblem.SIZE_MISMATCH,
            "Image/Mask geometry mismatch", RegionProblem.GEOMETRY_MISMATCH,
            "Bounding box of ROI is larger than image space", RegionProblem.OUTSIDE_IMAGE,
            "mask only contains 1 segmented voxel", RegionProblem.ONE_VOXEL,
            "mask has too few dimensions", RegionProblem.TOO_FEW_DIMENSIONS,
            "Resegmentation excluded too many voxels", RegionProblem.RESEGMENTED_AWAY,
            "Size of the mask in dimension %i is more than 1", RegionProblem.NOT_ONE_SLICE);

    private final Path root = Reference.best("pyradiomics");

    /// One container per parameter file; the phantoms of 512 × 512 × 120 voxels have a test of their own.
    @TestFactory
    Stream<DynamicNode> givesPyRadiomicsNumbersAndReasons() throws IOException {
        Map<String, List<Path>> byConfig;
        try (Stream<Path> files = Files.list(root.resolve("expected"))) {
            byConfig = files.filter(file -> isTable(file) || isRefusal(file))
                    .filter(file -> !name(file).startsWith("phantom512"))
                    .sorted()
                    .collect(Collectors.groupingBy(file -> name(file).split("__")[1], TreeMap::new, Collectors.toList()));
        }
        return byConfig.entrySet().stream().map(entry -> config(entry.getKey(), entry.getValue()));
    }

    private DynamicNode config(String config, List<Path> expected) {
        AtomicLong values = new AtomicLong();
        Stream<DynamicTest> cases = expected.stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file), () -> values.addAndGet(isTable(file) ? matches(file) : isRefused(file))));
        DynamicTest report = DynamicTest.dynamicTest(
                "report", () -> Conformance.compared("pyradiomics/" + config, values.get()));
        return DynamicContainer.dynamicContainer(config, Stream.concat(cases, Stream.of(report)));
    }

    private long matches(Path file) throws IOException {
        ExpectedTable expected = ExpectedTable.read(file);
        ReferenceCase read = ReferenceCase.open(root, name(file).split("__")[0]);
        expected.assertEqualTo(extractor(file).extract(read.image(), read.mask()));
        return expected.names().size();
    }

    private long isRefused(Path file) throws IOException {
        String message = Files.readString(file).replaceFirst("^\\w+: ", "");
        ProblemCode reason = REFUSALS.entrySet().stream()
                .filter(known -> message.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("an unknown refusal: " + message));
        ReferenceCase read = ReferenceCase.open(root, name(file).split("__")[0]);
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> extractor(file).extract(read.image(), read.mask()));
        assertThat(refusal).as("refused by PyRadiomics: " + message).isNotNull();
        assertThat(refusal.problems()).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo(reason));
        return 1;
    }

    private Radiomics extractor(Path file) throws IOException {
        return Radiomics.with(ParameterFile.read(root.resolve("params").resolve(name(file).split("__")[1] + ".yaml")));
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv");
    }

    private static boolean isRefusal(Path file) {
        return file.toString().endsWith(".error.txt");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(csv|error\\.txt)$", "");
    }
}
