package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Slicing;
import org.trabecula.radiomics.settings.WeightingNorm;

/// The families on kernels against the same families on whole regions: the kernel as a region of its own, on the levels of the whole.
///
/// Kernels of few and of many levels, with holes, down to a single voxel; one object computes them one after the other.
class TextureKernelTest {
    private static final BitSet ALL = BitSet.valueOf(new long[] {(1L << 30) - 1});

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 40, 3000})
    void equalTheFamiliesOfWholeRegions(int mostLevels) {
        Random random = new Random(mostLevels);
        for (int radius : new int[] {1, 2}) {
            int side = 2 * radius + 1;
            Size box = new Size(side, side, random.nextBoolean() ? side : 1);
            int[] whole = random.ints(500, 1, mostLevels + 1).toArray();
            RegionLevels region = RegionLevels.of(whole);
            List<NeighbourStep> directions = NeighbourStep.of(box, List.of(1, 2), Slicing.NONE);
            List<NeighbourStep> adjacent = NeighbourStep.of(box, NeighbourStep.ADJACENT, Slicing.NONE);
            int voxels = (int) box.voxels();
            GlcmSettings glcm = new GlcmSettings(List.of(1, 2), Slicing.NONE, true, WeightingNorm.NONE);
            TextureKernel glcmKernel = new GlcmKernel(new KernelPairs(box, directions), voxels, region);
            TextureKernel glrlmKernel = new GlrlmKernel(box, adjacent);
            TextureKernel gldmKernel = new GldmKernel(new KernelPairs(box, directions), voxels, 1);
            TextureKernel glszmKernel = new GlszmKernel(new KernelPairs(box, adjacent), voxels);
            TextureKernel ngtdmKernel = new NgtdmKernel(new KernelPairs(box, directions), voxels);
            for (int n = 0; n < 60; n++) {
                int[] levels = kernel(voxels, whole, random);
                LevelImage part = LevelImage.part(box, Spacing.isotropic(1), levels, region);
                equal(Glcm.NAMES, glcmKernel.features(levels, first(Glcm.NAMES)), Glcm.along(directions, part, glcm, first(Glcm.NAMES)));
                equal(
                        Glrlm.NAMES, glrlmKernel.features(levels, first(Glrlm.NAMES)),
                        Glrlm.along(adjacent, part, new GlrlmSettings(Slicing.NONE, WeightingNorm.NONE), first(Glrlm.NAMES)));
                equal(
                        Gldm.NAMES, gldmKernel.features(levels, first(Gldm.NAMES)),
                        Gldm.features(part, new GldmSettings(List.of(1, 2), Slicing.NONE, 1), first(Gldm.NAMES)));
                equal(
                        Glszm.NAMES, glszmKernel.features(levels, first(Glszm.NAMES)),
                        Glszm.features(part, new GlszmSettings(Slicing.NONE), first(Glszm.NAMES)));
                equal(
                        Ngtdm.NAMES, ngtdmKernel.features(levels, first(Ngtdm.NAMES)),
                        Ngtdm.features(part, new NgtdmSettings(List.of(1, 2), Slicing.NONE), first(Ngtdm.NAMES)));
            }
        }
    }

    /// Levels of the whole, with a share of holes that differs from kernel to kernel; the centre is inside.
    private static int[] kernel(int voxels, int[] whole, Random random) {
        double filled = random.nextDouble();
        int[] levels = new int[voxels];
        for (int at = 0; at < voxels; at++) {
            levels[at] = random.nextDouble() < filled || at == voxels / 2 ? whole[random.nextInt(whole.length)] : 0;
        }
        return levels;
    }

    private static BitSet first(List<String> names) {
        return ALL.get(0, names.size());
    }

    private static void equal(List<String> names, double[] ours, double[] theirs) {
        for (int f = 0; f < names.size(); f++) {
            String name = names.get(f);
            if (Double.isNaN(theirs[f])) {
                assertThat(ours[f]).as(name).isNaN();
            } else {
                assertThat(ours[f]).as(name).isCloseTo(theirs[f], within(1e-10 * Math.abs(theirs[f]) + cancelled(name)));
            }
        }
    }

    /// What is left of terms that cancel, each rounded to 2⁻⁵³.
    private static double cancelled(String name) {
        return switch (name) {
            case "ClusterShade" -> 1e-4; // terms of (2 · 3000)³ = 2·10¹¹
            case "MCC", "Imc2" -> 1e-7; // the root of an eigenvalue, or of a difference of entropies, that is 0 but for rounding
            default -> 1e-10; // entropies, differences of some dozen terms of up to 36 log₂ 36; covariances of levels are relative
        };
    }
}
