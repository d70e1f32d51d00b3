package org.trabecula.dicom.series;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// By what other objects refer to a series and to its images; all of it may have been emptied when names were taken out.
///
/// @param series           Series Instance UID
/// @param frameOfReference the UID of the coordinates
/// @param slices           where an image lies, k by its SOP Instance UID; empty for images of several frames, which share one
public record SeriesIdentity(Optional<String> series, Optional<String> frameOfReference, Map<String, Integer> slices) {
    public SeriesIdentity {
        // not copyOf: its table slows to a walk on UIDs that differ in their last digits
        slices = Collections.unmodifiableMap(new HashMap<>(slices));
    }

    /// @param sorted one for each k
    static SeriesIdentity of(List<DicomSlice> sorted) {
        return of(sorted, sorted.get(0).file().data());
    }

    /// @param first of its files
    static SeriesIdentity of(List<DicomSlice> sorted, DataSet first) {
        Map<String, Integer> slices = new HashMap<>();
        for (int k = 0; k < sorted.size() && !sorted.get(k).isFrame(); k++) {
            Optional<String> uid = sorted.get(k).file().data().uid(Tag.SOP_INSTANCE_UID);
            if (uid.isPresent()) {
                slices.put(uid.get(), k);
            }
        }
        return new SeriesIdentity(
                first.uid(Tag.SERIES_INSTANCE_UID),
                first.uid(Tag.FRAME_OF_REFERENCE_UID),
                slices.size() == sorted.size() ? slices : Map.of());
    }
}
