package org.trabecula.web.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.trabecula.core.AtomicFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.image.formats.StandardFormats;

/// An outline as NIfTI under the label by which its row of the manifest will look for it: one label holds for all masks of a row.
final class LabelledMask {
    private static final String NUMBER = "0*[1-9]\\d{0,3}";

    private LabelledMask() {}

    /// A number becomes the voxels' value; a name is said in a label description of ITK-SNAP's beside the mask, under its name with
    /// `.txt`.
    ///
    /// @param label of the row; empty: the only one there is, 1
    static void write(Mask mask, Optional<String> label, Path file) throws IOException {
        boolean isNumber = label.isPresent() && label.get().matches(NUMBER);
        StandardFormats.ALL.write(valued(mask, isNumber ? Integer.parseInt(label.orElseThrow()) : 1), file);
        Path description = file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.nii\\.gz$", ".txt"));
        if (label.isPresent() && !isNumber) {
            AtomicFile.writeText(description, "1 255 190 60 1 1 1 \"" + label.get().replace("\"", "") + "\"\n");
        } else {
            Files.deleteIfExists(description);
        }
    }

    private static Volume valued(Mask mask, int value) {
        if (value == 1) {
            return mask.toVolume();
        }
        boolean[] flags = mask.toFlags(mask.grid().wholeBox());
        short[] values = new short[flags.length];
        for (int n = 0; n < flags.length; n++) {
            values[n] = (short) (flags[n] ? value : 0);
        }
        return new Volume(mask.grid(), mask.grid().wholeBox(), VoxelType.INT16, new Volume.Voxels.OfShort(values));
    }
}
