package org.trabecula.radiomics.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.core.InputException;
import org.trabecula.radiomics.problem.RegionProblem;
import org.trabecula.radiomics.settings.Discretisation;

class GreyLevelsTest {
    private static int[] of(Discretisation how, double... values) {
        return GreyLevels.of(values, ValueRange.of(values), how, false);
    }

    @Test
    void fixedWidthHasItsEdgesAtMultiplesOfTheWidth() {
        assertThat(of(new Discretisation.BinWidth(25), -1, 0, 24, 25, 49, 50)).containsExactly(1, 2, 2, 3, 3, 4);
    }

    @Test
    void valueOnAnEdgeBelongsToTheUpperBin() {
        assertThat(of(new Discretisation.BinWidth(0.5), 0, 0.5, 1, 1.4999999)).containsExactly(1, 2, 3, 3);
    }

    /// For exact widths the level is ⌊x/W⌋ − ⌊min/W⌋ + 1.
    @Test
    void fixedWidthFollowsTheFloors() {
        double[] values = new SplittableRandom(5).doubles(10_000, -1000, 2000).toArray();
        int[] levels = of(new Discretisation.BinWidth(12.5), values);
        double lowest = Math.floor(ValueRange.of(values).min() / 12.5);
        for (int n = 0; n < values.length; n++) {
            assertThat(levels[n]).isEqualTo((int) (Math.floor(values[n] / 12.5) - lowest) + 1);
        }
    }

    @Test
    void fixedCountPutsTheMaximumIntoTheLastBin() {
        assertThat(of(new Discretisation.BinCount(4), 0, 1, 2, 3, 4)).containsExactly(1, 2, 3, 4, 4);
        assertThat(of(new Discretisation.BinCount(8), 5, 5, 5)).containsOnly(5);
    }

    @Test
    void refusesMoreLevelsThanTablesCanHold() {
        InputException refusal = catchThrowableOfType(
                InputException.class, () -> of(new Discretisation.BinWidth(1e-6), 0, 1000));
        assertThat(refusal.problems().getFirst().code()).isEqualTo(RegionProblem.TOO_MANY_LEVELS);
    }
}
