package org.trabecula.radiomics.ibsi;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.image.ImageFile;
import org.trabecula.image.Mask;
import org.trabecula.image.Volume;

/// The features of IBSI 1 for one region of one image.
///
/// Source: Image Biomarker Standardisation Initiative, reference manual, arXiv:1612.07003.
public final class IbsiProfile {
    private IbsiProfile() {}

    /// Every family, with one thread.
    public static List<IbsiValue> extract(Volume image, Mask mask, IbsiSettings settings) {
        return extract(image, mask, settings, EnumSet.allOf(IbsiFamily.class), 1);
    }

    /// [#extract(Volume, Mask, IbsiSettings, Set, int)] of an image file, of which only the needed part is decoded.
    public static List<IbsiValue> extract(
            ImageFile image, Mask mask, IbsiSettings settings, Set<IbsiFamily> families, int jobs) throws IOException {
        Volume needed = image.read(IbsiRegion.needed(image.grid(), mask.box(), settings));
        return extract(needed, mask, settings, families, jobs);
    }

    /// The values of some families, in the order of [IbsiFamily]; of a texture family, aggregation by aggregation. What is
    /// undefined is NaN and says why.
    ///
    /// @param image holds what [IbsiRegion#needed] names, or everything
    /// @param mask  on the image's grid
    /// @param jobs  threads; no value depends on them
    public static List<IbsiValue> extract(
            Volume image, Mask mask, IbsiSettings settings, Set<IbsiFamily> families, int jobs) {
        FeatureValues values = new FeatureValues();
        Optional<IbsiRegion> region = IbsiRegion.of(image, mask, settings, jobs);
        for (IbsiFamily family : IbsiFamily.values()) {
            if (!families.contains(family)) {
                continue;
            }
            Optional<String> whyNot = whyNot(region, family, settings);
            if (whyNot.isPresent()) {
                values.undefined(family, settings.aggregations(), whyNot.get());
            } else {
                put(family, region.orElseThrow(), settings, values, jobs);
            }
        }
        return values.values();
    }

    /// Why a whole family is undefined.
    private static Optional<String> whyNot(Optional<IbsiRegion> region, IbsiFamily family, IbsiSettings settings) {
        if (region.isEmpty()) {
            return Optional.of("interpolation leaves no voxel of the region");
        }
        if (family == IbsiFamily.MORPHOLOGY) {
            return Optional.empty(); // most of it needs no intensities
        }
        double[] intensities = region.get().intensities();
        if (intensities.length == 0) {
            return Optional.of("no voxel is left in the intensity mask");
        }
        for (double x : intensities) {
            if (!Double.isFinite(x)) {
                return Optional.of("the intensities are not all finite");
            }
        }
        return family.needsLevels() ? settings.discretisation().whyNot(intensities) : Optional.empty();
    }

    private static void put(
            IbsiFamily family, IbsiRegion region, IbsiSettings settings, FeatureValues values, int jobs) {
        switch (family) {
            case MORPHOLOGY -> ShapeFamily.put(region, values, jobs);
            case LOCAL_INTENSITY -> IntensityFamilies.putLocal(region, values, jobs);
            case STATISTICS -> IntensityFamilies.putStatistics(region.intensities(), values);
            case HISTOGRAM -> IntensityFamilies.putHistogram(levels(region, settings), values);
            case VOLUME_HISTOGRAM -> IntensityFamilies.putVolumeHistogram(region.intensities(), settings, values);
            case GLCM, GLRLM, GLSZM, GLDZM, NGTDM, NGLDM ->
                TextureFamilies.put(family, region, levels(region, settings), settings.aggregations(), values);
        }
    }

    private static int[] levels(IbsiRegion region, IbsiSettings settings) {
        return settings.discretisation().levels(region.intensities());
    }
}
