package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

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
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The verb as typed, on a table with rms's answers.
class NomogramVerbTest {
    private static final Path DATA = Reference.core("stats-nomogram");
    private static final String CLINICAL = DATA.resolve("inputs/clinical.csv.gz").toString();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private JsonNode document() {
        return new ObjectMapper().readTree(out.toString());
    }

    private static JsonNode reference(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve("nomogram/nomogram.json.gz")))) {
            return new ObjectMapper().readTree(in.readAllBytes()).get(name);
        }
    }

    @Test
    void drawsAsRms() throws IOException {
        int exit = run("nomogram", CLINICAL, "--outcome", "outcome", "--terms", "rcs(age,4),sex,score", "--id", "id", "--json");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode rms = reference("lrm_rcs4");
        JsonNode ours = document();
        JsonNode names = rms.get("coef_names");
        assertThat(ours.get("model").get("intercept").doubleValue()).isCloseTo(rms.get("coef").get(0).doubleValue(), offset(1e-7));
        for (int j = 1; j < names.size(); j++) {
            assertThat(ours.get("model").get("coefficients").get(names.get(j).stringValue()).doubleValue())
                    .isCloseTo(rms.get("coef").get(j).doubleValue(), offset(1e-8));
            assertThat(ours.get("model").get("vcov").get(j).get(j).doubleValue())
                    .isCloseTo(rms.get("vcov").get(j).get(j).doubleValue(), offset(1e-7));
        }
        JsonNode axes = rms.get("nomogram").get("axes");
        for (JsonNode axis : ours.get("axes")) {
            JsonNode points = axes.get(axis.get("variable").stringValue()).get("points");
            for (int k = 0; k < points.size(); k++) {
                assertThat(axis.get("points").get(k).doubleValue()).isCloseTo(points.get(k).doubleValue(), offset(1e-5));
            }
        }
        JsonNode points = rms.get("total_points_of_patient");
        for (int i = 0; i < points.size(); i++) {
            assertThat(ours.get("predictions").get(i).get("points").doubleValue()).isCloseTo(points.get(i).doubleValue(), offset(1e-5));
            assertThat(ours.get("predictions").get(i).get("probability").doubleValue())
                    .isCloseTo(rms.get("probability").get(i).doubleValue(), offset(1e-8));
        }
        Conformance.compared("stats/nomogram", 2L * points.size() + 2L * names.size());
    }

    @Test
    void predictsSurvivalAtATime() throws IOException {
        int exit = run("nomogram", CLINICAL, "--time", "time", "--event", "status", "--at", "365", "--terms", "age,sex,score", "--id",
                "id", "--json");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode rms = reference("cph_efron");
        JsonNode ours = document();
        for (int i = 0; i < 300; i++) { // cph at its default stops 1e-5 before the maximum
            JsonNode one = ours.get("predictions").get(i);
            assertThat(one.get("probability").doubleValue()).isCloseTo(rms.get("surv365").get(i).doubleValue(), offset(1e-5));
            assertThat(one.get("ci").get(0).doubleValue()).isCloseTo(rms.get("surv365_lower").get(i).doubleValue(), offset(1e-5));
        }
        assertThat(ours.get("model").get("intercept").isNull()).isTrue();
    }

    @Test
    void separatedClassesAreToldAndFirthIsTheWayOut() {
        String separable = DATA.resolve("inputs/separable.csv.gz").toString();
        assertThat(run("nomogram", separable, "--outcome", "y", "--terms", "x1", "--id", "id", "--json")).isEqualTo(3);
        assertThat(err.toString()).contains("FIT-011", "--firth");
        assertThat(run("nomogram", separable, "--outcome", "y", "--terms", "x1", "--id", "id", "--firth", "--json")).isZero();
        assertThat(document().get("model").get("coefficients").get("x1").doubleValue())
                .isCloseTo(5.44747599167226, offset(1e-9)); // brglm2 and logistf
    }

    @Test
    void groupsMakeErrorsRobustAndTablesOfNewCasesArePredicted() throws IOException {
        Path fresh = Files.writeString(folder.resolve("new.csv"), "case_id,age,sex,score\na,70,F,0.5\nb,,M,1\n");
        Path table = Files.writeString(folder.resolve("t.csv"), clustered());
        int exit = run("nomogram", table.toString(), "--outcome", "y", "--positive", "acute", "--terms", "age,sex,score", "--group",
                "patient_id", "--predict", fresh.toString(), "--json", "-o", folder.resolve("n").toString(), "--validate", "5");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode ours = document();
        assertThat(ours.get("model").get("se_robust").get("age").doubleValue())
                .isNotEqualTo(ours.get("model").get("se").get("age").doubleValue());
        assertThat(ours.get("predictions")).hasSize(2);
        assertThat(ours.get("predictions").get(1).get("why").stringValue()).contains("missing");
        double p = ours.get("predictions").get(0).get("probability").doubleValue();
        assertThat(ours.get("predictions").get(0).get("ci").get(0).doubleValue()).isLessThan(p);
        assertThat(ours.get("validation").get("indexes").get("Dxy").get("corrected").isNumber()).isTrue();
        assertThat(folder.resolve("n/nomogram.svg")).exists();
        assertThat(folder.resolve("n/nomogram.html")).exists();
        assertThat(new ObjectMapper().readTree(Files.readString(folder.resolve("n/nomogram.json")))).isEqualTo(ours);
    }

    private static String clustered() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        StringBuilder rows = new StringBuilder("case_id,patient_id,age,sex,score,y\n");
        for (int i = 0; i < 120; i++) {
            double score = random.nextGaussian();
            String y = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? "acute" : "chronic";
            rows.append("c").append(i).append(",p").append(i / 2).append(',').append(50 + random.nextInt(40)).append(',')
                    .append(random.nextBoolean() ? "F" : "M").append(',').append(score).append(',').append(y).append('\n');
        }
        return rows.toString();
    }

    @Test
    void termsSplitOutsideParentheses() {
        assertThat(NomogramVerb.split("rcs(age,4), sex ,factor(level)")).containsExactly("rcs(age,4)", "sex", "factor(level)");
    }
}
