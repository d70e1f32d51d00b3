package org.trabecula.radiomics.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.radiomics.settings.Slicing;

/// What must hold for every region: turning, flipping and padding the box changes no three-dimensional feature, and moving
/// all levels changes only what depends on the levels themselves.
class TextureInvarianceTest {
    /// Directions come in another order and cells are summed in another order: some tens of roundings of up to one ulp each.
    private static final double RELATIVE = 1e-13;

    /// Square roots of differences of nearly equal sums: rounding of 1e-16 shows as 1e-8.
    private static final Set<String> ROOTS_OF_DIFFERENCES = Set.of("glcm_Imc2", "glcm_MCC");

    static LongStream seeds() {
        return LongStream.range(0, 60)
                .filter(seed -> !NeighbourStep.of(RandomLevels.of(seed).size(), NeighbourStep.ADJACENT, Slicing.NONE)
                        .isEmpty());
    }

    private static void assertSame(Map<String, Double> moved, Map<String, Double> original) {
        original.forEach((name, value) -> {
            double tolerance = ROOTS_OF_DIFFERENCES.contains(name) ? 1e-7 : RELATIVE * Math.abs(value) + 1e-13;
            double own = moved.getOrDefault(name, Double.NEGATIVE_INFINITY);
            if (Double.isNaN(value)) {
                assertThat(own).as(name).isNaN();
            } else {
                assertThat(own).as(name).isCloseTo(value, within(tolerance));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void turningAndFlippingChangesNothing(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        Map<String, Double> original = PyRadiomicsFamilies.all(region.image());
        for (int[] axes : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            RandomLevels turned = region.withAxes(axes);
            assertSame(PyRadiomicsFamilies.all(turned.image()), original);
            assertSame(PyRadiomicsFamilies.all(turned.flipped().image()), original);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void paddingWithBackgroundChangesNothing(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        Map<String, Double> original = PyRadiomicsFamilies.all(region.image());
        assertSame(PyRadiomicsFamilies.all(region.padded(2).image()), original);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shiftingAllLevelsChangesOnlyWhatDependsOnThem(long seed) {
        RandomLevels region = RandomLevels.of(seed);
        int[] shifted = region.levels().clone();
        Arrays.setAll(shifted, at -> shifted[at] == 0 ? 0 : shifted[at] + 5);
        Map<String, Double> before = PyRadiomicsFamilies.all(region.image());
        Map<String, Double> after = PyRadiomicsFamilies.all(new RandomLevels(region.size(), shifted).image());
        Set<String> dependOnLevels = Set.of(
                "glcm_Autocorrelation", "glcm_Idmn", "glcm_Idn", "glcm_JointAverage", "glcm_SumAverage", "ngtdm_Busyness");
        before.keySet().removeIf(name -> dependOnLevels.contains(name) || name.matches(".*(Low|High)GrayLevel.*"));
        assertThat(before).hasSize(75 - 6 - 3 * 6); // six, and six each of GLRLM, GLSZM and GLDM
        assertSame(after, before);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void askingForOneFeatureGivesTheSameBitsAsAskingForAll(long seed) {
        LevelImage image = RandomLevels.of(seed).image();
        Map<String, Double> all = PyRadiomicsFamilies.all(image);
        for (int n = 0; n < Glcm.NAMES.size(); n++) {
            BitSet one = new BitSet();
            one.set(n);
            double[] values = Glcm.features(image, GlcmSettings.PYRADIOMICS, one);
            assertThat(values[n]).isEqualTo(all.get("glcm_" + Glcm.NAMES.get(n)));
            assertThat(Arrays.stream(values).filter(Double::isNaN).count()).isGreaterThanOrEqualTo(values.length - 1L);
        }
        assertThat(List.of(PyRadiomicsFamilies.all(image))).containsExactly(all); // and twice the same
    }
}
