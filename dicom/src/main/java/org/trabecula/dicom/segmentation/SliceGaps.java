package org.trabecula.dicom.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/// Slices between the first and the last of a region in which there is nothing of it.
final class SliceGaps {
    private static final int MOST_NAMED = 8;

    private SliceGaps() {}

    /// A sentence on them; absent where there are none.
    static Optional<String> note(NavigableMap<Integer, SliceRuns> slices) {
        if (slices.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> empty = new ArrayList<>();
        for (int k = slices.firstKey(); k <= slices.lastKey(); k++) {
            if (!slices.containsKey(k)) {
                empty.add(k);
            }
        }
        if (empty.isEmpty()) {
            return Optional.empty();
        }
        String named = empty.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String more = empty.size() > MOST_NAMED ? " and " + (empty.size() - MOST_NAMED) + " more" : "";
        return Optional.of("nothing is drawn on " + (empty.size() == 1 ? "slice " : "slices ") + named + more
                + " between its first (" + slices.firstKey() + ") and last (" + slices.lastKey() + "); left empty");
    }
}
