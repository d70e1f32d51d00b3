package org.trabecula.image.nrrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trabecula.image.ImageProblem;
import org.trabecula.image.LabelLayers.NamedNumber;

/// The segments that 3D Slicer writes as keys `Segment0_Name:=L1`, `Segment0_LabelValue:=1`, `Segment0_Layer:=0` …
final class NrrdSegments {
    private NrrdSegments() {}

    static boolean present(NrrdHeader header) {
        return header.keyValues().containsKey("Segment0_ID") || header.keyValues().containsKey("Segment0_Name");
    }

    /// In file order. A missing value is 1 and a missing layer 0, as Slicer reads them.
    static List<NamedNumber> of(NrrdHeader header) {
        Map<String, String> keys = header.keyValues();
        List<NamedNumber> segments = new ArrayList<>();
        for (int n = 0; keys.containsKey("Segment" + n + "_ID") || keys.containsKey("Segment" + n + "_Name"); n++) {
            String prefix = "Segment" + n + "_";
            String id = keys.getOrDefault(prefix + "ID", "Segment_" + (n + 1));
            segments.add(new NamedNumber(
                    keys.getOrDefault(prefix + "Name", id),
                    number(header, prefix + "LabelValue", 1),
                    number(header, prefix + "Layer", 0)));
        }
        return segments;
    }

    private static int number(NrrdHeader header, String key, int missing) {
        String text = header.keyValues().get(key);
        try {
            return text == null ? missing : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw header.refusal(ImageProblem.NRRD_FIELD, key + ":=" + NrrdHeader.shown(text), "a whole number");
        }
    }
}
