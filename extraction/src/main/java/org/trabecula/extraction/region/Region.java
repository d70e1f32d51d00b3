package org.trabecula.extraction.region;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        if (labels.size() == 1) {
            return file.mask(labels.getFirst());
        }
        Set<Integer> numbers = new TreeSet<>();
        labels.forEach(label -> numbers.add(label.number()));
        return file.mask(numbers);
    }
}
