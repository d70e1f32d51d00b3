package org.trabecula.radiomics.ibsi;

import java.util.Optional;
import org.trabecula.image.Box;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.image.VoxelType;
import org.trabecula.radiomics.ibsi.intensity.LocalIntensity;

/// An image and its two masks after the IBSI's image processing, all on one grid.
///
/// In order: resample image and mask to a grid with the same centre, round intensities, binarise the mask (the
/// morphological mask), take voxels out for their intensity (the intensity mask), filter the image. The image is computed
/// only as far around the region as features and the filter look.
///
/// Source: IBSI reference manual, "Image processing".
///
/// @param image     processed intensities, or the filter's response
/// @param shape     the morphological mask
/// @param intensity the intensity mask; empty if no voxel is left
public record IbsiRegion(Volume image, Mask shape, Optional<Mask> intensity) {
    /// Keeps a mask value that misses the threshold only by rounding.
    private static final double ROUNDING = 1e-9;

    /// The region of a mask; empty if interpolation leaves no voxel of it.
    ///
    /// @param image holds what [#needed] names
    /// @param mask  on the image's grid
    public static Optional<IbsiRegion> of(Volume image, Mask mask, IbsiSettings settings, int jobs) {
        if (!image.grid().equals(mask.grid())) {
            throw new IllegalArgumentException("image and mask lie on different grids");
        }
        if (settings.resampling().isEmpty()) {
            return Optional.of(processed(image, mask, settings, jobs));
        }
        IbsiResampling resampling = settings.resampling().get();
        IbsiResampler resampler = new IbsiResampler(target(image.grid(), resampling), jobs);
        return resampler.mask(mask, resampling.partialVolume() - ROUNDING).map(shape -> {
            Volume sampled =
                    resampler.image(image, source(shape.grid(), shape.box(), settings), resampling.image());
            return processed(sampled, shape, settings, jobs);
        });
    }

    /// The part of an image that must be held for a mask with this bounding box.
    public static Box needed(Grid grid, Box maskBox, IbsiSettings settings) {
        if (settings.resampling().isEmpty()) {
            return source(grid, maskBox, settings);
        }
        IbsiResampling resampling = settings.resampling().get();
        CentredGrid target = target(grid, resampling);
        Box resampled = source(target.grid(), target.covering(maskBox), settings);
        return target.sources(resampled, resampling.image());
    }

    /// The intensities of the intensity mask, i fastest; none if it is empty.
    public double[] intensities() {
        if (intensity.isEmpty()) {
            return new double[0];
        }
        Mask mask = intensity.get();
        double[] all = image.toDoubles(mask.box());
        boolean[] inside = mask.toFlags();
        double[] kept = new double[mask.voxelCount()];
        int next = 0;
        for (int v = 0; v < all.length; v++) {
            if (inside[v]) {
                kept[next++] = all[v];
            }
        }
        return kept;
    }

    private static IbsiRegion processed(Volume image, Mask shape, IbsiSettings settings, int jobs) {
        Box source = source(image.grid(), shape.box(), settings);
        double[] values = image.toDoubles(source);
        if (settings.roundIntensities()) {
            for (int v = 0; v < values.length; v++) {
                values[v] = Math.rint(values[v]);
            }
        }
        Volume rounded =
                new Volume(image.grid(), source, VoxelType.FLOAT64, new Volume.Voxels.OfDouble(values));
        boolean[] inside = shape.toFlags();
        settings.resegmentation().apply(rounded.toDoubles(shape.box()), inside);
        Optional<Mask> intensity = IbsiResampler.maskOf(image.grid(), shape.box(), inside);
        Box seen = surroundings(image.grid(), shape.box());
        Volume response =
                settings.filter().map(filter -> filter.respond(rounded, seen, jobs)).orElse(rounded);
        return new IbsiRegion(response, shape, intensity);
    }

    private static CentredGrid target(Grid grid, IbsiResampling resampling) {
        return new CentredGrid(grid, resampling.spacing(grid.spacing()));
    }

    /// The part of the processed image that decides the features of a region.
    private static Box source(Grid grid, Box shape, IbsiSettings settings) {
        Box seen = surroundings(grid, shape);
        return settings.filter().map(filter -> filter.needed(grid, seen)).orElse(seen);
    }

    /// As far as local intensity looks around a box.
    private static Box surroundings(Grid grid, Box box) {
        Spacing spacing = grid.spacing();
        return box.grown(
                LocalIntensity.marginVoxels(spacing, 0),
                LocalIntensity.marginVoxels(spacing, 1),
                LocalIntensity.marginVoxels(spacing, 2),
                grid.wholeBox());
    }
}
