package org.trabecula.dicom.series;

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
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.Placement;
import org.trabecula.testkit.Fuzz;
import org.trabecula.testkit.Reference;

/// Damaged files are read or refused by code: no other exception, no hang, no memory beyond a bound.
class DicomFuzzTest {
    private static final Path CASES = Reference.root().resolve("cli/src/test/resources/cases");
    /// Where the header of these small files ends, about.
    private static final int HEAD = 1600;
    /// A frame of a few kilobytes that claims the largest matrix that is believed makes its codec allocate this much, and no more.
    private static final long MOST_ALLOCATED = 640L << 20;

    @TempDir
    Path folder;

    private static byte[] made(String file) throws IOException {
        return Files.readAllBytes(CASES.resolve(file));
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Fuzz fuzz = Fuzz.reader("dicom")
                .seed("un-sequence", made("dicom-un-sequence/ct/im00.dcm"))
                .seed("icon-sequence", made("dicom-icon-sequence/ct/im03.dcm"))
                .seed("bare", made("dicom-file-meta-oddities/ct/im02"))
                .seed("number-strings", made("dicom-number-strings/ct/im05.dcm"));
        fuzz = fuzz.seed("zip", made("dicom-zip-macosx/export.zip"));
        for (String name : new String[] {
            "ct-series/ts-spine-3mm/dicom/001.dcm", "ct-series/enhanced/enhanced-rescale-per-frame-rle.dcm"
        }) {
            Optional<Path> file = Reference.whole("dicom/" + name);
            if (file.isPresent()) {
                fuzz = fuzz.seed(name, Files.readAllBytes(file.get()));
            }
        }
        fuzz.head(HEAD)
                .seconds(6)
                .mostAllocatedBytes(MOST_ALLOCATED)
                .refusesWith(InputException.class)
                .files(".dcm", file -> new DicomFormat().open(file, Placement.STATED).read());
    }

    /// Cut anywhere, a slice is refused, or ends before its pixel data and is no image.
    @ParameterizedTest
    @ValueSource(strings = {"dicom-un-sequence/ct/im00.dcm", "dicom-file-meta-oddities/ct/im02", "dicom-icon-sequence/ct/im03.dcm"})
    void everyTruncationIsRefused(String name) throws IOException {
        byte[] whole = made(name);
        Path file = folder.resolve("cut.dcm");
        int read = 0;
        for (int length = 0; length < whole.length - 1; length += 1 + length / 200) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                new DicomFormat().open(file, Placement.STATED).read();
                read++;
            } catch (InputException e) {
                assertThat(e.problems().get(0).code().code()).matches("DCM-00[1237]|GEO-005|INT-001|IMG-004");
            }
        }
        assertThat(read).as("of the cut files").isZero();
    }
}
