package org.trabecula.web.api;

import java.util.List;
import java.util.Optional;
import org.trabecula.web.room.BodyPlane;
import org.trabecula.web.room.DrawnStroke;
import org.trabecula.web.room.ReaderRole;

/// What the page sends, and the small answers.
final class Sent {
    private Sent() {}

    /// An upload that was begun.
    record UploadView(String upload) {}

    /// @param upload the upload that holds the scan
    /// @param title  as people call it
    record ScanWanted(String upload, String title) {}

    /// @param upload the upload that holds the mask
    /// @param label  name or number in it; empty: the only one there is
    record MaskWanted(String upload, Optional<String> label) {}

    /// What is asked for the outline while a slice is looked at.
    ///
    /// @param plane of the slice that the answer tells of
    /// @param slice that the answer tells of
    record SliceLookedAt(BodyPlane plane, int slice) {}

    /// @param slice that the answer tells of
    /// @param seeds the pen's are missing in the outline, the eraser's are too much
    record RefineWanted(int slice, List<DrawnStroke> seeds) {
        RefineWanted {
            seeds = List.copyOf(seeds);
        }
    }

    /// @param role  who drew
    /// @param label what was outlined, such as L3; may be empty
    record SaveWanted(ReaderRole role, String label) {}

    /// A label of an uploaded mask.
    record LabelView(int number, String name, long voxels) {}
}
