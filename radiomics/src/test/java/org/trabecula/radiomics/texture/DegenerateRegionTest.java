package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Size;
import org.trabecula.image.Spacing;
import org.trabecula.radiomics.settings.Aggregation;
import org.trabecula.radiomics.settings.Slicing;

/// Where the definitions end.
class DegenerateRegionTest {
    private static LevelImage image(Size size, int... levels) {
        return LevelImage.of(size, Spacing.isotropic(1), levels);
    }

    private static LevelImage flat() {
        int[] levels = new int[27];
        Arrays.fill(levels, 3);
        return image(new Size(3, 3, 3), levels);
    }

    @Test
    void oneVoxelHasNoDirectionAndIsRefused() {
        LevelImage voxel = image(new Size(1, 1, 1), 4);
        assertThat(voxel.hasDirections(NeighbourStep.ADJACENT, Slicing.NONE)).isFalse();
        assertThatThrownBy(() -> PyRadiomicsFamilies.all(voxel))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 × 1 × 1");
    }

    @Test
    void aRegionWithoutVoxelsOrWithAnImpossibleLevelIsRefused() {
        Size size = new Size(2, 1, 1);
        assertThatThrownBy(() -> image(size, 0, 0)).hasMessageContaining("at least one voxel");
        assertThatThrownBy(() -> image(size, 1, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> image(size, 1, LevelImage.HIGHEST_ALLOWED + 1)).hasMessageContaining("1048577");
        assertThatThrownBy(() -> image(size, 1)).hasMessageContaining("got 1 levels");
    }

    /// QUIRKS.md of the reference: Correlation 1, MCC 1, Imc 0, entropies about −3.2e-16, Coarseness 1e6.
    @Test
    void aFlatRegionHasPyRadiomicsValues() {
        Map<String, Double> values = PyRadiomicsFamilies.all(flat());
        assertThat(values).containsEntry("glcm_Correlation", 1.0).containsEntry("glcm_MCC", 1.0);
        assertThat(values).containsEntry("glcm_Imc1", 0.0).containsEntry("glcm_Imc2", 0.0);
        // −log₂(1 + ε), printed there with five digits
        assertThat(values.get("glcm_JointEntropy")).isCloseTo(-3.2034e-16, within(1e-19));
        assertThat(values.get("gldm_DependenceEntropy")).isPositive();
        assertThat(values).containsEntry("ngtdm_Coarseness", 1e6).containsEntry("ngtdm_Contrast", 0.0);
        assertThat(values).containsEntry("glszm_ZonePercentage", 1.0 / 27);
    }

    @Test
    void whatTheIbsiLeavesUndefinedOnAFlatRegionIsNaN() {
        for (AggregatedValue value : Glcm.ibsi(flat(), Aggregation.VOLUME_MERGED)) {
            switch (value.code()) {
                case "NI2N", "R8DG" -> assertThat(value.value()).as(value.code()).isNaN();
                case "TU9B", "JN9H" -> assertThat(value.value()).as(value.code()).isZero();
                default -> assertThat(value.value()).as(value.code()).isNotNaN();
            }
        }
        assertThat(Ngtdm.ibsi(flat(), Aggregation.VOLUME)).contains(new AggregatedValue("QCDE", Aggregation.VOLUME, 1e6));
    }

    @Test
    void oneVoxelHasNoIbsiPairButRunsZonesAndDependences() {
        LevelImage voxel = image(new Size(1, 1, 1), 4);
        for (Aggregation aggregation : Aggregation.values()) {
            if (aggregation.joinsDirections()) {
                assertThat(Glcm.ibsi(voxel, aggregation)).allMatch(value -> Double.isNaN(value.value()));
                assertThat(Glrlm.ibsi(voxel, aggregation)).contains(new AggregatedValue("9ZK5", aggregation, 1));
            } else {
                assertThat(Ngtdm.ibsi(voxel, aggregation)).allMatch(value -> Double.isNaN(value.value()));
                assertThat(Glszm.ibsi(voxel, aggregation)).contains(new AggregatedValue("P30P", aggregation, 1));
                assertThat(Ngldm.ibsi(voxel, aggregation)).contains(new AggregatedValue("6XV8", aggregation, 1));
                assertThat(Gldzm.ibsi(voxel, new boolean[] {true}, aggregation))
                        .contains(new AggregatedValue("VIWW", aggregation, 1));
            }
        }
    }

    @Test
    void anAggregationOfOtherFamiliesIsRefused() {
        assertThatThrownBy(() -> Glcm.ibsi(flat(), Aggregation.VOLUME)).hasMessageContaining("3D");
        assertThatThrownBy(() -> Ngtdm.ibsi(flat(), Aggregation.VOLUME_MERGED)).hasMessageContaining("3D, merged");
    }

    /// Two voxels at opposite ends of a row: no pair, but one line of the box holds both.
    @Test
    void separateVoxelsHaveNoPairButRuns() {
        Map<String, Double> values = PyRadiomicsFamilies.all(image(new Size(3, 1, 1), 1, 0, 2));
        assertThat(values.get("glcm_Contrast")).isNaN();
        assertThat(values.get("glcm_MCC")).isNaN();
        assertThat(values).containsEntry("glrlm_RunPercentage", 1.0).containsEntry("ngtdm_Coarseness", 1e6);
    }

    /// PyRadiomics drops the runs along a direction whose lines hold one voxel each; here that is every direction.
    @Test
    void directionsWithoutASharedLineGiveNoRuns() {
        int[] levels = new int[18];
        levels[0] = 1;
        levels[5 + 6] = 2; // (2, 1, 1) of 3 × 2 × 3: not on any line of distance 1 through (0, 0, 0)
        Map<String, Double> values = PyRadiomicsFamilies.all(image(new Size(3, 2, 3), levels));
        assertThat(values.get("glrlm_RunPercentage")).isNaN();
        assertThat(values).containsEntry("glszm_ZonePercentage", 1.0);
    }

    /// 40,000 voxels with 10,000 levels up to a million: listed, not tabled. Bounded, not fast.
    @Test
    void tenThousandLevelsTakeBoundedTimeAndMemory() {
        Size size = new Size(40, 40, 25);
        int[] levels = new int[(int) size.voxels()];
        Arrays.setAll(levels, at -> 1 + (int) (at * 7919L % 10_000) * 100);
        LevelImage image = image(size, levels);
        assertThat(image.presentLevels()).isEqualTo(10_000);
        Map<String, Double> values = Assertions.assertTimeout(Duration.ofSeconds(60), () -> PyRadiomicsFamilies.all(image));
        assertThat(values.values()).allMatch(Double::isFinite);
    }
}
