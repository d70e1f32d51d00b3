package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.study.bundle.BundleFile;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;

/// `validate --update refit`: a nomogram's coefficients in a clinic where age tells less and sex tells more.
class RefitTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void aStudyAndAnotherClinic() throws IOException {
        Files.writeString(folder.resolve("table.csv"), table(1, 200, 0.08, 0));
        Files.writeString(folder.resolve("other.csv"), table(2, 300, 0.0, 1.6));
        Files.writeString(folder.resolve("small.csv"), table(3, 50, 0.0, 1.6));
        Files.writeString(
                folder.resolve("quick.yaml"),
                "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\nevaluation: {bootstrap: 0, bands: 0, optimism: 0}\n");
        CommandLineRun study = run("study @table.csv --outcome outcome --each-row-a-patient --config @quick.yaml -o @run");
        assertThat(study.exit()).as(study.err()).isEqualTo(ExitCode.DONE);
    }

    private static String table(long seed, int rows, double ofAge, double ofSex) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder table = new StringBuilder("case_id,outcome,age,sex,signal,noise_a,noise_b\n");
        for (int row = 0; row < rows; row++) {
            int age = 45 + random.nextInt(45);
            boolean man = random.nextBoolean();
            double signal = random.nextGaussian();
            double eta = 1.4 * signal + ofAge * (age - 67) + ofSex * (man ? 0.5 : -0.5);
            table.append(String.format(
                    Locale.ROOT, "case-%d,%d,%d,%s,%.6f,%.6f,%.6f%n", row, random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0, age,
                    man ? "M" : "F", signal, random.nextGaussian(), random.nextGaussian()));
        }
        return table.toString();
    }

    /// The coefficients are those of a logistic regression of the outcome on age, sex and the signature's logit, made here by itself.
    @Test
    void coefficientsAreThoseOfTheNewCohort() throws IOException {
        JsonNode before = validated("run", "other.csv", "", "plain");
        JsonNode refit = validated("run", "other.csv", "--update refit", "anew");
        TextTable scores = DelimitedText.read(folder.resolve("plain/scores.csv"));
        TextTable other = DelimitedText.read(folder.resolve("other.csv"));
        List<Double> logit = new ArrayList<>();
        for (int row = 0; row < scores.rowCount(); row++) {
            if (scores.cell(row, "model").equals("hcr")) {
                double p = Double.parseDouble(scores.cell(row, "score"));
                logit.add(Math.log(p / (1 - p)));
            }
        }
        double[] men = other.column("sex").stream().mapToDouble(cell -> cell.equals("M") ? 1 : 0).toArray();
        double[] y = other.numbers("outcome");
        LogisticFit fit = LogisticRegression.fit(
                Matrix.ofColumns(other.numbers("age"), men, logit.stream().mapToDouble(value -> value).toArray()), y);
        JsonNode nomogram = refit.at("/refit/models/nomogram");
        assertThat(nomogram.at("/note").asString()).as("three hundred cases are enough for maximum likelihood").isEmpty();
        // both end at the last bits of Newton's method; the logit here went through p, which costs some of them
        assertThat(nomogram.at("/intercept").asDouble()).isCloseTo(fit.intercept(), within(1e-8));
        assertThat(nomogram.at("/coefficients/age").asDouble()).isCloseTo(fit.coefficients()[1], within(1e-8));
        assertThat(nomogram.at("/coefficients/sex").asDouble()).isCloseTo(fit.coefficients()[2], within(1e-8));
        assertThat(nomogram.at("/coefficients/hcr").asDouble()).isCloseTo(fit.coefficients()[3], within(1e-8));
        assertThat(fit.coefficients()[2]).as("1.6 in the clinic, none in the study").isGreaterThan(0.8);
        // what it does in patients whom it has not met: better than the study's nomogram, less than in-sample
        double crossFitted = refit.at("/refit/cross_fitted/models/nomogram/auc").asDouble();
        JsonNode inSample = validated("anew/model-recalibrated.trabecula", "other.csv", "", "in-sample");
        assertThat(crossFitted).isGreaterThan(before.at("/models/nomogram/auc").asDouble() + 0.02)
                .isLessThan(inSample.at("/models/nomogram/auc").asDouble());
        assertThat(refit.at("/refit/cross_fitted/models/nomogram/calibration/slope").asDouble()).isBetween(0.7, 1.1);
        assertThat(inSample.at("/models/nomogram/calibration/slope").asDouble()).as("in-sample, by construction").isCloseTo(1, within(1e-8));
        assertThat(refit.at("/models/nomogram/auc")).as("the validation is of the model as it came").isEqualTo(before.at("/models/nomogram/auc"));
        assertThat(DelimitedText.read(folder.resolve("anew/refit.csv")).column("model")).contains("nomogram", "hcr");
    }

    @Test
    void theUpdatedModelPredictsAndCanBeUpdatedAgain() throws IOException {
        validated("run", "other.csv", "--update refit", "first");
        Path updated = folder.resolve("first/model-recalibrated.trabecula");
        assertThat(card(updated)).contains("## Refitted", "300 cases", "of `other.csv`", "| nomogram | sex |");
        TextTable plain = predicted("run", "p0.csv");
        TextTable moved = predicted("first/model-recalibrated.trabecula", "p1.csv");
        assertThat(moved.numbers("probability_nomogram")).isNotEqualTo(plain.numbers("probability_nomogram"));
        assertThat(moved.numbers("nomogram_points")).isNotEqualTo(plain.numbers("nomogram_points"));
        // points and probability of one nomogram rise together
        double[] points = moved.numbers("nomogram_points");
        double[] p = moved.numbers("probability_nomogram");
        for (int row = 1; row < p.length; row++) {
            assertThat(Math.signum(points[row] - points[0])).isEqualTo(Math.signum(p[row] - p[0]));
        }
        validated("first/model-recalibrated.trabecula", "table.csv", "--update intercept", "second");
        TextTable again = predicted("second/model-recalibrated.trabecula", "p2.csv");
        double[] after = again.numbers("probability_nomogram");
        double shift = Math.log(after[0] / (1 - after[0])) - Math.log(p[0] / (1 - p[0]));
        for (int row = 0; row < p.length; row++) {
            assertThat(Math.log(after[row] / (1 - after[row])) - Math.log(p[row] / (1 - p[row]))).isCloseTo(shift, within(1e-9));
        }
        assertThat(card(folder.resolve("second/model-recalibrated.trabecula"))).contains("## Refitted", "## Recalibrated");
        validated("second/model-recalibrated.trabecula", "other.csv", "--update refit", "third");
        assertThat(predicted("third/model-recalibrated.trabecula", "p3.csv").numbers("probability_nomogram"))
                .as("a refit takes the place of what was done before").containsExactly(p);
    }

    @Test
    void tooFewCasesAreRefusedWithNumbers() {
        CommandLineRun run = run("validate @run @small.csv --each-row-a-patient --update refit -o @small");
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("VAL-001", "at least 30 of each");
        assertThat(folder.resolve("small")).doesNotExist();
        CommandLineRun line = run("validate @run @small.csv --each-row-a-patient --update slope -o @small-slope");
        assertThat(line.exit()).as(line.err()).isEqualTo(ExitCode.DONE);
    }

    /// Sums made anew, so that only what it says can be refused.
    @Test
    void anEditedRefitIsRefused() throws IOException {
        validated("run", "other.csv", "--update refit", "honest");
        Path honest = folder.resolve("honest/model-recalibrated.trabecula");
        Map<String, byte[]> contents = BundleFile.read(honest);
        String update = new String(contents.get("recalibration.json"), StandardCharsets.UTF_8);
        for (String edited : List.of(
                update.replaceFirst("\"age\", \"sex\"", "\"sex\", \"age\""), update.replaceFirst("\"intercept\" : -?[0-9.E-]+", "\"intercept\" : \"NaN\""),
                update.replace("\"kind\" : \"refit\"", "\"kind\" : \"slope\""), update.replaceFirst("\"threshold\" : [0-9.E-]+", "\"threshold\" : 1e999"),
                update.replaceFirst("\"model\" : \\{", "\"model\" : null, \"was\" : {"), update.replace("\"pointsPerUnit\" : ", "\"pointsPerUnit\" : -"))) {
            assertThat(edited).isNotEqualTo(update);
            Map<String, byte[]> changed = new LinkedHashMap<>(contents);
            changed.put("recalibration.json", edited.getBytes(StandardCharsets.UTF_8));
            BundleFile.write(folder.resolve("edited.trabecula"), "test", changed);
            CommandLineRun run = run("predict @edited.trabecula @other.csv");
            assertThat(run.exit()).as(edited).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).as(edited).contains("BND-001");
        }
    }

    private static JsonNode validated(String model, String cohort, String flags, String out) throws IOException {
        CommandLineRun run = run("validate @" + model + " @" + cohort + " --each-row-a-patient " + flags + " -o @" + out);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return CommandLineRun.json(folder.resolve(out + "/validation.json"));
    }

    private static TextTable predicted(String model, String out) throws IOException {
        CommandLineRun run = run("predict @" + model + " @other.csv -o @" + out);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return DelimitedText.read(folder.resolve(out));
    }

    private static String card(Path bundle) {
        return new String(BundleFile.read(bundle).get("model-card.md"), StandardCharsets.UTF_8);
    }

    private static CommandLineRun run(String line) {
        return CommandLineRun.typed(line, folder);
    }
}
