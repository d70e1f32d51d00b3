package org.trabecula.radiomics.voxelwise;

import java.util.BitSet;
import java.util.List;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.FeatureClass;
import org.trabecula.radiomics.settings.FeatureSettings;
import org.trabecula.radiomics.settings.WeightingNorm;
import org.trabecula.radiomics.texture.Glcm;
import org.trabecula.radiomics.texture.GlcmKernel;
import org.trabecula.radiomics.texture.GlcmSettings;
import org.trabecula.radiomics.texture.GldmKernel;
import org.trabecula.radiomics.texture.Glrlm;
import org.trabecula.radiomics.texture.GlrlmKernel;
import org.trabecula.radiomics.texture.GlrlmSettings;
import org.trabecula.radiomics.texture.GlszmKernel;
import org.trabecula.radiomics.texture.KernelPairs;
import org.trabecula.radiomics.texture.LevelImage;
import org.trabecula.radiomics.texture.NeighbourStep;
import org.trabecula.radiomics.texture.NgtdmKernel;
import org.trabecula.radiomics.texture.RegionLevels;
import org.trabecula.radiomics.texture.TextureKernel;

/// A texture family on the kernels of a map, on the grey levels of the whole region.
final class KernelTexture implements KernelFamily {
    private final KernelWindow window;
    private final int[] levels;
    private final int[] kernel;
    private final TextureKernel family;

    /// @param levels with margin; 0 where kernels see nothing
    /// @param family as [#of] makes them
    KernelTexture(KernelWindow window, int[] levels, TextureKernel family) {
        this.window = window;
        this.levels = levels;
        this.kernel = new int[window.voxels()];
        this.family = family;
    }

    @Override
    public double[] features(int centre, BitSet wanted) {
        window.copy(levels, centre, kernel);
        return family.features(kernel, wanted);
    }

    /// A family for kernels of a box. Weighted or asymmetric matrices go the way of whole regions.
    static TextureKernel of(FeatureClass family, FeatureSettings settings, Size box, Spacing spacing, RegionLevels region) {
        int voxels = Math.toIntExact(box.voxels());
        List<NeighbourStep> directions = NeighbourStep.of(box, settings.distances(), settings.slicing());
        List<NeighbourStep> adjacent = NeighbourStep.of(box, NeighbourStep.ADJACENT, settings.slicing());
        boolean averaged = settings.weightingNorm() == WeightingNorm.NONE;
        return switch (family) {
            case GLCM -> {
                GlcmSettings glcm = new GlcmSettings(
                        settings.distances(), settings.slicing(), settings.symmetricalGlcm(), settings.weightingNorm());
                yield averaged && settings.symmetricalGlcm()
                        ? new GlcmKernel(new KernelPairs(box, directions), voxels, region)
                        : (kernel, wanted) -> Glcm.along(directions, LevelImage.part(box, spacing, kernel, region), glcm, wanted);
            }
            case GLRLM -> {
                GlrlmSettings glrlm = new GlrlmSettings(settings.slicing(), settings.weightingNorm());
                yield averaged
                        ? new GlrlmKernel(box, adjacent)
                        : (kernel, wanted) -> Glrlm.along(adjacent, LevelImage.part(box, spacing, kernel, region), glrlm, wanted);
            }
            case GLDM -> new GldmKernel(new KernelPairs(box, directions), voxels, settings.gldmAlpha());
            case GLSZM -> new GlszmKernel(new KernelPairs(box, adjacent), voxels);
            case NGTDM -> new NgtdmKernel(new KernelPairs(box, directions), voxels);
            case FIRSTORDER, SHAPE, SHAPE2D -> throw new IllegalArgumentException(family + " is not a texture family");
        };
    }
}
