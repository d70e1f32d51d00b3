package org.trabecula.radiomics.prepare;

import java.io.IOException;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.resample.Interpolator;
import org.trabecula.image.resample.MaskResampler;
import org.trabecula.image.resample.Resampler;
import org.trabecula.radiomics.settings.Preparation;
import org.trabecula.radiomics.settings.Resampling;

/// Where a region is measured, decided from grids and mask alone: every refusal of the two comes before a voxel is read.
sealed interface RegionPlace {
    /// The region on the grid of what [#image] gives; large enough to be measured.
    Mask region();

    /// The part of the image that is measured and filtered; nothing else of it is read.
    Volume image(VoxelSource source) throws IOException;

    /// @throws org.trabecula.core.InputException if mask and image do not belong together, or the region is too small
    static RegionPlace of(Grid image, Mask mask, Preparation settings, Preparing.FilterNeeds needs) {
        RegionPlace place;
        if (settings.resampling().isPresent()) {
            MaskCheck.checkInside(image, mask);
            place = resampled(image, mask, settings.resampling().get(), settings.padDistance());
        } else {
            Mask placed = MaskCheck.onGrid(image, mask, settings.maskRules());
            place = settings.preCrop() ? cropped(image, placed, settings.padDistance()) : asItIs(image, placed, needs);
        }
        MaskCheck.checkExtent(place.region(), settings.maskRules());
        return place;
    }

    private static RegionPlace resampled(Grid image, Mask mask, Resampling wanted, int pad) {
        Spacing spacing = CommonGrid.spacing(mask, wanted);
        boolean same = CommonGrid.hasSpacing(image, spacing);
        Grid target = same ? image : CommonGrid.around(mask, spacing, pad);
        Mask moved = MaskResampler.nearest(mask, target).orElseThrow(() -> MaskCheck.vanished(target, mask));
        if (same) {
            return cropped(image, moved, pad);
        }
        Box reach = Resampler.reach(image, target, wanted.interpolator())
                .orElseThrow(() -> MaskCheck.vanished(target, mask));
        return new Resampled(reach, wanted.interpolator(), moved);
    }

    private static RegionPlace cropped(Grid image, Mask mask, int pad) {
        Box box = mask.box();
        Box kept = box.grown(pad, pad, pad, image.wholeBox());
        Box moved = new Box(
                box.iMin() - kept.iMin(), box.jMin() - kept.jMin(), box.kMin() - kept.kMin(),
                box.iMax() - kept.iMin(), box.jMax() - kept.jMin(), box.kMax() - kept.kMin());
        return new Cropped(kept, Mask.of(image.cropped(kept), moved, mask.toFlags()));
    }

    private static RegionPlace asItIs(Grid image, Mask mask, Preparing.FilterNeeds needs) {
        return new AsItIs(needs == Preparing.FilterNeeds.WHOLE ? image.wholeBox() : mask.box(), mask);
    }

    /// On a grid of another spacing.
    ///
    /// @param reach the voxels of the image that its values are made of
    record Resampled(Box reach, Interpolator how, Mask region) implements RegionPlace {
        @Override
        public Volume image(VoxelSource source) throws IOException {
            return Resampler.resample(source.read(reach), region.grid(), how);
        }
    }

    /// On the region's box and a margin, taken out of the image as if there were nothing else.
    record Cropped(Box kept, Mask region) implements RegionPlace {
        @Override
        public Volume image(VoxelSource source) throws IOException {
            double[] values = source.read(kept).toDoubles(kept);
            Grid grid = region.grid();
            return new Volume(grid, grid.wholeBox(), source.type(), new Volume.Voxels.OfDouble(values));
        }
    }

    /// On the image's own grid.
    ///
    /// @param needed what filters look at
    record AsItIs(Box needed, Mask region) implements RegionPlace {
        @Override
        public Volume image(VoxelSource source) throws IOException {
            return source.read(needed);
        }
    }
}
