package org.trabecula.dicom.series;

import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.dataset.DataSet;
import org.trabecula.dicom.dataset.Tag;

/// Where the attributes of a frame stand: in its own functional groups, in those that all frames share, or in the data set
/// itself, as in a classic image.
///
/// @param data  of the file
/// @param own   functional groups of the frame
/// @param shared functional groups of all frames
public record FrameAttributes(DataSet data, Optional<DataSet> own, Optional<DataSet> shared) {
    public static FrameAttributes of(DataSet data, int frame) {
        List<DataSet> perFrame = data.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        return new FrameAttributes(
                data,
                frame < perFrame.size() ? Optional.of(perFrame.get(frame)) : Optional.empty(),
                data.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE));
    }

    /// The data set in which the attributes of a functional group are to be looked up.
    public DataSet of(Tag group) {
        return own.flatMap(groups -> groups.item(group))
                .or(() -> shared.flatMap(groups -> groups.item(group)))
                .orElse(data);
    }
}
