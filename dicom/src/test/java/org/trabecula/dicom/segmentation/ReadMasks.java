package org.trabecula.dicom.segmentation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.core.Hash;
import org.trabecula.dicom.formats.DicomFormat;
import org.trabecula.image.Grid;
import org.trabecula.image.GridComparison;
import org.trabecula.image.ImageFile;
import org.trabecula.image.ImageFormats;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Placement;
import org.trabecula.image.Volume;
import org.trabecula.image.formats.StandardFormats;
import org.trabecula.testkit.Reference;

/// Opens masks as the product does.
final class ReadMasks {
    static final ImageFormats FORMATS = StandardFormats.ALL.with(new DicomFormat());

    private ReadMasks() {}

    /// A file or folder of the reference set, or of its core.
    static Path reference(String name) {
        var found = Reference.found("dicom/" + name);
        assumeTrue(found.isPresent(), "only in ../shared/reference, which is not present");
        return found.get();
    }

    static ImageFile image(Path path) throws IOException {
        return FORMATS.open(path);
    }

    static LabelFile labels(Path mask, ImageFile image) throws IOException {
        return FORMATS.labels(mask, Placement.STATED, image);
    }

    static Mask placed(LabelFile labels, String nameOrNumber, Grid image) throws IOException {
        return GridComparison.place(labels.mask(labels.label(nameOrNumber)), image, "mask on image");
    }

    /// Of the whole grid, a byte a voxel, i fastest.
    static String sha256(Mask mask) {
        Volume volume = mask.toVolume();
        byte[] bytes = new byte[volume.voxels().length()];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) volume.voxels().at(n);
        }
        return Hash.sha256Hex(bytes);
    }
}
