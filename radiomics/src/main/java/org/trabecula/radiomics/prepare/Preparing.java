package org.trabecula.radiomics.prepare;

import java.io.IOException;
import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.resample.MaskResampler;
import org.trabecula.image.resample.Resampler;
import org.trabecula.radiomics.settings.MaskRules;
import org.trabecula.radiomics.settings.Preparation;
import org.trabecula.radiomics.settings.Resampling;
import org.trabecula.radiomics.settings.Resegmentation;

/// The steps from an image and a mask to what is measured, in PyRadiomics' order: normalise, resample or crop, check,
/// resegment, check again.
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
        diagnostics.scan(source.grid());
        VoxelSource image = source;
        if (settings.normalisation().isPresent()) {
            Volume whole = source.read(source.grid().wholeBox());
            diagnostics.values("Image-original", whole);
            image = VoxelSource.of(ImageNormalisation.apply(whole, settings.normalisation().get()));
        }
        diagnostics.mask("original", mask);
        Prepared placed;
        if (settings.resampling().isPresent()) {
            placed = resample(image, mask, settings.resampling().get());
            diagnostics.grid("Image-interpolated", placed.image().grid());
            diagnostics.values("Image-interpolated", placed.image());
            diagnostics.mask("interpolated", placed.region(), placed.image());
        } else if (settings.preCrop()) {
            placed = crop(image, MaskCheck.check(image.grid(), mask, settings.maskRules()));
        } else {
            placed = inPlace(image, mask);
        }
        return resegment(placed);
    }

    private Prepared resample(VoxelSource source, Mask mask, Resampling wanted) throws IOException {
        Grid image = source.grid();
        MaskCheck.checkInside(image, mask);
        Spacing spacing = CommonGrid.spacing(mask, wanted);
        if (CommonGrid.hasSpacing(image, spacing)) {
            Mask moved = MaskResampler.nearest(mask, image).orElseThrow(() -> MaskCheck.vanished(image, mask));
            Prepared cropped = crop(source, moved);
            MaskCheck.checkExtent(cropped.region(), settings.maskRules());
            return cropped;
        }
        Grid target = CommonGrid.around(mask, spacing, settings.padDistance());
        Mask moved = MaskResampler.nearest(mask, target).orElseThrow(() -> MaskCheck.vanished(target, mask));
        MaskCheck.checkExtent(moved, settings.maskRules());
        Box reach = Resampler.reach(image, target, wanted.interpolator())
                .orElseThrow(() -> MaskCheck.vanished(target, mask));
        Volume resampled = Resampler.resample(source.read(reach), target, wanted.interpolator());
        return new Prepared(resampled, moved, moved);
    }

    private Prepared crop(VoxelSource source, Mask mask) throws IOException {
        int pad = settings.padDistance();
        Box kept = mask.box().grown(pad, pad, pad, source.grid().wholeBox());
        Volume read = source.read(kept);
        Grid grid = source.grid().cropped(kept);
        Volume cropped = new Volume(
                grid, grid.wholeBox(), source.type(), new Volume.Voxels.OfDouble(read.toDoubles(kept)));
        Box box = mask.box();
        Box moved = new Box(
                box.iMin() - kept.iMin(), box.jMin() - kept.jMin(), box.kMin() - kept.kMin(),
                box.iMax() - kept.iMin(), box.jMax() - kept.jMin(), box.kMax() - kept.kMin());
        Mask region = Mask.of(grid, moved, mask.toFlags());
        return new Prepared(cropped, region, region);
    }

    private Prepared inPlace(VoxelSource source, Mask mask) throws IOException {
        Mask checked = MaskCheck.check(source.grid(), mask, settings.maskRules());
        Box needed = filterNeeds == FilterNeeds.WHOLE ? source.grid().wholeBox() : checked.box();
        Volume image = source.read(needed);
        if (checked != mask) {
            diagnostics.mask("corrected", checked, image);
        }
        return new Prepared(image, checked, checked);
    }

    private Prepared resegment(Prepared placed) {
        Optional<Resegmentation> wanted = settings.resegmentation();
        if (wanted.isEmpty()) {
            return placed;
        }
        Mask kept = MaskResegmentation.apply(placed.image(), placed.region(), wanted.get());
        MaskRules rules = settings.maskRules();
        MaskCheck.checkExtent(kept, rules);
        diagnostics.mask("resegmented", kept, placed.image());
        return new Prepared(placed.image(), kept, wanted.get().alsoShape() ? kept : placed.region());
    }
}
