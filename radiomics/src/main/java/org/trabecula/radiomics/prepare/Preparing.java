package org.trabecula.radiomics.prepare;

import java.io.IOException;
import java.util.Optional;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.Preparation;
import org.trabecula.radiomics.settings.Resegmentation;

/// The steps from an image and a mask to what is measured: place the region, then normalise the image, bring it to that place,
/// and resegment. The numbers and diagnostics are in PyRadiomics' order; its mask checks come first here, so that what is refused
/// is refused before voxels are read.
///
/// Only the part of the image that the steps and filters need is read, unless normalisation needs all of it.
public final class Preparing {
    private final Preparation settings;
    private final FilterNeeds filterNeeds;
    private final Diagnostics diagnostics;

    /// How much of an image that is neither resampled nor cropped the filters look at.
    public enum FilterNeeds {
        /// The region's box.
        REGION,
        /// Every voxel.
        WHOLE
    }

    /// @param diagnostics gets what image and mask are at each step
    public Preparing(Preparation settings, FilterNeeds filterNeeds, Diagnostics diagnostics) {
        this.settings = settings;
        this.filterNeeds = filterNeeds;
        this.diagnostics = diagnostics;
    }

    /// About how many bytes an extraction needs at its peak.
    public static long estimatedBytes(Preparation settings, FilterNeeds filterNeeds, Grid image, Mask mask) {
        return MemoryEstimate.bytes(settings, filterNeeds, image, mask);
    }

    /// @throws org.trabecula.core.InputException if image, mask or region are refused
    /// @throws IOException if the image cannot be read
    public Prepared prepare(VoxelSource source, Mask mask) throws IOException {
        RegionPlace place = RegionPlace.of(source.grid(), mask, settings, filterNeeds);
        diagnostics.scan(source.grid());
        VoxelSource normalised = normalise(source);
        diagnostics.mask("original", mask);
        Volume image = place.image(normalised);
        diagnose(place, image, mask);
        return resegment(image, place.region());
    }

    private VoxelSource normalise(VoxelSource source) throws IOException {
        if (settings.normalisation().isEmpty()) {
            return source;
        }
        Volume whole = source.read(source.grid().wholeBox());
        diagnostics.values("Image-original", whole);
        return VoxelSource.of(ImageNormalisation.apply(whole, settings.normalisation().get()));
    }

    /// As PyRadiomics tells its steps: after interpolation, also where the image had the spacing already; else only where
    /// `correctMask` moved the region.
    private void diagnose(RegionPlace place, Volume image, Mask mask) {
        if (settings.resampling().isPresent()) {
            diagnostics.grid("Image-interpolated", image.grid());
            diagnostics.values("Image-interpolated", image);
            diagnostics.mask("interpolated", place.region(), image);
        } else if (place instanceof RegionPlace.AsItIs && place.region() != mask) {
            diagnostics.mask("corrected", place.region(), image);
        }
    }

    private Prepared resegment(Volume image, Mask region) {
        Optional<Resegmentation> wanted = settings.resegmentation();
        if (wanted.isEmpty()) {
            return new Prepared(image, region, region);
        }
        Mask kept = MaskResegmentation.apply(image, region, wanted.get());
        MaskCheck.checkExtent(kept, settings.maskRules());
        diagnostics.mask("resegmented", kept, image);
        return new Prepared(image, kept, wanted.get().alsoShape() ? kept : region);
    }
}
