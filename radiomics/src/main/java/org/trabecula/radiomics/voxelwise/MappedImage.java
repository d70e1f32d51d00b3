package org.trabecula.radiomics.voxelwise;

import java.util.List;
import java.util.function.Supplier;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Size;
import org.trabecula.radiomics.filter.DerivedImage;
import org.trabecula.radiomics.prepare.GreyLevels;
import org.trabecula.radiomics.prepare.ValueRange;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.KernelSettings;
import org.trabecula.radiomics.texture.NeighbourStep;
import org.trabecula.radiomics.texture.RegionLevels;

/// One image on the box of the maps: values and grey levels where kernels see them, with a margin around.
///
/// Grey levels are made once, from all that any kernel sees. PyRadiomics converts the image to 64 bits before it makes them for first
/// order, and not for texture: with `binCount` on 32-bit images the edges differ by a rounding.
final class MappedImage {
    private final String name;
    private final MappedRegion region;
    private final KernelSettings kernel;
    private final KernelWindow window;
    private final double[] values;
    private final int[] firstOrderLevels;
    private final int[] textureLevels;
    private final RegionLevels regionLevels;
    private final int[] centres;

    /// @param seen the values of the voxels that kernels see, in the order of [MappedRegion#seen]
    /// @throws InputException if values are not finite or give too many levels
    MappedImage(DerivedImage image, double[] seen, MappedRegion region, FeatureSettings settings, KernelSettings kernel) {
        this.name = image.name();
        this.region = region;
        this.kernel = kernel;
        this.window = new KernelWindow(region.size(), kernel.radius(), settings.slicing());
        ValueRange range = ValueRange.required(seen, name, image.partial());
        int[] levels = GreyLevels.of(seen, range, settings.discretisation(), image.float32());
        this.regionLevels = RegionLevels.of(levels);
        this.values = window.pad(region.seen(), seen, Double.NaN);
        this.textureLevels = window.pad(region.seen(), levels);
        this.firstOrderLevels = image.float32()
                ? window.pad(region.seen(), GreyLevels.of(seen, range, settings.discretisation(), false))
                : textureLevels;
        this.centres = new int[region.voxels().length];
        for (int n = 0; n < centres.length; n++) {
            centres[n] = window.padded(region.voxels()[n]);
        }
    }

    /// As in column names.
    String name() {
        return name;
    }

    /// Whether all that kernels see is of one level.
    boolean isFlat() {
        return regionLevels.present() == 1;
    }

    /// The centres of the kernels, entries of the padded arrays.
    int[] centres() {
        return centres;
    }

    /// Makes the computers of a family, one a thread.
    ///
    /// @throws InputException RAD-012 if no two voxels can be neighbours
    Supplier<KernelFamily> family(FeatureClass family, FeatureSettings settings) {
        requireNeighbours(family, settings);
        if (family == FeatureClass.FIRSTORDER) {
            double volume = region.spacing().voxelVolumeMm3();
            int[] steps = window.steps();
            return () -> new KernelStatistics(values, firstOrderLevels, steps, volume, settings.voxelArrayShift());
        }
        return () -> new KernelTexture(
                window, textureLevels, KernelTexture.of(family, settings, window.size(), region.spacing(), regionLevels));
    }

    /// Where co-occurrence matrices are empty.
    PairlessDirections pairless(FeatureSettings settings, boolean added, int batch, int jobs) {
        List<NeighbourStep> directions = NeighbourStep.of(region.size(), settings.distances(), settings.slicing());
        return PairlessDirections.of(centres, textureLevels, window, directions, added, batch, jobs);
    }

    FeatureMap map(String column, double[] perVoxel, double outside) {
        return new FeatureMap(column, region.grid(), region.voxels(), perVoxel, outside);
    }

    /// Texture looks for directions in the box of the map, first order for a kernel in the extent of what it sees.
    private void requireNeighbours(FeatureClass family, FeatureSettings settings) {
        List<Integer> distances = switch (family) {
            case GLCM, GLDM, NGTDM -> settings.distances();
            case FIRSTORDER, GLRLM, GLSZM, SHAPE, SHAPE2D -> NeighbourStep.ADJACENT;
        };
        Size within = family == FeatureClass.FIRSTORDER ? region.extent() : region.size();
        if (NeighbourStep.of(within, distances, settings.slicing()).isEmpty()) {
            throw new InputException(new Problem(
                    RegionProblem.NO_NEIGHBOURS,
                    family.key() + " maps of " + within + " voxels",
                    "distances " + distances + " voxels, kernelRadius " + kernel.radius()
                            + (settings.force2D() ? ", force2Ddimension " + settings.force2Ddimension() : ""),
                    "a distance smaller than the box on an axis (PyRadiomics: \"Error getting angle count\")",
                    "use smaller distances, or leave this case out"));
        }
    }
}
