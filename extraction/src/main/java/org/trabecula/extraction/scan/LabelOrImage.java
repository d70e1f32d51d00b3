package org.trabecula.extraction.scan;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Volume;

/// Whether the voxels of a file without further word are labels or grey values.
///
/// A label map is mostly background, 0, and holds few whole numbers, none of them negative: TotalSegmentator's has 117. Grey values of a CT are
/// hundreds of numbers, and air is negative.
final class LabelOrImage {
    private static final int MOST_LABELS = 200;
    private static final double LEAST_BACKGROUND = 0.5;

    private final Set<Double> numbers = new HashSet<>();
    private long voxels;
    private long background;
    private boolean grey;
    private double last;

    private LabelOrImage() {}

    /// Reads every voxel once, slice by slice.
    static boolean isLabelMap(ImageFile file) throws IOException {
        LabelOrImage look = new LabelOrImage();
        file.readSlices(file.grid().wholeBox(), (_, slice) -> look.at(slice));
        return !look.grey && look.background >= LEAST_BACKGROUND * look.voxels;
    }

    private void at(Volume.Voxels slice) {
        for (int at = 0; at < slice.length() && !grey; at++) {
            double value = slice.at(at);
            voxels++;
            if (value == 0) {
                background++;
            }
            if (value != last) {
                last = value;
                numbers.add(value);
                grey = !(value >= 0) || value != Math.rint(value) || numbers.size() > MOST_LABELS;
            }
        }
    }
}
