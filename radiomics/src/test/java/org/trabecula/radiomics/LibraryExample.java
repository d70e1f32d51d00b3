package org.trabecula.radiomics;

import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.parameters.Preset;

/// The example of `docs/library.md`.
final class LibraryExample {
    private LibraryExample() {}

    /// The mean of a region that a program holds in memory.
    ///
    /// @param hounsfield 64 × 64 × 32 voxels of 0.7 × 0.7 × 1 mm, i fastest
    /// @param inside     true in the region
    static double meanOf(short[] hounsfield, boolean[] inside) {
        // begin
        Grid grid = Grid.axisAligned(new Size(64, 64, 32), new Spacing(0.7, 0.7, 1.0));
        Volume image = Volume.ofShorts(grid, hounsfield);
        Mask mask = Mask.of(grid, grid.wholeBox(), inside);
        FeatureRow row = Radiomics.with(Preset.PAPER1648.settings()).extract(image, mask);
        double mean = row.value("original_firstorder_Mean");
        // end
        return mean;
    }
}
