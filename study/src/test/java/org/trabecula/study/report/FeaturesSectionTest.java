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
    void theMethodIsDrawnWithItsCounts() {
        StudyResult result = MadeUpStudies.ordinary();
        assertThat(words).contains("Figure 1. The method as it ran.", result.split().train().size() + " cases", "Features of a ready table");
        result.fitted().hcr().counts().forEach(step -> assertThat(words).contains(step.step()));
    }

    @Test
    void shortFormulasStandOpen() {
        assertThat(MadeUpStudies.ordinary().fitted().hcr().signature().names().size()).isLessThanOrEqualTo(8);
        assertThat(words).contains("Score of the hand-crafted signature, of z-scored features:");
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
