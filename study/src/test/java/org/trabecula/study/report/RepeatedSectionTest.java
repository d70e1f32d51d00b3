package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.core.Shown;
import org.trabecula.evaluation.repeated.RepeatedModel;
import org.trabecula.report.Report;
import org.trabecula.report.html.HtmlReport;
import org.trabecula.study.result.StudyResult;

/// Without a test part the report speaks of repeated cross-validation, and of no test.
class RepeatedSectionTest {
    private static final StudyResult RESULT = MadeUpStudies.robust();

    @Test
    void theNumbersAtTheHeadAreThoseOfTheRepetitions() {
        Report report = StudyReport.of(RESULT, "test");
        String html = HtmlReport.of(report);
        for (RepeatedModel model : RESULT.repeated().orElseThrow().evaluation().models()) {
            model.mean().ifPresent(mean -> assertThat(html).contains(Shown.fixed(mean.auc(), 3)));
        }
        assertThat(html)
                .contains("mean of 3 repetitions of cross-validation", "dealt into 3 folds, 3 times", "no confidence interval", "of 9 fits",
                        "3-fold cross-validation by patient, stratified by outcome and repeated 3 times", "none were pruned", "Decision curves over repetitions", "calibration over repetitions")
                .doesNotContain("test AUC", "test part (", "Test, ");
        assertThat(ModelCard.text(RESULT, "test")).contains("mean of 3 repetitions", "no test part").doesNotContain("tested on");
    }

    @Test
    void withoutRepetitionsThereIsNoSection() {
        assertThat(HtmlReport.of(StudyReport.of(MadeUpStudies.ordinary(), "test"))).doesNotContain("Repeated cross-validation");
    }
}
