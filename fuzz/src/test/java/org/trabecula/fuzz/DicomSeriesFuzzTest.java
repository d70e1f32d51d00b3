package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Placement;

/// DICOM images: a file, a folder of slices, an archive, a DICOMDIR.
@Timeout(60)
class DicomSeriesFuzzTest {
    private static final Path FOLDER = HostileInput.folder("dicom");
    private static final int MOST_VOXELS = 1_000_000;
    private static final int MOST_SLICES = 6;
    /// Headers of a few files and at most a million voxels, as samples, as values, and as what their codec works on.
    private static final HostileInput BOUNDS = new HostileInput(192 * HostileInput.MIB);
    private static final DicomFormat FORMAT = new DicomFormat();

    /// One file: data set, pixel data and their frames.
    @FuzzTest
    void file(byte[] input) throws Exception {
        Path file = Files.write(Files.createDirectories(FOLDER.resolve("file")).resolve("image.dcm"), input);
        BOUNDS.hold(input.length, () -> read(file));
    }

    /// Up to six files as one series.
    @FuzzTest
    void series(byte[] input) throws Exception {
        Path folder = Files.createDirectories(FOLDER.resolve("series"));
        List<byte[]> parts = Parts.of(input, MOST_SLICES);
        for (int n = 0; n < MOST_SLICES; n++) {
            Path slice = folder.resolve("slice" + n);
            if (n < parts.size()) {
                Files.write(slice, parts.get(n));
            } else {
                Files.deleteIfExists(slice);
            }
        }
        BOUNDS.hold(input.length, () -> read(folder));
    }

    /// A zip archive read as a folder.
    @FuzzTest
    void archive(byte[] input) throws Exception {
        Path file = Files.write(Files.createDirectories(FOLDER.resolve("archive")).resolve("export.zip"), input);
        BOUNDS.hold(input.length, () -> read(file));
    }

    /// A directory beside one file that it may name.
    @FuzzTest
    void directory(byte[] input) throws Exception {
        List<byte[]> parts = Parts.of(input, 2);
        if (parts.size() == 2) {
            Path folder = Files.createDirectories(FOLDER.resolve("directory"));
            Path directory = Files.write(folder.resolve("DICOMDIR"), parts.get(0));
            Files.write(Files.createDirectories(folder.resolve("dicom")).resolve("im00"), parts.get(1));
            BOUNDS.hold(input.length, () -> read(directory));
        }
    }

    private static void read(Path path) throws IOException {
        ImageFile image = FORMAT.open(path, Placement.STATED);
        if (image.grid().size().voxels() <= MOST_VOXELS) {
            image.read();
        }
    }
}
