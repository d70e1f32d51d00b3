package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.Main;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `icc` and `evaluate` end to end: the documents of the contract hold the numbers of R (psych, pROC, rms, dcurves).
class EvaluationVerbsTest {
    private static final String DATA = "stats/";

    @TempDir
    private Path folder;

    /// What a command line did.
    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static String input(String table) {
        return Reference.core(DATA + "inputs/" + table + ".csv.gz").toString();
    }

    private static JsonNode reference(String file) throws IOException {
        Path path = Reference.core(DATA + file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return JsonMapper.shared().readTree(in.readAllBytes());
        }
    }

    @Test
    void iccHoldsTheSixFormsOfPsych() throws IOException {
        Ran ran = run("icc", input("reproducibility"), "--subject", "case", "--rater", "reader,session", "--raters",
                "1/1,2/1", "--json");
        assertThat(ran.exit).isZero();
        assertThat(ran.json().get("raters").get(1).stringValue()).isEqualTo("2/1");
        JsonNode ours = ran.json().get("features");
        JsonNode psych = reference("icc/icc.json.gz").get("inter").get("f001").get("psych_aov");
        String[] forms = {"ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"};
        for (int k = 0; k < forms.length; k++) {
            JsonNode form = ours.get("f001").get(forms[k]);
            close(form.get("icc"), psych.get("icc").get(k));
            close(form.get("lower"), psych.get("lower").get(k));
            close(form.get("upper"), psych.get("upper").get(k));
            close(form.get("f"), psych.get("F").get(k));
            close(form.get("df1"), psych.get("df1").get(k));
            close(form.get("df2"), psych.get("df2").get(k));
            close(form.get("p"), psych.get("p").get(k));
        }
        assertThat(ours.size()).isEqualTo(100);
        assertThat(ours.get("f002").get("ICC(2,1)").get("icc").isNull()).isTrue();
        assertThat(ours.get("f002").get("ICC(2,1)").get("why").stringValue()).contains("differ");
    }

    @Test
    void iccRefusesTwoReadingsByOneRaterAndListsKeptFeatures() {
        Ran twice = run("icc", input("reproducibility"), "--subject", "case", "--rater", "reader", "--json");
        assertThat(twice.exit).isEqualTo(3);
        assertThat(twice.err).contains("STA-110", "line 32");
        Ran kept = run("icc", input("reproducibility"), "--subject", "case", "--rater", "reader,session", "--raters",
                "1/1,1/2", "--at-least", "0.8", "--json");
        assertThat(kept.json().get("kept").size()).isBetween(5, 50);
        Ran lower = run("icc", input("reproducibility"), "--subject", "case", "--rater", "reader,session", "--raters",
                "1/1,1/2", "--at-least", "0.8", "--by", "lower", "--json");
        assertThat(lower.json().get("kept").size()).isLessThan(kept.json().get("kept").size());
    }

    @Test
    void evaluateHoldsTheNumbersOfR() throws IOException {
        Ran ran = run("evaluate", input("pred_b"), "--outcome", "y", "--models", "p_fine,p_coarse,score_int", "--group",
                "patient", "--json");
        assertThat(ran.exit).isZero();
        JsonNode ours = ran.json();
        JsonNode roc = reference("roc/roc.json.gz").get("pred_b");
        assertThat(ours.get("n").intValue()).isEqualTo(416);
        assertThat(ours.get("positives").intValue()).isEqualTo(232);
        JsonNode model = ours.get("models").get("p_fine");
        close(model.get("auc"), roc.get("p_fine").get("auc"));
        close(model.get("auc_variance"), roc.get("p_fine").get("delong_var"));
        close(model.get("auc_ci").get(0), roc.get("p_fine").get("delong_ci95").get(0));
        close(model.get("auc_clustered").get("variance"), roc.get("p_fine").get("clustered").get("var"));
        close(model.get("auc_clustered").get("ci").get(1), roc.get("p_fine").get("clustered").get("ci95").get(1));
        JsonNode youden = model.get("cutoffs").get("youden");
        JsonNode best = roc.get("p_fine").get("best_youden");
        close(youden.get("threshold"), best.get("threshold").get(0));
        close(youden.get("sensitivity").get("value"), best.get("sensitivity").get(0));
        assertThat(youden.get("sensitivity").get("ci_exact").size()).isEqualTo(2);
        JsonNode rms = reference("calibration/calibration.json.gz").get("external").get("pred_b__p_fine");
        JsonNode calibration = model.get("calibration");
        close(calibration.get("intercept"), rms.get("exact_joint").get(0));
        close(calibration.get("slope"), rms.get("exact_joint").get(1));
        close(calibration.get("brier"), rms.get("brier"));
        close(calibration.get("brier_scaled"), rms.get("brier_scaled"));
        close(calibration.get("ici"), rms.get("ICI_loess").get("direct").get("ICI"));
        close(calibration.get("emax"), rms.get("ICI_loess").get("direct").get("Emax"));
        close(calibration.get("lowess").get("eavg"), rms.get("lowess_f_2_3_iter0").get("Eavg"));
        close(calibration.get("hosmer_lemeshow").get("chi2"), rms.get("hosmer_lemeshow").get("quantile10").get("chi2"));
        assertThat(1 / calibration.get("eo").doubleValue()).isCloseTo(rms.get("oe_ratio").doubleValue(), within(1e-12));
        JsonNode test = ours.get("delong").get(0);
        assertThat(test.get("a").stringValue() + test.get("b").stringValue()).isEqualTo("p_finep_coarse");
        JsonNode delong = roc.get("tests").get("p_fine_vs_p_coarse");
        close(test.get("z"), delong.get("Z"));
        close(test.get("p"), delong.get("p"));
        close(test.get("clustered").get("p"), delong.get("clustered").get("p"));
        assertThat(ours.get("decision_curve").size()).isEqualTo(99 * 4); // p_fine, all, none, p_coarse
        assertThat(ours.get("models").get("score_int").get("calibration").isNull()).isTrue();
        assertThat(ours.get("models").get("score_int").get("calibration_why").stringValue()).contains("probabilities");
    }

