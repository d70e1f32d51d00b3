package org.trabecula.learn.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridsTest {
    @ParameterizedTest
    @EnumSource
    void everyUsualCandidateIsThereOnce(Classifier classifier) {
        assertThat(Grids.USUAL.candidates(classifier, 3, 1)).isNotEmpty().doesNotHaveDuplicates();
    }

    /// The first list varies slowest.
    @Test
    void everyCombinationIsTriedInTheOrderOfTheLists() {
        assertThat(new XgboostGrid(List.of(0.1), List.of(1, 2), List.of(25, 50)).candidates()).containsExactly(
                new XgboostSettings(25, 1, 0.1), new XgboostSettings(50, 1, 0.1), new XgboostSettings(25, 2, 0.1),
                new XgboostSettings(50, 2, 0.1));
    }

    @Test
    void aGammaIsANumberOrAShareOfTheFeatures() {
        SvmGrid grid = new SvmGrid(
                new SvmGrid.Linear(List.of()), new SvmGrid.Radial(List.of(1.0), List.of(Gamma.of("0.5/p"), Gamma.of(0.25))), 1e-3);
        assertThat(grid.candidates(4).stream().map(SvmSettings::gamma)).containsExactly(0.125, 0.25);
        assertThat(Gamma.of("0.5/p").written()).isEqualTo("0.5/p");
        assertThat(Gamma.of(1).written()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "1/n", "", "-1", "0/p", "NaN", "1e999"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Gamma.of(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0.1/p");
    }

    @Test
    void aGridThatTriesNothingOrNonsenseIsRefused() {
        assertThatThrownBy(() -> new NeighbourGrid(List.of(), List.of(3))).hasMessageContaining("at least one candidate");
        assertThatThrownBy(() -> new CartGrid(List.of(0), List.of(5))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new ForestGrid(0, List.of(5))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new LightgbmGrid(List.of(2.0), List.of(4), List.of(25))).hasMessageContaining("rate");
    }
}
