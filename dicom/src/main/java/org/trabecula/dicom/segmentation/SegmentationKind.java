package org.trabecula.dicom.segmentation;

import java.util.Locale;
import java.util.OptionalInt;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// What the pixels of a segmentation mean (PS3.3 C.8.20.2).
sealed interface SegmentationKind {
    /// A frame belongs to one segment; 1 is inside.
    record Binary() implements SegmentationKind {}

    /// A frame belongs to one segment; `value / most` is a probability or an occupancy, of which one half and more is inside.
    record Fractional(int most) implements SegmentationKind {
        boolean holds(int value) {
            return 2 * value >= most;
        }
    }

    /// A pixel is the number of its segment.
    record LabelMap() implements SegmentationKind {}

    /// @param labelMap whether the class of the file says so
    /// @throws InputException DCM-012 for a type that is missing or not known, or fractions of nothing
    static SegmentationKind of(DataSet data, boolean labelMap) {
        String type = data.text(Tag.SEGMENTATION_TYPE).map(text -> text.toUpperCase(Locale.ROOT)).orElse(labelMap ? "LABELMAP" : "");
        return switch (type) {
            case "BINARY" -> new Binary();
            case "LABELMAP" -> new LabelMap();
            case "FRACTIONAL" -> {
                OptionalInt most = data.whole(Tag.MAXIMUM_FRACTIONAL_VALUE);
                if (most.isEmpty() || most.getAsInt() < 1) {
                    throw refusal(data, Tag.MAXIMUM_FRACTIONAL_VALUE.title() + ": " + (most.isEmpty() ? "no value" : most.getAsInt()),
                            "the value that means 1, so that one half of it is the edge of the segment");
                }
                yield new Fractional(most.getAsInt());
            }
            default -> throw refusal(
                    data, Tag.SEGMENTATION_TYPE.title() + ": " + (type.isEmpty() ? "no value" : type), "BINARY, FRACTIONAL or LABELMAP");
        };
    }

    private static InputException refusal(DataSet data, String found, String expected) {
        return new InputException(new Problem(
                DicomProblem.SEGMENTATION, data.where(), found, expected, "export the segmentation again from the program that drew it"));
    }
}
