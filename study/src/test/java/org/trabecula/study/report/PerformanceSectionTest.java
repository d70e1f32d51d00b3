package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerformanceSectionTest {
    @Test
    void everyModelHasItsRowAndItsCurve() {
        String words = Words.of(PerformanceSection.of(MadeUpStudies.ordinary()));
        assertThat(words).contains("Hand-crafted", "Age and sex", "Nomogram", "Figure 1. ROC curves of 18 test cases of ");
    }

    @Test
    void fewTestCasesAreSaid() {
        assertThat(Words.of(PerformanceSection.of(MadeUpStudies.ordinary())))
                .contains("in the test part, one case more or less moves a curve visibly");
    }

    @Test
    void anIntervalThatDoesNotExistSaysSo() {
        assertThat(Words.of(PerformanceSection.of(MadeUpStudies.withoutIntervals())))
                .contains("(interval not estimable)")
                .doesNotContain("NaN");
    }

    @Test
    void withoutEvaluationThereIsNothingToShow() {
        assertThat(PerformanceSection.of(MadeUpStudies.withoutEvaluation()).blocks()).isEmpty();
    }
}
