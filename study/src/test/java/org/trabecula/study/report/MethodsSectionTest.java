package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodsSectionTest {
    @Test
    void saysWhatRanAndHowToRunItAgain() {
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.ordinary(), "Trabecula 1")))
                .contains("Trabecula 1.", "12 columns of a ready table", "Spearman's |ρ| above 0.9", "λ by cross-validation over 4 folds of whole patients", "What was assumed", "study.yaml", "grid_folds: 3")
                .doesNotContain("lambda by", "rho");
    }

    @Test
    void nothingAssumedIsSaidToo() {
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.withoutEvaluation(), "t"))).contains("What was assumed nothing");
    }
}
