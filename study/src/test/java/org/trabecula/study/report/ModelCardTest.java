package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trabecula.learn.classifier.NeighbourModel;
import org.trabecula.learn.classifier.SvmModel;
import org.trabecula.study.fit.FittedSignature;
import org.trabecula.study.result.StudyResult;

class ModelCardTest {
    @Test
    void saysHowManyRowsOfTrainingCasesTheBundleHolds() {
        StudyResult result = MadeUpStudies.ordinary();
        FittedSignature hcr = result.fitted().hcr();
        int rows = switch (hcr.model()) {
            case SvmModel svm -> svm.vectors().length;
            case NeighbourModel neighbours -> neighbours.cases().length;
            default -> 0;
        };
        String expected = rows == 0
                ? "It holds no rows of training cases."
                : "hcr (" + hcr.search().classifier().words() + ") " + rows + " rows of " + hcr.model().names().size() + " z-scored features";
        assertThat(ModelCard.text(result, "test")).contains(expected);
    }

    @Test
    void saysWhichCentresItNames() {
        assertThat(ModelCard.text(MadeUpStudies.harmonised(false), "test")).contains("harmonised over the centres A, B (ComBat)", "keeps its values");
        assertThat(ModelCard.text(MadeUpStudies.ordinary(), "test")).doesNotContain("harmonised");
    }

    @Test
    void saysWhichModelsAreNotUsable() {
        StudyResult noise = MadeUpStudies.noise();
        assertThat(noise.evaluation().without()).isNotEmpty();
        assertThat(ModelCard.text(noise, "test")).contains("| no usable model: ");
    }
}
