package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.study.report.checklist.CheckLists;
import org.trabecula.study.result.StudyResult;

class CheckListsTest {
    @Test
    void aRunAnswersWhatItKnowsAndLeavesTheRest() {
        String words = Words.of(CheckLists.of(MadeUpStudies.ordinary()));
        assertThat(words)
                .contains("CLEAR", "METRICS", "TRIPOD+AI", "10.1186/s13244-023-01415-8", "10.1186/s13244-023-01572-w", "10.1136/bmj-2023-078378")
                .contains("Score by what the run knows", "the features came as a ready table", "trabecula validate takes the model")
                .contains("patients with all their cases, before anything was fitted");
    }

    @Test
    void answersFollowTheRun() {
        assertThat(words(MadeUpStudies.ordinary()))
                .as("age and sex mean nothing there, so no model of them could be compared")
                .contains("no usable model of age and sex")
                .doesNotContain("age and sex alone, and combined", "2 centres");
        assertThat(words(MadeUpStudies.withUsableAgeAndSex())).contains("age and sex alone, and combined").doesNotContain("no usable model of age");
        assertThat(words(MadeUpStudies.withoutAgeAndSex())).contains("neither age nor sex is known").doesNotContain("age and sex alone");
        assertThat(words(MadeUpStudies.withLevelsAndCentres())).contains("2 centres", "performance is not given by centre");
        assertThat(words(MadeUpStudies.withoutEvaluation())).contains("no model could be evaluated", "no probability of a test case");
    }

    @Test
    void centresAreAnsweredByWhatRan() {
        assertThat(words(MadeUpStudies.harmonised(false)))
                .contains("Subgroups: areas in 2 centres, all of which were trained on", "not in this run; trabecula validate")
                .doesNotContain("performance is not given by centre", "of which nothing trained");
        assertThat(words(MadeUpStudies.harmonised(true)))
                .contains("Performance: test cases of centre C, of which nothing trained", "test cases of centre C, of which nothing trained: Performance");
        assertThat(words(MadeUpStudies.robust())).contains("not more than one centre is named").doesNotContain("by models that never saw it");
    }

    private static String words(StudyResult result) {
        return Words.of(CheckLists.of(result));
    }
}
