package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// What `evaluate` says on request: numbers of pROC 1.18.0, R 4.2.2 and dcurves.
class EvaluateFlagsTest {
    private static final double ROUNDING = 1e-10;

    @TempDir
    private Path folder;

    @Test
    void partOfTheAreaIsThatOfProc() throws IOException {
        JsonNode parts = run("--models", "p_fine", "--partial-specificity", "0.9:1,0.6:0.85", "--partial-sensitivity", "0.9:1")
                .get("models").get("p_fine").get("partial_auc");
        JsonNode expected = roc().get("pred_b").get("p_fine").get("partial");
        close(parts.get(0).get("area"), expected.get("spec_1_to_0.9"));
        close(parts.get(0).get("corrected"), expected.get("spec_1_to_0.9_corrected"));
        close(parts.get(1).get("area"), expected.get("spec_0.85_to_0.6"));
        close(parts.get(1).get("corrected"), expected.get("spec_0.85_to_0.6_corrected"));
        close(parts.get(2).get("area"), expected.get("sens_1_to_0.9"));
        close(parts.get(2).get("corrected"), expected.get("sens_1_to_0.9_corrected"));
        Conformance.compared("cli/evaluate", 6);
    }

    @Test
    void mcNemarAtAThresholdIsThatOfR() throws IOException {
        JsonNode test = run("--models", "p_fine,p_coarse", "--at-threshold", "0.5").get("delong").get(0).get("mcnemar")
                .get("threshold_0.5");
        JsonNode expected = roc().get("mcnemar_p_fine_vs_p_coarse_at_half").get("pred_b");
        close(test.get("chi2"), expected.get("chi2"));
        close(test.get("p"), expected.get("p"));
        close(test.get("chi2_corrected"), expected.get("corrected_chi2"));
        close(test.get("p_corrected"), expected.get("corrected_p"));
        close(test.get("p_exact"), expected.get("exact_p"));
        Conformance.compared("cli/evaluate", 5);
    }

    @Test
    void theTrainingTableIsComparedWithoutPairing() throws IOException {
        JsonNode unpaired = run("--models", "p_fine", "--train", input("pred_a")).get("models").get("p_fine").get("train")
                .get("unpaired");
        JsonNode expected = roc().get("unpaired_pred_a_vs_pred_b_p_fine"); // a − b there, b − a here
        assertThat(unpaired.get("z").doubleValue()).isCloseTo(-expected.get("D").doubleValue(), offset(ROUNDING));
        close(unpaired.get("p"), expected.get("p"));
        assertThat(unpaired.get("df").doubleValue()).isCloseTo(expected.get("df").doubleValue(), offset(1e-9)); // of 165
        Conformance.compared("cli/evaluate", 3);
    }

    @Test
    void bootstrapIntervalsDoNotDependOnThreads() {
        JsonNode one = run("--models", "p_fine,p_coarse", "--group", "patient", "--bootstrap", "50", "--jobs", "1");
        JsonNode three = run("--models", "p_fine,p_coarse", "--group", "patient", "--bootstrap", "50", "--jobs", "3");
        assertThat(one).isEqualTo(three);
        assertThat(one.get("models").get("p_fine").get("auc_bootstrap").get("ci").size()).isEqualTo(2);
        assertThat(one.get("delong").get(0).get("bootstrap").get("replicates").intValue()).isEqualTo(50);
        assertThat(one.get("decision_curve").get(0).get("ci").size()).isEqualTo(2);
    }

    @Test
    void reclassificationComesWithItsWarning() {
        JsonNode found = run("--models", "p_fine,p_coarse", "--reclassification", "0.3,0.7").get("delong").get(0)
                .get("reclassification");
        assertThat(found.get("nri").doubleValue())
                .isCloseTo(found.get("nri_events").doubleValue() + found.get("nri_nonevents").doubleValue(), offset(1e-15));
        assertThat(found.get("warning").stringValue()).contains("Hilden");
    }

    /// dcurves at prevalence 0.2 (case–control sampling).
    @Test
    void aGivenPrevalenceMovesTheDecisionCurve() throws IOException {
        JsonNode curve = run("--models", "p_fine", "--prevalence", "0.2", "--thresholds", "0.1:0.3:0.1").get("decision_curve");
        JsonNode expected = json("dca/dca_meta.json").get("dcurves_prevalence_0.2");
        for (int k = 0; k < expected.get("threshold").size(); k++) {
            if (expected.get("variable").get(k).stringValue().equals("all")) {
                double threshold = expected.get("threshold").get(k).doubleValue();
                for (JsonNode point : curve) {
                    if (point.get("model").stringValue().equals("all") && point.get("threshold").doubleValue() == threshold) {
                        close(point.get("net_benefit"), expected.get("NB").get(k));
                        Conformance.compared("cli/evaluate", 1);
                    }
                }
            }
        }
    }

    @Test
    void writesTablesAndFiguresAndNeverOverThem() throws IOException {
        Path out = folder.resolve("out");
        String[] command = {"evaluate", input("pred_b"), "--outcome", "y", "--models", "p_fine,p_over", "-o", out.toString()};
        assertThat(CommandLineRun.of(command).exit()).isZero();
        for (String file : new String[] {
            "evaluation.json", "delong.csv", "dca.csv", "calibration.csv", "confusion.csv", "roc.csv", "precision-recall.csv",
            "roc.svg", "precision-recall.svg", "decision-curve.svg", "calibration-p_fine.svg", "confusion-p_over.svg",
            "waterfall-p_fine.svg"
        }) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("roc.svg"))).contains("p_fine").doesNotContain("NaN");
        CommandLineRun again = CommandLineRun.of(command);
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("CLI-002");
    }

    private static JsonNode run(String... flags) {
        String[] command = new String[flags.length + 5];
        command[0] = "evaluate";
        command[1] = input("pred_b");
        command[2] = "--outcome";
        command[3] = "y";
        command[4] = "--json";
        System.arraycopy(flags, 0, command, 5, flags.length);
        CommandLineRun ran = CommandLineRun.of(command);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static String input(String table) {
        return Reference.core("stats/inputs/" + table + ".csv.gz").toString();
    }

    private static JsonNode roc() throws IOException {
        return json("roc/roc.json.gz");
    }

    private static JsonNode json(String file) throws IOException {
        return CommandLineRun.json(Reference.core("stats/" + file));
    }

    private static void close(JsonNode ours, JsonNode theirs) {
        double expected = theirs.doubleValue();
        assertThat(ours.doubleValue()).isCloseTo(expected, offset(ROUNDING * Math.max(1, Math.abs(expected))));
    }
}
