package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.core.Shown;
import org.trabecula.study.result.StudyResult;

class FeaturesSectionTest {
    private final String words = Words.of(FeaturesSection.of(MadeUpStudies.ordinary()));

    @Test
    void termsAreExplainedBeforeTheyAreUsed() {
        assertThat(words.indexOf("Hand-crafted (hcr)")).isPositive().isLessThan(words.indexOf("Features before and after each step"));
        assertThat(words).contains("λ (lambda)", "Binomial deviance").doesNotContain("Deep (dtl)", "pc_001");
    }

    @Test
    void oneWordForTheMeasure() {
        assertThat(words.replace("Binomial deviance", "").replace("binomial deviance", "")).doesNotContainIgnoringCase("deviance");
    }

    @Test
    void theHeadingCountsTheFeatures() {
        StudyResult result = MadeUpStudies.ordinary();
        int kept = result.fitted().hcr().signature().names().size();
        assertThat(words).contains("Hand-crafted signature: " + Shown.count(kept, "feature"));
    }
}
