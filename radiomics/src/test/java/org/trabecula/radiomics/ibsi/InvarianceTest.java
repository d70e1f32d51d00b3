package org.trabecula.radiomics.ibsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trabecula.image.Grid;
import org.trabecula.image.Mask;
import org.trabecula.image.Spacing;
import org.trabecula.image.Volume;
import org.trabecula.radiomics.settings.Aggregation;

/// What must not change, and what must, when an image is turned, shifted or surrounded.
///
/// Sums run in another order after a turn: 1e-9 relative is far above the rounding of 10⁴ additions and far below any
/// change of a definition.
final class InvarianceTest {
    private static final double SAME = 1e-9;
    private static final Spacing SPACING = new Spacing(1, 1.5, 2);
    private static final Grid GRID = TestRegion.grid(24, 20, 16, SPACING);
    private static final Volume IMAGE = TestRegion.noise(GRID, 9);
    private static final Mask MASK = TestRegion.blob(GRID);

    private static IbsiSettings settings(IbsiDiscretisation discretisation) {
        return new IbsiSettings(
                Optional.empty(),
                true,
                IbsiResegmentation.NONE,
                Optional.empty(),
                discretisation,
                new IvhIntensities.WholeSteps(),
                EnumSet.of(Aggregation.VOLUME_AVERAGED, Aggregation.VOLUME_MERGED, Aggregation.VOLUME));
    }

    private static final IbsiSettings FIXED_NUMBER = settings(new IbsiDiscretisation.FixedBinNumber(16));

    private static Map<IbsiValue, Double> byFeature(List<IbsiValue> values) {
        Map<IbsiValue, Double> map = new HashMap<>();
        values.forEach(value -> map.put(
                new IbsiValue(value.feature(), value.aggregation(), 0, Optional.empty()), value.value()));
        return map;
    }

    /// The features whose values differ.
    private static Set<IbsiFeature> changed(List<IbsiValue> before, List<IbsiValue> after) {
        Map<IbsiValue, Double> was = byFeature(before);
        Set<IbsiFeature> changed = new HashSet<>();
        byFeature(after).forEach((key, value) -> {
            double old = was.getOrDefault(key, Double.NaN);
            if (!(Math.abs(value - old) <= SAME * Math.max(1, Math.abs(old)))) {
                changed.add(key.feature());
            }
        });
        return changed;
    }

    @Test
    void flippingAnAxisChangesNothing() {
        Volume flipped = TestRegion.volume(GRID, (i, j, k) -> IMAGE.at(23 - i, j, k));
        Mask mask = TestRegion.mask(GRID, (i, j, k) -> MASK.at(23 - i, j, k));
        assertThat(changed(
                        IbsiProfile.extract(IMAGE, MASK, FIXED_NUMBER), IbsiProfile.extract(flipped, mask, FIXED_NUMBER)))
                .isEmpty();
    }

    @Test
    void exchangingAxesChangesNothingInThreeDimensions() {
        Grid turned = TestRegion.grid(16, 24, 20, new Spacing(2, 1, 1.5));
        Volume image = TestRegion.volume(turned, (i, j, k) -> IMAGE.at(j, k, i));
        Mask mask = TestRegion.mask(turned, (i, j, k) -> MASK.at(j, k, i));
        assertThat(changed(
                        IbsiProfile.extract(IMAGE, MASK, FIXED_NUMBER), IbsiProfile.extract(image, mask, FIXED_NUMBER)))
                .isEmpty();
    }

    @Test
    void surroundingTheImageChangesOnlyWhatLooksOutside() {
        Grid wide = TestRegion.grid(34, 30, 26, SPACING);
        Volume image = TestRegion.volume(wide, (i, j, k) ->
                GRID.wholeBox().contains(i - 5, j - 5, k - 5) ? IMAGE.at(i - 5, j - 5, k - 5) : 0.0);
        Mask mask = TestRegion.mask(wide, (i, j, k) -> MASK.at(i - 5, j - 5, k - 5));
        assertThat(changed(
                        IbsiProfile.extract(IMAGE, MASK, FIXED_NUMBER), IbsiProfile.extract(image, mask, FIXED_NUMBER)))
                .isSubsetOf(IbsiFeature.LOC_PEAK_LOC, IbsiFeature.LOC_PEAK_GLOB);
    }

    @Test
    void addingAConstantShiftsIntensitiesAndLeavesShapeAndTexture() {
        Volume shifted = TestRegion.volume(GRID, (i, j, k) -> IMAGE.at(i, j, k) + 100);
        Set<IbsiFeature> changed = changed(
                IbsiProfile.extract(IMAGE, MASK, FIXED_NUMBER), IbsiProfile.extract(shifted, MASK, FIXED_NUMBER));
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        IbsiFeature.MORPH_COM,
                        IbsiFeature.MORPH_INTEG_INT,
                        IbsiFeature.LOC_PEAK_LOC,
                        IbsiFeature.LOC_PEAK_GLOB,
                        IbsiFeature.STAT_MEAN,
                        IbsiFeature.STAT_MEDIAN,
                        IbsiFeature.STAT_MIN,
                        IbsiFeature.STAT_P10,
                        IbsiFeature.STAT_P90,
                        IbsiFeature.STAT_MAX,
                        IbsiFeature.STAT_COV,
                        IbsiFeature.STAT_QCOD,
                        IbsiFeature.STAT_ENERGY,
                        IbsiFeature.STAT_RMS,
                        IbsiFeature.IVH_I10,
                        IbsiFeature.IVH_I90);
    }
}
