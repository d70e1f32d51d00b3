package org.trabecula.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.core.InputException;
import org.trabecula.core.RandomStreams;
import org.trabecula.image.formats.StandardFormats;

/// Whatever bytes a file holds, it is read or refused: no other exception comes out, and never an endless loop.
class DamagedHeadersTest {
    private static final int VARIANTS = 400;

    @TempDir
    Path folder;

    @Test
    void randomChangesAreReadOrRefused() throws IOException {
        int refused = 0;
        int read = 0;
        List<Path> sources = List.of(
                Expected.folder().resolve("nifti/int16-le.nii"),
                Expected.folder().resolve("nifti/with-extension.nii"),
                Expected.folder().resolve("nifti/oblique-qform-only.nii"),
                Expected.folder().resolve("nifti/float64-le-nifti2.nii.gz"),
                Expected.folder().resolve("nrrd/short-raw-little.nrrd"),
                Expected.folder().resolve("nrrd/short-gzip-little.nrrd"),
                Expected.folder().resolve("nrrd/short-bzip2-little.nrrd"),
                Expected.folder().resolve("nrrd/short-ascii-little.nrrd"),
                Expected.folder().resolve("nrrd/short-hex-little.nrrd"),
                Expected.folder().resolve("nrrd/line-skip.nrrd"),
                Expected.folder().resolve("nrrd/seg-4d-list-first.nrrd"));
        for (Path source : sources) {
            byte[] sound = Files.readAllBytes(source);
            SplittableRandom random = new RandomStreams(7).stream("damage/" + source.getFileName());
            Path file = folder.resolve(source.getFileName());
            for (int n = 0; n < VARIANTS; n++) {
                Files.write(file, damaged(sound, random));
                try {
                    LabelOrVolume.read(file);
                    read++;
                } catch (InputException e) {
                    assertThat(e.problems().getFirst().code().code()).matches("[A-Z]{3}-\\d{3}");
                    refused++;
                }
            }
        }
        assertThat(refused).as("some damage must be noticed").isGreaterThan(VARIANTS);
        assertThat(read).as("some damage touches nothing that matters").isGreaterThan(VARIANTS);
    }

    private static byte[] damaged(byte[] sound, SplittableRandom random) {
        byte[] bytes = random.nextInt(8) == 0
                ? java.util.Arrays.copyOf(sound, random.nextInt(sound.length))
                : sound.clone();
        for (int n = random.nextInt(1, 4); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> (byte) 0xff;
                case 2 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
                default -> (byte) random.nextInt(256);
            };
        }
        return bytes;
    }

    /// As an image where it is one, else as a label map.
    private static final class LabelOrVolume {
        static void read(Path file) throws IOException {
            try {
                ImageFile image = StandardFormats.ALL.open(file);
                if (image.grid().size().voxels() < 1_000_000) {
                    image.read();
                }
            } catch (InputException e) {
                if (e.problems().getFirst().code() != ImageProblem.NRRD_LAYERS) {
                    throw e;
                }
                StandardFormats.ALL.labels(file);
            }
        }
    }
}
