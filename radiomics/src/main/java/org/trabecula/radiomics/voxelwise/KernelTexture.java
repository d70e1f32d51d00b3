package org.trabecula.radiomics.voxelwise;

import java.util.BitSet;
import java.util.List;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.FeatureClass;
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
import org.trabecula.radiomics.texture.RegionLevels;

/// A texture family on kernels: the family's own matrices and formulas, on the grey levels of the whole region.
final class KernelTexture implements KernelFamily {
    private final KernelWindow window;
    private final Spacing spacing;
    private final int[] levels;
    private final RegionLevels region;
    private final int[] kernel;
    private final Matrices matrices;

    /// From a kernel's levels to the family's values.
    @FunctionalInterface
    private interface Matrices {
        double[] features(LevelImage kernel, BitSet wanted);
    }

    /// @param levels with margin; 0 where kernels see nothing
    KernelTexture(
            FeatureClass family, FeatureSettings settings, KernelWindow window, Spacing spacing, int[] levels, RegionLevels region) {
        this.window = window;
        this.spacing = spacing;
        this.levels = levels;
        this.region = region;
        this.kernel = new int[window.voxels()];
        this.matrices = matrices(family, settings, window);
    }

    private static Matrices matrices(FeatureClass family, FeatureSettings settings, KernelWindow window) {
        List<NeighbourStep> directions = NeighbourStep.of(window.size(), settings.distances(), settings.slicing());
        List<NeighbourStep> adjacent = NeighbourStep.of(window.size(), NeighbourStep.ADJACENT, settings.slicing());
        return switch (family) {
            case GLCM -> {
                GlcmSettings glcm = new GlcmSettings(
                        settings.distances(), settings.slicing(), settings.symmetricalGlcm(), settings.weightingNorm());
                yield (part, wanted) -> Glcm.along(directions, part, glcm, wanted);
            }
            case GLDM -> {
                GldmSettings gldm = new GldmSettings(settings.distances(), settings.slicing(), settings.gldmAlpha());
                yield (part, wanted) -> Gldm.ofPart(part, gldm, wanted);
            }
            case GLRLM -> {
                GlrlmSettings glrlm = new GlrlmSettings(settings.slicing(), settings.weightingNorm());
                yield (part, wanted) -> Glrlm.along(adjacent, part, glrlm, wanted);
            }
            case GLSZM -> {
                GlszmSettings glszm = new GlszmSettings(settings.slicing());
                yield (part, wanted) -> Glszm.ofPart(part, glszm, wanted);
            }
            case NGTDM -> (part, wanted) -> Ngtdm.along(directions, part, wanted);
            case FIRSTORDER, SHAPE, SHAPE2D -> throw new IllegalArgumentException(family + " is not a texture family");
        };
    }

    @Override
    public double[] features(int centre, BitSet wanted) {
        window.copy(levels, centre, kernel);
        return matrices.features(LevelImage.part(window.size(), spacing, kernel, region), wanted);
    }
}
