package org.trabecula.extraction.feature;

import java.io.IOException;
import org.trabecula.image.ImageFile;
import org.trabecula.extraction.region.Region;
import org.trabecula.table.FeatureTable;

/// From one region of one image to its row of features, by one of the two engines.
public interface RegionRows {
    /// @param name of the row
    /// @return a table of one row
    /// @throws org.trabecula.core.InputException if image, mask or region are refused
    FeatureTable row(String name, ImageFile image, Region region) throws IOException;

    /// What [#row] would do, in a sentence; reads headers and masks only.
    ///
    /// @throws org.trabecula.core.InputException for what headers and masks show
    String plan(String name, ImageFile image, Region region) throws IOException;
}
