package org.trabecula.extraction.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file of outlines, and the image that it belongs to.
///
/// @param path   as a manifest names it
/// @param image  empty where it could not be paired
/// @param why    it was paired so, or why not; one sentence
/// @param regions of it on the image; empty where it could not be paired
public record FoundMask(Path path, Optional<FoundImage> image, String why, List<Region> regions) {
    /// One region.
    ///
    /// @param label  as a manifest's column `label` names it; empty where the file holds this one alone
    /// @param level  such as `L1`; empty where nobody says
    /// @param voxels of it
    public record Region(String label, Optional<String> level, long voxels) {}

    public FoundMask {
        regions = List.copyOf(regions);
    }
}
