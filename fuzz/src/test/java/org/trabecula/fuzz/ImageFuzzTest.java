package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.trabecula.core.InputException;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LabelFile;
import org.trabecula.image.formats.StandardFormats;

/// NIfTI and NRRD, as images and as label maps.
@Timeout(60)
class ImageFuzzTest {
    private static final Path FOLDER = HostileInput.folder("image");
    /// Larger grids are opened and not decoded: their memory is what their header states.
    private static final int MOST_VOXELS = 1_000_000;
    /// A million voxels as read, scaled to doubles and scanned slice by slice, several times over for layers and masks.
    private static final HostileInput BOUNDS = new HostileInput(128 * HostileInput.MIB);

    /// One file, packed or not, of either version.
    @FuzzTest
    void nifti(byte[] input) throws Exception {
        file("image.nii", input);
    }

    /// Header and voxels in two files.
    @FuzzTest
    void niftiPair(byte[] input) throws Exception {
        List<byte[]> parts = Parts.of(input, 2);
        if (parts.size() == 2) {
            Files.write(FOLDER.resolve("pair.img"), parts.get(1));
            file("pair.hdr", parts.get(0));
        }
    }

    /// One file, also with segments.
    @FuzzTest
    void nrrd(byte[] input) throws Exception {
        file("image.nrrd", input);
    }

    /// A header with its voxels in files beside it, which are called `data0`, `data1`, …
    @FuzzTest
    void nhdr(byte[] input) throws Exception {
        List<byte[]> parts = Parts.of(input, 4);
        if (!parts.isEmpty()) {
            for (int n = 1; n < parts.size(); n++) {
                Files.write(FOLDER.resolve("data" + (n - 1)), parts.get(n));
            }
            file("image.nhdr", parts.get(0));
        }
    }

    private static void file(String name, byte[] input) throws Exception {
        Path file = Files.write(FOLDER.resolve(name), input);
        BOUNDS.hold(input.length, () -> asImage(file));
        BOUNDS.hold(input.length, () -> asLabels(file));
    }

    private static void asImage(Path file) throws IOException {
        try {
            ImageFile image = StandardFormats.ALL.open(file);
            if (image.grid().size().voxels() <= MOST_VOXELS) {
                image.read();
            }
        } catch (InputException e) {
            if (e.problems().getFirst().code() != ImageProblem.NRRD_LAYERS) {
                throw e;
            }
        }
    }

    private static void asLabels(Path file) throws IOException {
        LabelFile labels = StandardFormats.ALL.labels(file);
        labels.mask(labels.labels().getFirst());
        labels.label(labels.labels().getLast().name());
    }
}
