package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalibrationSectionTest {
    @Test
    void theCurveOfFewCasesIsCalledRough() {
        assertThat(Words.of(CalibrationSection.of(MadeUpStudies.ordinary())))
                .contains("A smoothed calibration curve wants about 200 cases of each class", "Slope", "E/O", "Scaled Brier");
    }

    @Test
    void withoutTestCasesThereIsNothingToShow() {
        assertThat(CalibrationSection.of(MadeUpStudies.withoutEvaluation()).blocks()).isEmpty();
    }
}
