package org.trabecula.web.room;

import java.util.List;
import java.util.Optional;

/// An outline that was saved, as the page is told and as it is kept beside the mask.
///
/// @param mask      NIfTI on the image's voxels
/// @param dicom     DICOM segmentation on the series; empty for a scan that is none
/// @param manifest  the work list with the mask's path in it; empty for an upload
/// @param role      who drew
/// @param way       how: by hand, from a file, with which helpers
/// @param seconds   of work at it
/// @param voxels    of the region
/// @param volumeMm3 of the region
/// @param notes     what was assumed
public record SavedOutline(
        String mask, Optional<String> dicom, Optional<String> manifest, ReaderRole role, String way, double seconds, long voxels,
        double volumeMm3, List<String> notes) {
    public SavedOutline {
        notes = List.copyOf(notes);
    }
}
