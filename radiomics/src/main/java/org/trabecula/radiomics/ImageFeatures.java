package org.trabecula.radiomics;

import java.util.List;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.filter.DerivedImage;
import org.trabecula.radiomics.firstorder.FirstOrder;
import org.trabecula.radiomics.prepare.GreyLevels;
import org.trabecula.radiomics.prepare.ValueRange;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.ClassSettings;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.GlcmSettings;
import org.trabecula.radiomics.texture.Gldm;
import org.trabecula.radiomics.texture.GldmSettings;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.GlrlmSettings;
import org.trabecula.radiomics.texture.Glszm;
import org.trabecula.radiomics.texture.GlszmSettings;
import org.trabecula.radiomics.texture.LevelImage;
import org.trabecula.radiomics.texture.NeighbourStep;
import org.trabecula.radiomics.texture.Ngtdm;
import org.trabecula.radiomics.texture.NgtdmSettings;

/// The first order and texture features of one image inside one region. The values are discretised once for all families.
final class ImageFeatures {
    private final List<FamilySelection> families;
    private final boolean texture;

    /// @param classes those that are not shape, in column order
    ImageFeatures(List<ClassSettings> classes) {
        families = classes.stream().map(FamilySelection::onImages).toList();
        texture = families.stream().anyMatch(f -> switch (f.featureClass()) {
            case GLCM, GLDM, GLRLM, GLSZM, NGTDM -> !f.names().isEmpty();
            case FIRSTORDER, SHAPE, SHAPE2D -> false;
        });
    }

    /// The columns of one image.
    FeatureColumns of(DerivedImage image, MeasuredRegion region, FeatureSettings settings) {
        double[] values = region.values().of(image.box());
        ValueRange range = ValueRange.required(values, image.name(), image.partial());
        int[] levels = GreyLevels.of(values, range, settings.discretisation(), image.float32());
        Spacing spacing = region.spacing();
        Optional<LevelImage> levelImage =
                texture ? Optional.of(LevelImage.of(region.layout(), spacing, levels)) : Optional.empty();
        FeatureColumns columns = new FeatureColumns();
        for (FamilySelection family : families) {
            double[] computed = switch (family.featureClass()) {
                case FIRSTORDER ->
                    FirstOrder.features(values, range, levels, spacing.voxelVolumeMm3(), settings.voxelArrayShift());
                default -> family.names().isEmpty() ? new double[0] : texture(family, levelImage.orElseThrow(), settings);
            };
            family.pick(image.name(), computed, columns);
        }
        return columns;
    }

    private static double[] texture(FamilySelection family, LevelImage levels, FeatureSettings settings) {
        return switch (family.featureClass()) {
            case GLCM -> {
                requireNeighbours(levels.size(), settings);
                yield Glcm.features(
                        levels,
                        new GlcmSettings(
                                settings.distances(),
                                settings.slicing(),
                                settings.symmetricalGlcm(),
                                settings.weightingNorm()),
                        family.wanted());
            }
            case GLDM -> {
                requireNeighbours(levels.size(), settings);
                yield Gldm.features(
                        levels,
                        new GldmSettings(settings.distances(), settings.slicing(), settings.gldmAlpha()),
                        family.wanted());
            }
            case GLRLM ->
                Glrlm.features(levels, new GlrlmSettings(settings.slicing(), settings.weightingNorm()), family.wanted());
            case GLSZM -> Glszm.features(levels, new GlszmSettings(settings.slicing()), family.wanted());
            case NGTDM -> {
                requireNeighbours(levels.size(), settings);
                yield Ngtdm.features(
                        levels, new NgtdmSettings(settings.distances(), settings.slicing()), family.wanted());
            }
            case FIRSTORDER, SHAPE, SHAPE2D ->
                throw new IllegalArgumentException(family.featureClass() + " is not a texture family");
        };
    }

    private static void requireNeighbours(Size box, FeatureSettings settings) {
        if (NeighbourStep.of(box, settings.distances(), settings.slicing()).isEmpty()) {
            throw new InputException(new Problem(
                    RegionProblem.NO_NEIGHBOURS,
                    "texture of a region of " + box + " voxels",
                    "distances " + settings.distances() + " voxels"
                            + (settings.force2D() ? ", force2Ddimension " + settings.force2Ddimension() : ""),
                    "a distance smaller than the region's box on an axis (PyRadiomics: \"Error getting angle count\")",
                    "use smaller distances, or leave this case out"));
        }
    }
}
