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

/// The verb as typed, on tables with glmnet's answers.
class SelectVerbTest {
    private static final Path DATA = Reference.core("stats");

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

    private static String table(String name) {
        return DATA.resolve("inputs/" + name + ".csv.gz").toString();
    }

    private static JsonNode reference(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve("glmnet/" + name + ".json.gz")))) {
            return new ObjectMapper().readTree(in.readAllBytes());
        }
    }

    @Test
    void givesGlmnetsPathAndCurve() throws IOException {
        int exit = run("select", table("small_binomial"), "--outcome", "y", "--features", "x*", "--folds", "fold5", "--id", "id",
                "--json");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode ours = document();
        JsonNode cv = reference("cv__small_binomial__binomial__deviance__fold5__alpha1__stdT__thresh1e-12");
        JsonNode path = reference("path__small_binomial__binomial__alpha1__stdT__thresh1e-20").get("path");
        assertThat(ours.get("family").stringValue()).isEqualTo("binomial");
        assertThat(ours.get("n").intValue()).isEqualTo(60);
        assertThat(ours.get("p").intValue()).isEqualTo(12);
        for (int k = 0; k < path.get("lambda").size(); k++) {
            JsonNode point = ours.get("path").get(k);
            assertThat(point.get("lambda").doubleValue()).isCloseTo(path.get("lambda").get(k).doubleValue(), offset(1e-12));
            assertThat(point.get("df").intValue()).isEqualTo(path.get("df").get(k).intValue());
            assertThat(point.get("intercept").doubleValue()).isCloseTo(path.get("a0").get(k).doubleValue(), offset(1e-8));
            JsonNode beta = path.get("beta").get(k);
            for (int j = 0; j < beta.get("j").size(); j++) {
                String name = String.format("x%02d", beta.get("j").get(j).intValue() + 1);
                assertThat(point.get("coefficients").get(name).doubleValue())
                        .isCloseTo(beta.get("v").get(j).doubleValue(), offset(1e-7));
            }
            assertThat(ours.get("cv").get("mean").get(k).doubleValue()).isCloseTo(cv.get("cvm").get(k).doubleValue(), offset(5e-6));
        }
        assertThat(ours.get("cv").get("lambda_min").doubleValue()).isCloseTo(cv.get("lambda_min").doubleValue(), offset(1e-12));
        assertThat(ours.get("cv").get("lambda_1se").doubleValue()).isCloseTo(cv.get("lambda_1se").doubleValue(), offset(1e-12));
        assertThat(ours.get("selected").get("lambda")).isEqualTo(ours.get("cv").get("lambda_min"));
        Conformance.compared("stats/glmnet", 5L * path.get("lambda").size());
    }

    @Test
    void takesWeightsOffsetFactorsAndFoldsFromFiles() throws IOException {
        StringBuilder folds = new StringBuilder("case_id,fold\n");
        StringBuilder rows = new StringBuilder();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Path.of(table("small_binomial"))))) {
            String[] lines = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n");
            rows.append(lines[0].replaceFirst("^id", "case_id")).append('\n');
            for (int i = 1; i < lines.length; i++) {
                rows.append('c').append(lines[i]).append('\n');
                folds.append('c').append(lines[i].split(",")[0]).append(',').append(lines[i].split(",")[4]).append('\n');
            }
        }
        Path features = Files.writeString(folder.resolve("f.csv"), rows);
        Path foldFile = Files.writeString(folder.resolve("folds.csv"), folds);
        Path factors = Files.writeString(folder.resolve("pf.csv"), "name,factor\nx01,0\nx02,0.5\nx04,2\nx06,3\n");
        int exit = run("select", features.toString(), "--outcome", "y", "--features", "x*", "--folds", foldFile.toString(),
                "--alpha", "0.5", "--offset", "off", "--penalty-factors", factors.toString(), "--lambda", "1se", "--json");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode cv = reference("cv__small_binomial__binomial__deviance__fold5__alpha0.5__stdT__offset_pf__thresh1e-12");
        JsonNode ours = document();
        assertThat(ours.get("selected").get("lambda").doubleValue()).isCloseTo(cv.get("lambda_1se").doubleValue(), offset(1e-9));
        assertThat(ours.get("cv").get("mean").get(10).doubleValue()).isCloseTo(cv.get("cvm").get(10).doubleValue(), offset(1e-6));
    }

    @Test
    void fitsCoxModels() {
        int exit = run("select", table("cox_noties"), "--time", "time", "--event", "status", "--features", "x*", "--folds",
                "fold10", "--id", "id", "--json");
        assertThat(exit).as(err.toString()).isZero();
        assertThat(document().get("family").stringValue()).isEqualTo("cox");
        assertThat(document().get("selected").get("intercept").isNull()).isTrue();
        assertThat(document().get("selected").get("why").stringValue()).contains("no intercept");
    }

    @Test
    void lassocvIsScikitLearns() throws IOException {
        int exit = run("select", table("gaussian"), "--outcome", "y", "--family", "gaussian", "--method", "lassocv", "--features",
                "x*", "--no-standardize", "--json");
        assertThat(exit).as(err.toString()).isZero();
        JsonNode expected;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(DATA.resolve("sklearn/lassocv__gaussian__raw.json.gz")))) {
            expected = new ObjectMapper().readTree(in.readAllBytes()).get("tol_1e-10");
        }
        assertThat(document().get("selected").get("lambda").doubleValue())
                .isCloseTo(expected.get("alpha").doubleValue(), offset(1e-12));
        assertThat(document().get("cv").get("mean").get(50).doubleValue())
                .isCloseTo(expected.get("mean_mse").get(50).doubleValue(), offset(1e-6));
    }

    @Test
    void sameSeedSameBytesForAnyThreads() {
        String[] line = {"select", table("small_binomial"), "--outcome", "y", "--features", "x*", "--id", "id", "--json", "--jobs", "1"};
        assertThat(run(line)).isZero();
        String one = out.toString();
        out.getBuffer().setLength(0);
        line[line.length - 1] = "4";
        assertThat(run(line)).isZero();
        assertThat(out).hasToString(one);
    }

    @Test
    void redundancyAloneListsWhatRepeats() throws IOException {
        Path twins = Files.writeString(folder.resolve("t.csv"), "case_id,a,b,c\n1,1,2,9\n2,2,4,1\n3,3,6,5\n4,4,8,7\n5,5,10,2\n");
        assertThat(run("select", twins.toString(), "--redundancy", "0.9", "--remove", "later-of-pair", "--json")).isZero();
        assertThat(document().get("kept").toString()).isEqualTo("[\"a\",\"c\"]");
        assertThat(document().get("removed").get(0).get("name").stringValue()).isEqualTo("b");
        assertThat(document().get("removed").get(0).get("because").stringValue()).isEqualTo("a");
    }

    @Test
    void refusesEmptyCellsByCaseAndColumn() throws IOException {
        Path holes = Files.writeString(folder.resolve("h.csv"), "case_id,y,a\nc1,0,1\nc2,1,\nc3,0,3\nc4,1,4\n");
        assertThat(run("select", holes.toString(), "--outcome", "y")).isEqualTo(3);
        assertThat(err.toString()).contains("FIT-002", "case c2, column a");
    }

    @Test
    void refusesOneClass() throws IOException {
        Path one = Files.writeString(folder.resolve("o.csv"), "case_id,y,a\nc1,1,1\nc2,1,2\nc3,1,3\nc4,0,4\n");
        assertThat(run("select", one.toString(), "--outcome", "y", "--fold-count", "2")).isEqualTo(3);
        assertThat(err.toString()).contains("FIT-005");
    }

    @Test
    void writesFilesOnceUnlessForced() {
        String[] line = {"select", table("small_binomial"), "--outcome", "y", "--features", "x*", "--id", "id", "-o", folder.toString()};
        assertThat(run(line)).as(err.toString()).isZero();
        assertThat(folder.resolve("select.json")).exists();
        assertThat(folder.resolve("coefficients.csv")).exists();
        assertThat(run(line)).isEqualTo(3);
        assertThat(err.toString()).contains("CLI-001");
    }
}
