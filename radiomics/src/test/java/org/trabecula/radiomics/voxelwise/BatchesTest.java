package org.trabecula.radiomics.voxelwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.trabecula.core.Progress;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.parameters.ParameterFile;
import org.trabecula.radiomics.settings.KernelSettings;

/// How PyRadiomics' batches decide JointAverage and MCC where a kernel lacks a pair along some direction.
class BatchesTest {
    /// A row of four voxels of levels 1, 2, 3, 4, and one of level 5 below the last. The kernels of the first two hold pairs along the
    /// row only, those of the others along two more directions.
    private static List<FeatureMap> maps(OptionalInt batch) throws Exception {
        Grid grid = Grid.axisAligned(new Size(6, 4, 3), Spacing.isotropic(1));
        short[] values = new short[6 * 4 * 3];
        boolean[] inside = new boolean[values.length];
        int[] voxels = {25 + 6, 26 + 6, 27 + 6, 28 + 6, 28 + 12};
        for (int n = 0; n < voxels.length; n++) {
            inside[voxels[n]] = true;
            values[voxels[n]] = (short) (n * 30);
        }
        CollectedMaps maps = new CollectedMaps();
        VoxelwiseRadiomics.with(
                        ParameterFile.parse("t", "featureClass: {glcm: [JointAverage, MCC, Contrast]}"),
                        new KernelSettings(1, true, -5, batch))
                .extract(Volume.ofShorts(grid, values), Mask.of(grid, grid.wholeBox(), inside), maps, Progress.NONE);
        return maps.maps();
    }

    private static FeatureMap named(String feature, List<FeatureMap> maps) {
        return maps.stream().filter(map -> map.name().equals("original_glcm_" + feature)).findFirst().orElseThrow();
    }

    @Test
    void aDirectionThatIsEmptyInTheWholeBatchIsDropped() throws Exception {
        FeatureMap average = named("JointAverage", maps(OptionalInt.of(2)));
        // the pair (1, 2) in both orders
        assertThat(average.value(0)).isEqualTo(1.5);
        FeatureMap mcc = named("MCC", maps(OptionalInt.of(2)));
        // each level stands beside the other one only: both eigenvalues are 1, but for ε
        assertThat(mcc.value(0)).isEqualTo(1.0, within(1e-12));
    }

    @Test
    void oneThatIsNotMakesJointAverageUndefinedAndLeavesMccAtItsInitialValue() throws Exception {
        List<FeatureMap> maps = maps(OptionalInt.empty());
        assertThat(named("JointAverage", maps).value(0)).isNaN();
        for (int voxel = 0; voxel < 5; voxel++) {
            assertThat(named("MCC", maps).value(voxel)).isEqualTo(-5);
        }
        assertThat(named("Contrast", maps).value(0)).isEqualTo(1.0);
    }
}
