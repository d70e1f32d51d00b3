package org.trabecula.radiomics.prepare;

import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.resample.Resampler;
import org.trabecula.radiomics.settings.Preparation;
import org.trabecula.radiomics.settings.Resampling;

/// About how much memory one extraction takes at its peak, from headers alone.
///
/// Counted are the decoded part of the scan (up to 8 bytes a voxel and 8 as doubles), the image that filters see (8 bytes and
/// 16 of scratch a voxel), and [#BYTES_PER_REGION_VOXEL] for each voxel of the region's box: eight wavelet sub-bands while
/// they are split, and the level images of the texture families.
final class MemoryEstimate {
    private static final long BYTES_PER_REGION_VOXEL = 220;
    private static final long BYTES_PER_FILTERED_VOXEL = 24;
    private static final long BYTES_PER_DECODED_VOXEL = 16;
    private static final long FIXED_BYTES = 32L << 20;

    private MemoryEstimate() {}

    static long bytes(Preparation settings, Preparing.FilterNeeds filterNeeds, Grid image, Mask mask) {
        long decoded;
        long filtered;
        long region = mask.box().size().voxels();
        if (settings.resampling().isPresent()) {
            Resampling wanted = settings.resampling().get();
            Spacing spacing = CommonGrid.spacing(mask, wanted);
            Grid target = CommonGrid.around(mask, spacing, settings.padDistance());
            Optional<Box> reach = Resampler.reach(image, target, wanted.interpolator());
            decoded = reach.map(box -> box.size().voxels()).orElse(0L);
            filtered = target.size().voxels();
            region = filtered;
        } else if (settings.preCrop()) {
            int pad = settings.padDistance();
            decoded = mask.box().grown(pad, pad, pad, mask.grid().wholeBox()).size().voxels();
            filtered = decoded;
        } else {
            decoded = filterNeeds == Preparing.FilterNeeds.WHOLE ? image.size().voxels() : region;
            filtered = decoded;
        }
        if (settings.normalisation().isPresent()) {
            decoded = image.size().voxels();
        }
        return FIXED_BYTES
                + decoded * BYTES_PER_DECODED_VOXEL
                + filtered * BYTES_PER_FILTERED_VOXEL
                + region * BYTES_PER_REGION_VOXEL;
    }
}
