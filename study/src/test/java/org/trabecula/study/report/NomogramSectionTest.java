package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NomogramSectionTest {
    @Test
    void axesHaveUnitsAndTheLinearPredictorIsExplained() {
        assertThat(Words.of(new org.trabecula.report.Section(
                        "all", "All", java.util.stream.Stream.of(
                                        PerformanceSection.of(MadeUpStudies.ordinary()), NomogramSection.of(MadeUpStudies.ordinary()))
                                .flatMap(section -> section.blocks().stream())
                                .toList())))
                .contains("Age (years)", "Hand-crafted signature (logit)", "The linear predictor is the logit of that probability.")
                .contains("Odds ratio per unit (95 % CI)");
    }

    @Test
    void withoutAgeAndSexThereIsNone() {
        assertThat(NomogramSection.of(MadeUpStudies.withoutAgeAndSex()).blocks()).isEmpty();
    }
}
