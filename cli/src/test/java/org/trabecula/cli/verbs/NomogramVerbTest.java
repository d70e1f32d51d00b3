package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.stats.glm.Concordance;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// `nomogram` end to end: the document of the contract holds the numbers of rms 6.5.
class NomogramVerbTest {
    private static final String CLINICAL = Reference.core("stats/inputs/clinical.csv.gz").toString();

    @TempDir
    private Path folder;

    private static JsonNode rms(String model) throws IOException {
        return CommandLineRun.json(Reference.core("stats/nomogram/nomogram.json.gz")).get(model);
    }

    private static JsonNode run(String... args) {
        CommandLineRun ran = CommandLineRun.of(args);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void aLogisticModelIsThatOfRms() throws IOException {
        compare(run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,sex,score", "--json"), rms("lrm_linear"), 1e-10);
        compare(run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,sex,level,score", "--json"),
                rms("lrm_with_level"), 1e-10);
    }

    @Test
    void fieldsComeInOneOrder() {
        JsonNode places = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,sex", "--json").get("linear_predictor");
        assertThat(places).isNotEmpty().allSatisfy(
                place -> assertThat(place.propertyNames()).containsExactly("points", "linear_predictor"));
    }

    /// rms's own fit of the spline stops 1e-9 from the maximum (`Max Deriv` 2.7e-10).
    @Test
    void aSplineHasTheKnotsOfRms() throws IOException {
        compare(run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "rcs(age,4), sex, score", "--json"),
                rms("lrm_rcs4"), 3e-9);
    }

    /// cph stops 1e-5 from the maximum at its default `eps`; CoxConformanceTest compares with coxph to 1e-9.
    @Test
    void aCoxModelIsThatOfRms() throws IOException {
        JsonNode ours = run("nomogram", CLINICAL, "--time", "time", "--event", "status", "--at", "365", "--terms",
                "age,sex,score", "--json");
        compare(ours, rms("cph_efron"), 2e-5);
        assertThat(ours.get("model").get("intercept").isNull()).isTrue();
        assertThat(ours.get("model").get("why").stringValue()).contains("no intercept");
        compare(run("nomogram", CLINICAL, "--time", "time", "--event", "status", "--at", "365", "--terms", "age,sex,score",
                "--ties", "breslow", "--json"), rms("cph_breslow"), 2e-5);
    }

    private static void compare(JsonNode ours, JsonNode expected, double tolerance) {
        boolean cox = expected.has("center");
        JsonNode model = ours.get("model");
        int compared = 0;
        for (int j = 0; j < expected.get("coef").size(); j++) {
            String name = expected.get("coef_names").get(j).stringValue();
            JsonNode coefficient = name.equals("Intercept") ? model.get("intercept") : model.get("coefficients").get(name);
            close(coefficient, expected.get("coef").get(j), tolerance);
            assertThat(model.get("terms").get(j).stringValue()).isEqualTo(name);
            assertThat(model.get("se").get(name).doubleValue())
                    .isCloseTo(Math.sqrt(expected.get("vcov").get(j).get(j).doubleValue()), offset(tolerance));
            for (int k = 0; k < expected.get("coef").size(); k++, compared++) {
                close(model.get("vcov").get(j).get(k), expected.get("vcov").get(j).get(k), tolerance);
            }
        }
        if (!cox) {
            assertThat(binnedC(ours)).isCloseTo(expected.get("stats").get("C").doubleValue(), offset(1e-12));
            close(model.get("c_index"), expected.get("stats").get("C"), 2e-4);
        }
        JsonNode axes = expected.get("nomogram").get("axes");
        for (JsonNode axis : ours.get("axes")) {
            JsonNode drawn = axes.get(axis.get("variable").stringValue());
            assertThat(axis.get("values").size()).isEqualTo(drawn.get("tick_values").size());
            for (int k = 0; k < axis.get("points").size(); k++, compared++) {
                close(axis.get("points").get(k), drawn.get("points").get(k), 10 * tolerance);
                JsonNode tick = drawn.get("tick_values").get(k);
                if (tick.isString()) {
                    assertThat(axis.get("values").get(k)).isEqualTo(tick);
                } else {
                    close(axis.get("values").get(k), tick, 1e-14);
                }
            }
        }
        JsonNode total = axes.get("total.points").get("position_points");
        close(ours.get("total_points").get("min"), total.get(0), 0);
        close(ours.get("total_points").get("max"), total.get(total.size() - 1), 0);
        JsonNode probability = expected.get(cox ? "surv365" : "probability");
        for (int i = 0; i < probability.size(); i++, compared += 2) {
            JsonNode prediction = ours.get("predictions").get(i);
            close(prediction.get("probability"), probability.get(i), 10 * tolerance);
            close(prediction.get("points"), expected.get("total_points_of_patient").get(i), 10 * tolerance);
            if (cox) {
                close(prediction.get("ci").get(0), expected.get("surv365_lower").get(i), 10 * tolerance);
            }
        }
        Conformance.compared("cli/nomogram", compared);
    }

    /// lrm counts pairs as tied whose probabilities fall into the same of 5000 bins; ours is exact.
    private static double binnedC(JsonNode ours) {
        JsonNode predictions = ours.get("predictions");
        double[] bins = new double[predictions.size()];
        double[] outcome = new double[bins.length];
        TextTable clinical = DelimitedText.read(Path.of(CLINICAL));
        for (int i = 0; i < bins.length; i++) {
            bins[i] = Math.floor(5000 * predictions.get(i).get("probability").doubleValue());
            outcome[i] = Double.parseDouble(clinical.cell(i, "outcome"));
        }
        double[] ones = new double[bins.length];
        Arrays.fill(ones, 1);
        return Concordance.binary(outcome, bins, ones);
    }

    private static void close(JsonNode ours, JsonNode expected, double tolerance) {
        assertThat(ours.doubleValue()).isCloseTo(
                expected.doubleValue(), offset(tolerance * Math.max(1, Math.abs(expected.doubleValue()))));
    }

    @Test
    void groupsWidenTheLimitsAndAreReported() {
        JsonNode plain = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,score", "--json");
        JsonNode robust = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,score", "--group", "level", "--json");
        assertThat(plain.get("model").get("se_robust").isNull()).isTrue();
        assertThat(robust.get("model").get("se")).isEqualTo(plain.get("model").get("se"));
        assertThat(robust.get("model").get("se_robust")).isNotEqualTo(plain.get("model").get("se"));
        assertThat(robust.get("predictions").get(0).get("ci")).isNotEqualTo(plain.get("predictions").get(0).get("ci"));
    }

    @Test
    void separatedClassesAreToldAndFirthIsTheWayOut() {
        String separable = Reference.core("stats/inputs/separable.csv.gz").toString();
        List<String> args = new ArrayList<>(List.of("nomogram", separable, "--outcome", "y", "--terms", "x1,x2", "--json"));
        CommandLineRun plain = CommandLineRun.of(args);
        assertThat(plain.err()).contains("--firth");
        args.add("--firth");
        JsonNode firth = run(args.toArray(String[]::new));
        assertThat(firth.get("notes").size()).isZero();
        assertThat(firth.get("model").get("se").get("x1").isNumber()).isTrue();
    }

    @Test
    void predictsNewCasesAndSaysWhichItCannot() throws IOException {
        Path fresh = Files.writeString(folder.resolve("new.csv"), "case_id,age,sex\nA,70,F\nB,,M\n");
        JsonNode ours = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,sex", "--predict",
                fresh.toString(), "--json");
        JsonNode model = ours.get("model");
        double eta = model.get("intercept").doubleValue() + 70 * model.get("coefficients").get("age").doubleValue();
        assertThat(ours.get("predictions").get(0).get("probability").doubleValue())
                .isCloseTo(1 / (1 + Math.exp(-eta)), offset(1e-14));
        assertThat(ours.get("predictions").get(1).get("probability").isNull()).isTrue();
        assertThat(ours.get("predictions").get(1).get("why").stringValue()).contains("missing");
    }

    @Test
    void writesDrawingAndCalculator() throws IOException {
        Path out = folder.resolve("out");
        JsonNode ours = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age,sex", "-o", out.toString(), "--json");
        assertThat(CommandLineRun.json(out.resolve("nomogram.json"))).isEqualTo(ours);
        assertThat(out.resolve("nomogram.svg")).content().startsWith("<svg ").contains("Probability of outcome");
        assertThat(out.resolve("calculator.html")).content().contains("Not a medical device");
        CommandLineRun again =
                CommandLineRun.of("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "age", "-o", out.toString());
        assertThat(again.exit()).isEqualTo(3);
        assertThat(again.err()).contains("CLI-002");
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(CommandLineRun.of("nomogram", CLINICAL, "--terms", "age").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("nomogram", CLINICAL, "--time", "time", "--event", "status", "--terms", "age").exit())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "agee").err())
                .contains("FIT-014").contains("'age'");
    }
}
