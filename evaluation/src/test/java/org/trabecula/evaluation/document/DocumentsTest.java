package org.trabecula.evaluation.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.EvaluationSettings;
import org.trabecula.evaluation.Made;
import org.trabecula.evaluation.Scores;
import org.trabecula.evaluation.TrainingArea;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each writer gives a JSON object and rows of a table from one record, so both hold the same numbers.
class DocumentsTest {
    private static final Optional<EvaluationSettings.RiskClasses> CLASSES =
            Optional.of(new EvaluationSettings.RiskClasses(new double[] {0.5}));

    @TempDir
    Path folder;

    private final Scores good = Made.scores("good", 2, true);
    private final Scores poor = Made.scores("poor", 0.5, true);
    private final Evaluation evaluation = Made.evaluation(Made.settings(20, CLASSES), good, poor);

    @Test
    void aRowOfEveryTableHoldsTheNumbersOfTheObject() throws Exception {
        JsonNode study = json(StudyDocument.of(evaluation, List.of()));
        JsonNode model = study.get("models").get(0);
        TextTable confusion = table("confusion.csv");
        JsonNode youden = model.get("cutoffs").get("youden");
        for (String key : List.of("threshold", "tp", "fp", "fn", "tn", "f1", "balanced_accuracy", "mcc", "kappa")) {
            assertThat(confusion.cell(0, key)).as(key).isEqualTo(youden.get(key).toString());
        }
        for (String key : List.of("sensitivity", "specificity", "ppv", "npv", "accuracy")) {
            assertThat(confusion.cell(0, key)).as(key).isEqualTo(youden.get(key).get("value").toString());
        }
        assertThat(confusion.cell(1, "cutoff")).isEqualTo("sensitivity_0.9");
        TextTable calibration = table("calibration.csv");
        JsonNode found = model.get("calibration");
        for (String key : List.of("intercept", "slope", "in_the_large", "brier", "brier_scaled", "nagelkerke_r2", "log_loss", "eo",
                "ici", "e50", "e90", "emax", "spiegelhalter_z", "spiegelhalter_p", "unreliability_chi2", "unreliability_p")) {
            assertThat(calibration.cell(0, key)).as(key).isEqualTo(found.get(key).toString());
        }
        assertThat(calibration.cell(0, "hosmer_lemeshow_chi2")).isEqualTo(found.get("hosmer_lemeshow").get("chi2").toString());
        assertThat(calibration.cell(0, "lowess_eavg")).isEqualTo(found.get("lowess").get("eavg").toString());
        TextTable delong = table("delong.csv");
        JsonNode test = study.get("delong").get(0);
        for (String key : List.of("difference", "se", "z", "p")) {
            assertThat(delong.cell(0, key)).isEqualTo(test.get(key).toString());
        }
        assertThat(delong.cell(0, "clustered_p")).isEqualTo(test.get("clustered").get("p").toString());
        assertThat(delong.cell(0, "clustered_ci_upper")).isEqualTo(test.get("clustered").get("ci").get(1).toString());
    }

    @Test
    void theDecisionCurveHasItsReferencesOnceAndItsBand() throws Exception {
        TextTable dca = table("dca.csv");
        JsonNode points = json(StudyDocument.of(evaluation, List.of())).get("decision_curve");
        assertThat(points.size()).isEqualTo(4 * 3); // good, all, none, poor at three thresholds
        assertThat(dca.column("model")).containsExactly(
                "good", "good", "good", "all", "all", "all", "none", "none", "none", "poor", "poor", "poor");
        for (int row = 0; row < dca.rowCount(); row++) {
            assertThat(dca.cell(row, "net_benefit")).isEqualTo(points.get(row).get("net_benefit").toString());
        }
        assertThat(points.get(0).get("interventions_avoided").isNull()).isTrue();
        assertThat(points.get(0).get("why").stringValue()).contains("0/0");
        assertThat(dca.cell(0, "interventions_avoided")).isEmpty();
        assertThat(dca.cell(1, "ci_lower")).isEqualTo(points.get(1).get("ci").get(0).toString());
        assertThat(dca.cell(3, "ci_lower")).isEmpty();
    }

    @Test
    void curvesRunFromNoneToAllAndBack() throws Exception {
        TextTable roc = table("roc.csv");
        assertThat(roc.cell(0, "threshold")).as("none called positive: no threshold").isEmpty();
        assertThat(roc.cell(0, "sensitivity")).isEqualTo("0.0");
        TextTable precision = table("precision-recall.csv");
        assertThat(precision.cell(0, "recall")).isEqualTo("1.0");
        TextTable curve = table("calibration-curve.csv");
        assertThat(curve.column("smoother")).contains("lowess", "loess");
        JsonNode points = json(StudyDocument.of(evaluation, List.of())).get("models").get(0).get("calibration").get("curve");
        assertThat(curve.cell(0, "observed")).isEqualTo(points.get(0).get(1).toString());
    }

    @Test
    void whatDoesNotExistIsNullWithAReason() {
        double[] logits = Arrays.stream(good.scores()).map(p -> Math.log(p / (1 - p))).toArray();
        Evaluation alone = Made.evaluation(
                Made.settings(0, CLASSES), Made.of("logit", false, good.outcome().zeroOne(), logits), Made.scores("poor", 1, false));
        JsonNode document = json(new TableDocument(alone, Map.of()).object());
        JsonNode model = document.get("models").get("logit");
        assertThat(model.get("auc_clustered").isNull()).isTrue();
        assertThat(model.get("why").stringValue()).contains("--group");
        assertThat(model.get("calibration").isNull()).isTrue();
        assertThat(model.get("calibration_why").stringValue()).contains("probabilities");
        JsonNode moved = document.get("delong").get(0).get("reclassification");
        assertThat(moved.get("nri").isNull()).isTrue();
        assertThat(moved.get("why").stringValue()).contains("probabilities");
        assertThat(document.get("cutoffs_chosen_on").stringValue()).isEqualTo("the same rows");
        assertThat(document.toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void theTrainingTableIsToldByModel() {
        TrainingArea there = TrainingArea.of(evaluation.rows().getFirst(), poor, evaluation.settings());
        JsonNode document = json(new TableDocument(evaluation, Map.of("good", there)).object());
        assertThat(document.get("cutoffs_chosen_on").stringValue()).isEqualTo("the training table");
        assertThat(document.get("models").get("good").get("train").get("unpaired").get("df").doubleValue()).isGreaterThan(1);
        assertThat(document.get("models").get("poor").has("train")).isFalse();
        assertThat(document.get("models").get("good").get("auc_bootstrap").get("seed").longValue()).isEqualTo(7);
        assertThat(document.get("models").get("good").get("partial_auc").get(0).get("over").stringValue()).isEqualTo("specificity");
    }

    @Test
    void namesOfTheTablesAreKnownBefore() {
        assertThat(EvaluationTables.all(evaluation)).extracting(DocumentTable::file)
                .containsExactlyElementsOf(EvaluationTables.files());
    }

    @Test
    void longCurvesAreThinnedWithBothEnds() {
        assertThat(Thinned.indices(3, 5)).containsExactly(0, 1, 2);
        int[] kept = Thinned.indices(1_000_000, Thinned.IN_TABLES);
        assertThat(kept).hasSize(Thinned.IN_TABLES).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(999_999);
    }

    private TextTable table(String file) throws Exception {
        for (DocumentTable table : EvaluationTables.all(evaluation)) {
            table.write(folder);
        }
        return DelimitedText.read(folder.resolve(file));
    }

    private static JsonNode json(Object document) {
        return JsonMapper.shared().readTree(JsonText.of(document));
    }
}
