package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;

/// The voxels of each segment, slice by slice, as pydicom reads them (Debian: python3-pydicom). Skipped where that is not installed.
class PydicomSegmentsTest {
    /// Debian's, which has Debian's packages, before whatever else is on the path.
    private static final String PYTHON = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "binary-3seg-overlap", "binary-double-resolution", "binary-no-references", "binary-odd-frame-61x59",
        "binary-other-frame-of-reference", "binary-reversed-axes", "binary-segment-numbers-1-2-5-and-empty", "fractional-max100",
        "fractional-probability-255", "published/dcmqi-23x38x3-seg", "published/dcmqi-24x38x3-seg", "published/dcmqi-liver",
        "published/dcmqi-sparse-labelmap-noppv", "published/dcmqi-sparse-labelmap-ppv5", "published/pydicom-liver-510x510",
        "published/seg_image_ct_binary", "published/seg_image_ct_binary_fractional", "published/seg_image_ct_binary_overlap",
        "published/seg_image_ct_true_fractional"
    })
    void segmentsHoldTheVoxelsThatPydicomFinds(String name) throws IOException, InterruptedException {
        Path file = ReadMasks.reference("seg/" + name + ".dcm");
        Map<Integer, List<Integer>> theirs = theirs(file);
        assertThat(theirs).isNotEmpty();

        LabelFile labels = ReadMasks.FORMATS.labels(file);

        Map<Integer, List<Integer>> ours = new TreeMap<>();
        theirs.keySet().forEach(number -> ours.put(number, slices(labels, number)));
        assertThat(ours).isEqualTo(theirs);
    }

    private static List<Integer> slices(LabelFile labels, int number) {
        Mask mask = mask(labels, number);
        return IntStream.range(0, mask.grid().size().k())
                .map(k -> voxels(mask, k))
                .filter(count -> count > 0)
                .sorted()
                .boxed()
                .toList();
    }

    private static Mask mask(LabelFile labels, int number) {
        try {
            return labels.mask(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int voxels(Mask mask, int k) {
        int voxels = 0;
        for (int j = 0; j < mask.grid().size().j(); j++) {
            for (int i = 0; i < mask.grid().size().i(); i++) {
                voxels += mask.at(i, j, k) ? 1 : 0;
            }
        }
        return voxels;
    }

    private Map<Integer, List<Integer>> theirs(Path file) throws IOException, InterruptedException {
        Path script = folder.resolve("segments.py");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("segments.py"))) {
            Files.write(script, in.readAllBytes());
        }
        assumeTrue(ran("-c", "import numpy, pydicom") == 0, "pydicom is not installed");
        assertThat(ran(script.toString(), file.toString())).as(Files.readString(folder.resolve("said"))).isZero();
        return Files.readAllLines(folder.resolve("said"), StandardCharsets.UTF_8).stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(
                        words -> Integer.valueOf(words[0]),
                        words -> Arrays.stream(words).skip(1).map(Integer::valueOf).toList(),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private int ran(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1; // no such program
        }
    }
}
