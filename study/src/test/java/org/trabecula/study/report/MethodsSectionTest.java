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
    void saysWhetherCentresWereHarmonised() {
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.harmonised(true), "t")))
                .contains("shift and scale of the centres A, B were removed by ComBat", "the outcome no covariate", "centres: ComBat over centres A (",
                        "of centre C, which was not harmonised: taken as they are");
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.robust(), "t")))
                .contains("centres were not harmonised, because no centre is named", "centres: harmonisation left out: no centre is named");
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.ordinary(), "t"))).doesNotContain("harmonised", "ComBat");
    }

    @Test
    void nothingAssumedIsSaidToo() {
        assertThat(Words.of(MethodsSection.of(MadeUpStudies.withoutEvaluation(), "t"))).contains("What was assumed nothing");
    }
}