    private static void close(JsonNode ours, JsonNode reference) {
        double expected = reference.doubleValue();
        assertThat(ours.doubleValue()).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void cutOffsAreChosenOnTheTrainingTable() {
        Ran ran = run("evaluate", input("pred_a"), "--outcome", "y", "--models", "p_fine", "--train", input("pred_b"),
                "--at-sensitivity", "0.9", "--json");
        Ran train = run("evaluate", input("pred_b"), "--outcome", "y", "--models", "p_fine", "--json");
        JsonNode cutoffs = ran.json().get("models").get("p_fine").get("cutoffs");
        JsonNode youden = cutoffs.get("youden");
        assertThat(youden.get("threshold"))
                .isEqualTo(train.json().get("models").get("p_fine").get("cutoffs").get("youden").get("threshold"));
        assertThat(youden.get("tp").intValue() + youden.get("fn").intValue()).isEqualTo(62);
        assertThat(cutoffs.has("sensitivity_0.9")).isTrue();
        assertThat(ran.json().get("models").get("p_fine").get("auc_clustered").isNull()).isTrue();
        assertThat(ran.json().get("models").get("p_fine").get("why").stringValue()).contains("--group");
    }

    @Test
    void filesAndTextComeFromTheSameDocument() throws IOException {
        Ran ran = run("evaluate", input("pred_a"), "--outcome", "y", "--models", "p_fine,p_over", "--group", "patient",
                "--bootstrap", "50", "-o", folder.toString());
        assertThat(ran.exit).isZero();
        assertThat(ran.out).contains("p_fine", "AUC 0.840", "by patient");
        assertThat(folder).isDirectoryContaining("glob:**evaluation.json")
                .isDirectoryContaining("glob:**delong.csv")
                .isDirectoryContaining("glob:**calibration.csv")
                .isDirectoryContaining("glob:**dca.csv")
                .isDirectoryContaining("glob:**confusion.csv");
        JsonNode document = JsonMapper.shared().readTree(Files.readString(folder.resolve("evaluation.json")));
        assertThat(document.get("models").get("p_fine").get("auc_bootstrap").get("replicates").intValue()).isEqualTo(50);
    }

    @Test
    void tableOneHoldsTheNumbersOfR() throws IOException {
        Ran ran = run("evaluate", "--table1", input("clinical"), "--by", "outcome", "--variables", "age,bmd,sex,level",
                "--json", "-o", folder.toString());
        assertThat(ran.exit).isZero();
        JsonNode ours = ran.json().get("variables");
        JsonNode r = reference("table1/table1.json");
        JsonNode age = r.get("continuous").get("age");
        close(ours.get("age").get("groups").get("1").get("mean"), age.get("1").get("mean"));
        close(ours.get("age").get("smd"), age.get("smd_1_minus_0"));
        close(ours.get("age").get("p"), age.get("welch_p"));
        close(ours.get("level").get("smd"), r.get("categorical").get("level").get("smd"));
        close(ours.get("sex").get("p"), r.get("categorical").get("sex").get("chisq_corrected").get("p"));
        assertThat(ours.get("bmd").get("overall").get("missing").intValue()).isEqualTo(15);
        assertThat(Files.readString(folder.resolve("table1.html"))).contains("<table");
        assertThat(Files.readString(folder.resolve("table1.csv"))).contains("level, n (%)");
    }

    @Test
    void publishedFiguresThatContradictEachOtherExitWithFour() {
        Ran ran = run("evaluate", "--published", "--cases", "63", "--controls", "41", "--accuracy", "84.6%",
                "--sensitivity", "77.8%", "--specificity", "75.1%");
        assertThat(ran.exit).isEqualTo(4);
        assertThat(ran.out).contains("TP 49, FP 2, TN 39, FN 14, so specificity would be 0.9512");
        Ran json = run("evaluate", "--published", "--counts", "111,204/88,117", "--p", "0.956", "--json");
        assertThat(json.exit).isEqualTo(4);
        assertThat(json.json().get("possible").booleanValue()).isFalse();
        Ran possible = run("evaluate", "--published", "--cases", "63", "--controls", "41", "--accuracy", "0.846", "--json");
        assertThat(possible.exit).isZero();
        assertThat(possible.json().get("tables").size()).isGreaterThan(1);
    }

    @Test
    void wrongUseAndRefusedTablesSayWhatToDo() {
        assertThat(run("evaluate").exit).isEqualTo(2);
        assertThat(run("evaluate", input("pred_a"), "--outcome", "y").exit).isEqualTo(2);
        assertThat(run("evaluate", input("pred_a"), "--outcome", "y", "--models", "p_fine", "--thresholds", "0:2:1").exit)
                .isEqualTo(2);
        Ran outcome = run("evaluate", input("pred_a"), "--outcome", "patient", "--models", "p_fine");
        assertThat(outcome.exit).isEqualTo(3);
        assertThat(outcome.err).contains("STA-101");
        Ran column = run("evaluate", input("pred_a"), "--outcome", "y", "--models", "p_fin");
        assertThat(column.exit).isEqualTo(3);
        assertThat(column.err).contains("p_fine");
        assertThat(run("icc", "--help").out).contains("Exit codes", "Example");
        assertThat(run("evaluate", "--help").out).contains("Exit codes", "Examples", "84.6%");
    }
}
