package org.trabecula.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.testkit.Snippet;

/// The proof by type for the steps that stand in `study`: the network (10), cross-fitting (15), the clinical models and the
/// cut-offs (16). Code that hands them a whole cohort does not compile; the steps before have their proof in `learn`.
class NothingIsFittedToAWholeCohortTest {
    private static final String HEAD = """
            import java.util.*;
            import org.trabecula.cohort.*;
            import org.trabecula.core.*;
            import org.trabecula.extraction.network.*;
            import org.trabecula.learn.*;
            import org.trabecula.learn.model.*;
            import org.trabecula.study.fit.*;
            import org.trabecula.study.network.*;
            import org.trabecula.study.settings.*;
            import org.trabecula.table.FeatureTable;
            class Study {
                Object run(Split split, List<VertebraCase> cases, FeatureTable all, double[] outcomes, Crops crops,
                        NetworkStep network, MethodFit method, RandomStreams random, Map<SignatureKind, double[]> scores) {
                    return %s;
                }
            }
            """;
    private static final String TRAINING_SCORES =
            "split.training(all).scored(rows -> Map.of(SignatureKind.HCR, rows.column(0)))";

    @Test
    void trainingViewsOfASplitCompile() {
        assertThat(errors("network.fit(split.training(all), crops, random)")).isEmpty();
        assertThat(errors("method.fit(split.training(all), SecondOutlines.NONE, Optional.of(crops))")).isEmpty();
        assertThat(errors("ClinicalFit.fit(split.training(ClinicalColumns.of(cases)), " + TRAINING_SCORES
                        + ", SignatureKind.HCR)"))
                .isEmpty();
        assertThat(errors("ClinicalData.fit(split.training(ClinicalColumns.of(cases)))")).isEmpty();
        assertThat(errors("Cutting.youden(split.training(all).scored("
                        + "rows -> Map.of(ModelId.of(SignatureKind.HCR), rows.column(0))))"))
                .isEmpty();
    }

    @Test
    void theNetworkIsNotTunedOnAWholeCohort() {
        refused("network.fit(cases, crops, random)", "Training");
        refused("network.fit(all, crops, random)", "Training");
        refused("network.fit(split.test(), crops, random)", "Training");
        refused("network.fit(split.train(), crops, random)", "Training");
    }

    @Test
    void theMethodIsNotFittedToAWholeTable() {
        refused("method.fit(all, SecondOutlines.NONE, Optional.of(crops))", "Training");
        refused("method.fit(split.testRows(all), SecondOutlines.NONE, Optional.of(crops))", "Training");
    }

    @Test
    void clinicalModelsAreNotFittedToAWholeCohort() {
        refused("ClinicalData.fit(ClinicalColumns.of(cases))", "Training");
        refused("ClinicalFit.fit(ClinicalColumns.of(cases), " + TRAINING_SCORES + ", SignatureKind.HCR)", "Training");
        refused("ClinicalFit.fit(split.training(all), scores, SignatureKind.HCR)", "TrainingScores");
        refused("LogisticModel.fit(List.of(\"age\"), new double[][] {outcomes}, split.training(all))", "not public");
    }

    @Test
    void cutOffsAreNotChosenOnScoresOfAWholeCohort() {
        refused("Cutting.youden(Map.of(ModelId.of(SignatureKind.HCR), outcomes))", "TrainingScores");
        refused("Cutting.youden(scores)", "TrainingScores");
    }

    private static void refused(String expression, String because) {
        assertThat(errors(expression)).as(expression).isNotEmpty().allMatch(e -> e.contains(because));
    }

    private static List<String> errors(String expression) {
        return Snippet.errors("Study", HEAD.formatted(expression));
    }
}
