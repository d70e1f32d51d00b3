package org.trabecula.dicom.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;
import org.trabecula.image.Grid;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.testkit.Fuzz;
import org.trabecula.testkit.Reference;

/// Damaged segmentations and structure sets are read or refused by code: no other exception, no hang, no memory beyond a bound.
class MaskFuzzTest {
    private static final Path CASES = Reference.root().resolve("cli/src/test/resources/cases");
    private static final OnlyGrid IMAGE = new OnlyGrid(new Grid(
            new Size(32, 24, 10), new Spacing(0.7, 0.9, 2.5), new PointMm(-10.85, -10.35, -40), Mat3.IDENTITY));
    /// Flags of the largest grid that few frames are believed to span (2²⁷), once as read and once as kept, and a decoded frame.
    private static final long MOST_ALLOCATED = 640L << 20;

    @TempDir
    Path folder;

    private static byte[] made(String file) throws IOException {
        return Files.readAllBytes(CASES.resolve(file));
    }

    private static void read(Path file) throws IOException {
        LabelFile labels = ReadMasks.labels(file, IMAGE);
        for (Label label : labels.labels()) {
            labels.mask(label);
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Fuzz fuzz = Fuzz.reader("dicom-masks")
                .seed("contours", made("dicom-rt-roi-order/rs.dcm"))
                .seed("specks", made("dicom-rt-subvoxel/rs.dcm"))
                .seed("gaps", made("dicom-seg-frame-gaps/seg.dcm"))
                .seed("fractions", made("dicom-seg-fractional-200/seg.dcm"));
        for (String name : new String[] {"binary-3seg-overlap", "published/dcmqi-sparse-labelmap-ppv5", "published/pydicom-liver-510x510-rle"}) {
            Optional<Path> file = Reference.whole("dicom/seg/" + name + ".dcm");
            if (file.isPresent()) {
                fuzz = fuzz.seed(name, Files.readAllBytes(file.get()));
            }
        }
        fuzz.seconds(6).mostAllocatedBytes(MOST_ALLOCATED).refusesWith(InputException.class).files(".dcm", MaskFuzzTest::read);
    }

    /// Cut anywhere, a mask is refused: a part of a region is another region.
    @ParameterizedTest
    @ValueSource(strings = {"dicom-rt-roi-order/rs.dcm", "dicom-seg-frame-gaps/seg.dcm", "dicom-seg-fractional-200/seg.dcm"})
    void everyTruncationIsRefused(String name) throws IOException {
        byte[] whole = made(name);
        Path file = folder.resolve("cut.dcm");
        int read = 0;
        for (int length = 0; length < whole.length - 1; length += 1 + length / 200) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                read(file);
                read++;
            } catch (InputException e) {
                assertThat(e.problems().get(0).code().code()).matches("[A-Z]{3}-\\d{3}");
            }
        }
        assertThat(read).as("of the cut files").isZero();
    }
}
