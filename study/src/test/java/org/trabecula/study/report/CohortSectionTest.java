package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.study.result.StudyResult;

class CohortSectionTest {
    @Test
    void tableOneCountsEveryCaseOnce() {
        StudyResult result = MadeUpStudies.ordinary();
        int cases = Baseline.columns(result).stream().mapToInt(Baseline::cases).sum();
        assertThat(cases).isEqualTo(result.split().train().size() + result.split().test().size());
        assertThat(Words.of(CohortSection.of(result)))
                .contains("Figure 1. Flow of cases.", "Table 1. Cases by part and class.", "Age in years", "Women", "±");
    }

    @Test
    void whatIsNotKnownHasNoRow() {
        assertThat(Words.of(CohortSection.of(MadeUpStudies.withoutAgeAndSex())))
                .doesNotContain("Age", "Women", "Thoracic", "not estimable");
    }
}
