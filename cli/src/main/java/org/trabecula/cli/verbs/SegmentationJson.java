package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What was written as a DICOM SEG, as a JSON document.
record SegmentationJson(String in, String reference, String out, List<Segment> segments, List<String> notes) {
    /// @param voxels of the region; none for probabilities
    record Segment(int number, String label, @Nullable Integer voxels) {}

    static String of(Path in, Path reference, Path out, List<Segment> segments, List<String> notes) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new SegmentationJson(in.toString(), reference.toString(), out.toString(), segments, notes));
    }
}
