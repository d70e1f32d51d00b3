package org.trabecula.figures.nomogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.stats.Variable;
import org.trabecula.stats.nomogram.NomogramModel;
import org.trabecula.testkit.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page's own script, run by Node.js where there is one, gives every patient the model's probability. (Without it
/// [NomogramCalculatorTest] still proves the page's numbers, with its formulas written again.)
class CalculatorScriptTest {
    private static final int CASES = 300;

    @TempDir
    private Path folder;

    static Stream<NomogramModel> models() {
        return NomogramCalculatorTest.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictsEveryPatientAsTheModel(NomogramModel model) throws IOException, InterruptedException {
        File node = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(path -> new File(path, "node"))
                .filter(File::canExecute)
                .findFirst()
                .orElse(new File("none"));
        if (!node.exists()) {
            Conformance.skipped("figures/calculator", CASES, "no Node.js on the PATH");
        }
        assumeTrue(node.exists());
        Map<String, Variable> cases = MadeUpModels.cases(78);
        JsonNode found = run(node, NomogramCalculator.html("t", model, model.nomogram(), "p", false), values(model, cases));
        List<NomogramModel.Prediction> expected =
                model.predict(model.nomogram(), cases, IntStream.range(0, CASES).toArray());
        for (int i = 0; i < CASES; i++) {
            NomogramModel.Prediction prediction = expected.get(i);
            JsonNode here = found.get(i);
            assertThat(here.get("probability").doubleValue()).isCloseTo(prediction.probability(), offset(1e-12));
            // of some hundred points, each rounded
            assertThat(here.get("total").doubleValue()).isCloseTo(prediction.points(), offset(1e-11));
            if (here.has("limits")) {
                assertThat(here.get("limits").get(0).doubleValue()).isCloseTo(prediction.limits().lower(), offset(1e-12));
                assertThat(here.get("limits").get(1).doubleValue()).isCloseTo(prediction.limits().upper(), offset(1e-12));
            }
        }
        Conformance.compared("figures/calculator", CASES);
    }

    /// One list a case: a number or a level for each term.
    private static String values(NomogramModel model, Map<String, Variable> cases) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            List<Object> row = new ArrayList<>();
            for (var term : model.terms().terms()) {
                switch (Objects.requireNonNull(cases.get(term.variable()))) {
                    case Variable.Numbers numbers -> row.add(numbers.values()[i]);
                    case Variable.Labels labels -> row.add(labels.values().get(i));
                }
            }
            rows.add(row);
        }
        return JsonMapper.shared().writeValueAsString(rows);
    }

    /// The script up to where it builds the form, on a page that holds nothing but the model.
    private JsonNode run(File node, String page, String values) throws IOException, InterruptedException {
        String model = between(page, "id=\"model\">", "</script>");
        String script = between(page, "<script>\n", "</script>");
        int form = script.indexOf("\nbuild();");
        assertThat(form).isPositive();
        Path program = folder.resolve("calculator.js");
        Files.writeString(program, """
                const text = %s;
                const element = { textContent: text, appendChild: child => child, insertBefore: child => child,
                  querySelector: () => null };
                globalThis.document = { getElementById: () => element, querySelector: () => element, createElementNS: () => element };
                (0, eval)(%s + '; globalThis.predict = predict;');
                console.log(JSON.stringify(%s.map(globalThis.predict)));
                """.formatted(quoted(model), quoted(script.substring(0, form).replace("'use strict';", "")), values));
        Process process = new ProcessBuilder(node.toString(), program.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return JsonMapper.shared().readTree(output);
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
