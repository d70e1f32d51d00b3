package org.trabecula.figures.nomogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.glm.CoxFit;
import org.trabecula.stats.glm.CoxRegression;
import org.trabecula.stats.glm.LogisticFit;
import org.trabecula.stats.glm.LogisticRegression;
import org.trabecula.stats.glm.ModelTerms;
import org.trabecula.stats.glm.Ties;
import org.trabecula.stats.glm.Variable;
import org.trabecula.stats.nomogram.NomogramModel;

/// The picture and the page of a nomogram say what the model says.
class NomogramPagesTest {
    private static final int CASES = 200;

    @TempDir
    Path folder;

    private final Map<String, Variable> columns = new HashMap<>();
    private final double[] y = new double[CASES];
    private final double[] time = new double[CASES];

    NomogramPagesTest() {
        SplittableRandom random = new SplittableRandom(7);
        double[] age = new double[CASES];
        double[] score = new double[CASES];
        List<String> sex = new ArrayList<>();
        List<String> level = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            age[i] = Math.round(400 + 500 * random.nextDouble()) / 10.0;
            score[i] = random.nextGaussian();
            sex.add(random.nextBoolean() ? "F" : "M");
            level.add(List.of("T11", "T12", "L1", "L2", "L3 \"</script>\"").get(random.nextInt(5)));
            double eta = 0.6 * score[i] - 0.002 * (age[i] - 65) * (age[i] - 65) + (sex.get(i).equals("M") ? 0.8 : 0);
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
            time[i] = 1 + Math.floor(-300 * Math.log(random.nextDouble()) * Math.exp(-eta / 2));
        }
        columns.put("age", new Variable.Numbers("age", age));
        columns.put("score", new Variable.Numbers("score", score));
        columns.put("sex", new Variable.Labels("sex", sex));
        columns.put("level", new Variable.Labels("level", level));
    }

    private NomogramSheet logistic() {
        ModelTerms terms = ModelTerms.learn(List.of("rcs(age,4)", "sex", "level", "score"), columns);
        int[] rows = IntStream.range(0, CASES).toArray();
        LogisticFit fit = LogisticRegression.fit(terms.encode(columns, rows), y);
        NomogramModel model =
                new NomogramModel(terms, new NomogramModel.Fitted.Logistic(fit), fit.covariance(), columns, rows);
        return NomogramSheet.of("Acute fracture <test>", "Probability of acute", model, model.nomogram(), fit.covariance());
    }

    private NomogramSheet cox() {
        ModelTerms terms = ModelTerms.learn(List.of("age", "sex", "score"), columns);
        int[] rows = IntStream.range(0, CASES).toArray();
        Matrix x = terms.encode(columns, rows);
        CoxFit fit = CoxRegression.fit(x, time, y, Ties.EFRON);
        NomogramModel model = new NomogramModel(
                terms, new NomogramModel.Fitted.Cox(fit, 200), fit.covariance(), columns, rows);
        return new NomogramSheet("Survival", "Survival at 200 days", model, model.nomogram(), List.of());
    }

    /// The script of the page, run by node on every case, gives the model's probability to 1e-12.
    @Test
    void thePageCalculatesTheModelsProbability() throws IOException, InterruptedException {
        for (NomogramSheet sheet : List.of(logistic(), cox())) {
            List<String> cases = new ArrayList<>();
            for (int i = 0; i < CASES; i++) {
                List<String> values = new ArrayList<>();
                for (String name : sheet.model().terms().variables()) {
                    values.add(switch (columns.get(name)) {
                        case Variable.Numbers numbers -> Double.toString(numbers.values()[i]);
                        case Variable.Labels labels -> "'" + labels.values().get(i) + "'";
                        case null -> throw new IllegalStateException(name);
                    });
                }
                cases.add("[" + String.join(",", values) + "]");
            }
            String script = NomogramCalculator.script(sheet) + "\nfor (const v of [" + String.join(",", cases) + "]) {"
                    + " const r = calculate(v); console.log(r.probability + ' ' + r.total + ' ' + (r.limits ? r.limits[0] : 0)"
                    + " + ' ' + r.points.reduce((a, b) => a + b, 0)); }\n";
            List<String> lines = node(script);
            List<NomogramModel.Prediction> expected = sheet.model().predict(
                    sheet.nomogram(), columns, IntStream.range(0, CASES).toArray());
            assertThat(lines).hasSize(CASES);
            for (int i = 0; i < CASES; i++) {
                String[] ours = lines.get(i).split(" ");
                assertThat(Double.parseDouble(ours[0])).isCloseTo(expected.get(i).probability(), offset(1e-12));
                assertThat(Double.parseDouble(ours[1])).isCloseTo(expected.get(i).points(), offset(1e-9));
                assertThat(Double.parseDouble(ours[3])).as("sum of points").isCloseTo(expected.get(i).points(), offset(1e-9));
                if (!sheet.covariance().isEmpty()) {
                    assertThat(Double.parseDouble(ours[2])).isCloseTo(expected.get(i).limits().lower(), offset(1e-12));
                }
            }
        }
    }

    private List<String> node(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("calculate.js"), script);
        Process process;
        try {
            process = new ProcessBuilder("node", file.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "node is not installed: the page's script is not run");
            throw e;
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    @Test
    void thePageLoadsNothingAndClosesNoScriptEarly() {
        String page = NomogramCalculator.page(logistic());
        String namespace = "http://www.w3.org/2000/svg";
        assertThat(page.replace(namespace, "")).doesNotContain("http://", "https://", "src=", "@DATA@", "@TITLE@")
                .contains("Content-Security-Policy", "Acute fracture &lt;test&gt;", "L3 \\\"\\u003c/script>");
        assertThat(page.toLowerCase(Locale.ROOT).split("</script>")).hasSize(2);
    }

    @Test
    void everyAxisIsDrawnWithItsNameAndEnds() {
        String svg = NomogramFigure.draw(logistic());
        assertThat(svg).contains(">Points<", ">Total points<", ">age<", ">sex<", ">level<", ">score<", ">Probability of acute<");
        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").doesNotContain("NaN");
        assertThat(NomogramFigure.draw(logistic())).isEqualTo(svg);
    }

    @Test
    void anAxisThatTurnsBackIsCutAtItsTurns() {
        assertThat(NomogramFigure.monotoneRuns(List.of(0.0, 1.0, 2.0, 1.0, 0.5, 3.0)))
                .containsExactly(List.of(0, 1, 2), List.of(2, 3, 4), List.of(4, 5));
        assertThat(NomogramFigure.monotoneRuns(List.of(3.0, 1.0, 1.0, 0.0))).containsExactly(List.of(0, 1, 2, 3));
    }
}
