package org.trabecula.extraction.region;

import java.io.IOException;
import java.util.List;
import org.trabecula.image.Label;
import org.trabecula.image.LabelFile;
import org.trabecula.image.Mask;

/// Some labels of a file, taken as one region; its voxels are decoded when [#mask] is called.
///
/// @param labels at least one
public record Region(LabelFile file, List<Label> labels) {
    public Region {
        labels = List.copyOf(labels);
    }

    /// The region on the grid on which it was drawn.
    public Mask mask() throws IOException {
        return file.mask(labels);
    }
}
