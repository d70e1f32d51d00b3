package org.trabecula.web.api;

import java.util.Optional;

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

    /// A label of an uploaded mask.
    record LabelView(int number, String name, long voxels) {}
}
