package org.trabecula.dicom.segmentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.dicom.DicomProblem;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// The segments that a segmentation declares, by number: numbers need not be consecutive, and order means nothing.
///
/// @param byNumber in file order
record SegmentTable(Map<Integer, Segment> byNumber) {
    private static final int MOST = 65_535;

    /// @param name       Segment Label, else the number
    /// @param alsoCalled the meaning of its property type's code, such as *L1 vertebra*
    record Segment(int number, String name, List<String> alsoCalled) {}

    /// @throws InputException DCM-012 for a segment without number, or a number that is declared twice
    static SegmentTable of(DataSet data) {
        Map<Integer, Segment> segments = new LinkedHashMap<>();
        for (DataSet item : data.items(Tag.SEGMENT_SEQUENCE)) {
            OptionalInt number = item.whole(Tag.SEGMENT_NUMBER);
            if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > MOST) {
                throw refusal(data, "segment " + (segments.size() + 1) + " of the list has "
                        + (number.isEmpty() ? "no number" : "number " + number.getAsInt()), "a number from 1 to " + MOST + " for each segment");
            }
            int n = number.getAsInt();
            Segment segment = new Segment(
                    n, item.text(Tag.SEGMENT_LABEL).orElse(Integer.toString(n)),
                    item.items(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE).stream()
                            .map(code -> code.text(Tag.CODE_MEANING))
                            .flatMap(Optional::stream)
                            .toList());
            if (segments.put(n, segment) != null) {
                throw refusal(data, "two segments of number " + n, "a number of its own for each segment");
            }
        }
        return new SegmentTable(segments);
    }

    private static InputException refusal(DataSet data, String found, String expected) {
        return new InputException(new Problem(
                DicomProblem.SEGMENTATION, data.where(), found, expected, "export the segmentation again from the program that drew it"));
    }

    /// The declared segment, or one without a name.
    Segment of(int number) {
        return byNumber.getOrDefault(number, new Segment(number, Integer.toString(number), List.of()));
    }

    boolean declares(int number) {
        return byNumber.containsKey(number);
    }
}
