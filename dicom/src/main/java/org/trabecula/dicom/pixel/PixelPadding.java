package org.trabecula.dicom.pixel;

import java.util.Optional;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// Stored values that mean "outside the field of view" (Pixel Padding Value and Range Limit, PS3.3 C.7.5.1.1.2).
///
/// @param lowest  of them
/// @param highest of them; the same where there is no range
public record PixelPadding(int lowest, int highest) {
    /// The value's bits count, not its representation: 63536 written as US for signed pixels of 16 bits is -2000.
    public static Optional<PixelPadding> of(DataSet data, FrameShape shape) {
        double[] value = data.numbers(Tag.PIXEL_PADDING_VALUE);
        if (value.length == 0) {
            return Optional.empty();
        }
        double[] limit = data.numbers(Tag.PIXEL_PADDING_RANGE_LIMIT);
        int a = stored(value[0], shape);
        int b = limit.length == 0 ? a : stored(limit[0], shape);
        return Optional.of(new PixelPadding(Math.min(a, b), Math.max(a, b)));
    }

    private static int stored(double value, FrameShape shape) {
        // as wide as it is written: a padding of 16 bits beside 12 stored ones can be met by no sample
        int bits = (int) (long) value;
        return shape.signed() ? (short) bits : bits & 0xffff;
    }

    public boolean holds(int stored) {
        return stored >= lowest && stored <= highest;
    }
}
