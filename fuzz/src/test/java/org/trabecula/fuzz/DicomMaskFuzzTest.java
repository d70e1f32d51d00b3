package org.trabecula.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mat3;
import org.trabecula.image.Placement;
import org.trabecula.image.PointMm;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;

/// Segmentations and structure sets, opened for an image and, where that makes sense, alone.
@Timeout(60)
class DicomMaskFuzzTest {
    private static final Path FOLDER = HostileInput.folder("masks");
    private static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());
    private static final LatticeOnly IMAGE = new LatticeOnly(new Grid(
            new Size(32, 24, 10), new Spacing(0.7, 0.9, 2.5), new PointMm(-10.85, -10.35, -40), Mat3.IDENTITY));
    /// Flags of the largest grid that few frames are believed to span (2²⁷), once as read and once as kept, and a decoded frame.
    private static final HostileInput BOUNDS = new HostileInput(640 * HostileInput.MIB);

    /// An image whose voxels nobody asks for.
    private record LatticeOnly(Grid grid) implements ImageFile {
        @Override
        public Path path() {
            return Path.of("image.nii.gz");
        }

        @Override
        public VoxelType type() {
            return VoxelType.INT16;
        }

        @Override
        public Volume read(Box box) {
            throw new UnsupportedOperationException("no voxels here");
        }
    }

    @FuzzTest
    void segmentation(byte[] input) throws Exception {
        Path file = Files.write(Files.createDirectories(FOLDER.resolve("seg")).resolve("seg.dcm"), input);
        BOUNDS.hold(input.length, () -> masks(FORMATS.labels(file, Placement.STATED, IMAGE)));
        BOUNDS.hold(input.length, () -> masks(FORMATS.labels(file)));
    }

    @FuzzTest
    void structureSet(byte[] input) throws Exception {
        Path file = Files.write(Files.createDirectories(FOLDER.resolve("rs")).resolve("rs.dcm"), input);
        BOUNDS.hold(input.length, () -> masks(FORMATS.labels(file, Placement.STATED, IMAGE)));
    }

    private static void masks(LabelFile labels) throws IOException {
        for (Label label : labels.labels().subList(0, Math.min(4, labels.labels().size()))) {
            labels.mask(label);
        }
    }
}
