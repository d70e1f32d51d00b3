package org.trabecula.web.room;

import java.util.List;
import java.util.Optional;

/// What is kept of an open scan beside its voxels, so that it is there after a restart.
///
/// @param id     of the scan
/// @param title  as people call it: the file's name or the case
/// @param source where the image was read from
/// @param upload that the source belongs to; empty for a file of the work list
/// @param row    of the work list; empty for an upload
/// @param reading session and case that it is open for; empty for a scan that anybody may look at
/// @param notes  what was assumed while reading
public record ScanRecord(
        String id, String title, String source, Optional<String> upload, Optional<Integer> row, Optional<String> reading, List<String> notes) {
    public ScanRecord {
        notes = List.copyOf(notes);
    }
}
