package org.trabecula.dicom.series;

import java.util.Optional;
import org.trabecula.dicom.pixel.Frames;
import org.trabecula.dicom.pixel.FrameShape;
import org.trabecula.dicom.pixel.PixelPadding;

/// One slice of a volume: its frame, and what makes values of what is stored there.
///
/// @param padding stored values that become [SeriesImage#OUTSIDE_HU]; absent where padding is none, or harmless
record StackedSlice(Frames frames, int frame, Rescale rescale, Optional<PixelPadding> padding) {
    double value(int stored) {
        return padding.isPresent() && padding.get().holds(stored) ? SeriesImage.OUTSIDE_HU : rescale.of(stored);
    }

    /// The smallest and the largest value that the stored bits can write.
    double[] range() {
        FrameShape shape = frames.shape();
        long least = shape.signed() ? -(1L << shape.bitsStored() - 1) : 0;
        long most = (shape.signed() ? 1L << shape.bitsStored() - 1 : 1L << shape.bitsStored()) - 1;
        double a = rescale.slope() * least + rescale.intercept();
        double b = rescale.slope() * most + rescale.intercept();
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }
}
