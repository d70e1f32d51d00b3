package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.series.MadeSeries;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;

/// What other programs say of a segmentation that was written; skipped where they are missing (Debian's dicom3tools and python3-pydicom).
class WrittenForOthersTest {
    private static final String COUNT = """
            import sys, pydicom
            d = pydicom.dcmread(sys.argv[1])
            n = d.Rows * d.Columns
            counts = [0] * len(d.SegmentSequence)
            for f, groups in enumerate(d.PerFrameFunctionalGroupsSequence):
                at = groups.SegmentIdentificationSequence[0].ReferencedSegmentNumber - 1
                counts[at] += sum(d.PixelData[b >> 3] >> (b & 7) & 1 for b in range(f * n, (f + 1) * n))
            print([s.SegmentLabel for s in d.SegmentSequence], counts)
            """;

    @TempDir
    Path folder;

    private record Ran(int code, String said) {}

    private static Ran run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private ImageFile image() throws IOException {
        return ReadMasks.image(new MadeSeries().write(folder.resolve("ct")));
    }

    private static Mask block(ImageFile image, int from) {
        boolean[] inside = new boolean[(int) image.grid().size().voxels()];
        for (int n = from; n < inside.length; n += 3) {
            inside[n] = true;
        }
        return Mask.of(image.grid(), image.grid().wholeBox(), inside);
    }

    private List<Path> written(ImageFile image) throws IOException {
        List<Path> files = new ArrayList<>();
        for (PatientCopy patient : PatientCopy.values()) {
            files.add(folder.resolve(patient + ".dcm"));
            SegmentationWriter.on(image, patient)
                    .write(List.of(new NewSegment("L1", "label 20", block(image, 0)), new NewSegment("L2", "", block(image, 40))), files.getLast());
        }
        files.add(folder.resolve("map.dcm"));
        SegmentationWriter.on(image, PatientCopy.LEFT_OUT)
                .write("heat", ProbabilityMap.of(block(image, 0).toVolume(), image.grid(), "map"), files.getLast());
        return files;
    }

    @Test
    void dciodvfyFindsNoError() throws IOException, InterruptedException {
        assumeTrue(isInstalled("dciodvfy"), "dciodvfy is not installed");
        for (Path file : written(image())) {
            Ran ran = run("dciodvfy", "-new", file.toString());
            assertThat(ran.said()).contains("Segmentation").doesNotContain("Error");
        }
    }

    @Test
    void pydicomCountsTheSameVoxels() throws IOException, InterruptedException {
        assumeTrue(isInstalled("python3") && run("python3", "-c", "import pydicom").code() == 0, "pydicom is not installed");
        ImageFile image = image();
        Ran ran = run("python3", "-c", COUNT, written(image).getFirst().toString());
        assertThat(ran.said().strip())
                .isEqualTo("['L1', 'L2'] [" + block(image, 0).voxelCount() + ", " + block(image, 40).voxelCount() + "]");
    }
}
