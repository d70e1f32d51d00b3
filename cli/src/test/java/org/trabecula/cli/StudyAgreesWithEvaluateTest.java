package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A study's numbers are those that `evaluate` finds in the study's own scores, to the last bit: both come from one evaluator
/// and through one writer per result. Cut-offs apart: a study chooses them on scores that stand in no file.
class StudyAgreesWithEvaluateTest {
    private static final int PATIENTS = 60;

    @TempDir
    Path folder;

    private final Set<String> models = new LinkedHashSet<>();

    @Test
    void evaluateFindsInTheScoresWhatTheStudyFound() throws IOException {
        study();
        wide("test");
        wide("crossfit");
        CommandLineRun ran = CommandLineRun.typed(
                "evaluate @test.csv --train @crossfit.csv --outcome outcome --group patient_id --models "
                        + String.join(",", models) + " --bootstrap 2000 --seed 20 -o @evaluated --json",
                folder);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        JsonNode table = ran.json();
        JsonNode study = CommandLineRun.json(folder.resolve("run/evaluation.json"));
        assertThat(models).hasSizeGreaterThan(1);
        int compared = 0;
        for (JsonNode entry : study.get("models")) {
            if (!entry.get("kind").stringValue().equals("test")) {
                continue;
            }
            ObjectNode ofTable = (ObjectNode) table.get("models").get(entry.get("model").stringValue());
            ofTable.remove("train");
            ofTable.remove("cutoffs"); // the study's were chosen by the final models, not by those of the folds
            ofTable.properties().forEach(key -> assertThat(entry.get(key.getKey())).as(key.getKey()).isEqualTo(key.getValue()));
            assertThat(entry.get("auc_clustered").get("ci").size()).isEqualTo(2);
            assertThat(entry.get("auc_bootstrap").get("replicates").intValue()).isEqualTo(2000);
            compared++;
        }
        assertThat(compared).isEqualTo(models.size());
        assertThat(tests(study)).isEqualTo(tests(table)).hasSize(models.size() * (models.size() - 1) / 2);
        for (String file : List.of("calibration.csv", "calibration-curve.csv", "roc.csv", "delong.csv")) {
            assertThat(testRows("run/" + file)).as(file).isEqualTo(testRows("evaluated/" + file)).isNotEmpty();
        }
    }

    private void study() throws IOException {
        StringBuilder table = new StringBuilder("case_id,patient_id,outcome,age,sex,signal,noise_a,noise_b\n");
        SplittableRandom random = new SplittableRandom(11);
        for (int row = 0; row < 2 * PATIENTS; row++) {
            int outcome = row / 2 % 2;
            table.append(String.format(Locale.ROOT, "c%d,p%d,%d,%d,%s,%.6f,%.6f,%.6f%n", row, row / 2, outcome,
                    50 + random.nextInt(30) + 12 * outcome, random.nextInt(2) == 0 ? "F" : "M",
                    random.nextGaussian() + 1.5 * outcome, random.nextGaussian(), random.nextGaussian()));
        }
        Files.writeString(folder.resolve("table.csv"), table);
        Files.writeString(folder.resolve("quick.yaml"), "seed: 20\nclassifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        CommandLineRun ran = CommandLineRun.typed("study @table.csv --config @quick.yaml -o @run", folder);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    }

    /// A run's scores of one kind as `evaluate` reads them: a column a model.
    private void wide(String kind) throws IOException {
        TextTable split = DelimitedText.read(folder.resolve("run/split.csv"));
        Map<String, String> who = new LinkedHashMap<>();
        for (int row = 0; row < split.rowCount(); row++) {
            who.put(split.cell(row, "case_id"), split.cell(row, "patient_id") + "," + split.cell(row, "outcome"));
        }
        TextTable scores = DelimitedText.read(folder.resolve("run/scores.csv"));
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (int row = 0; row < scores.rowCount(); row++) {
            if (scores.cell(row, "kind").equals(kind)) {
                models.add(scores.cell(row, "model"));
                String id = scores.cell(row, "case_id");
                lines.computeIfAbsent(id, _ -> new StringBuilder(id + "," + who.get(id)))
                        .append(',').append(scores.cell(row, "score"));
            }
        }
        StringBuilder text = new StringBuilder("case_id,patient_id,outcome," + String.join(",", models) + "\n");
        lines.values().forEach(line -> text.append(line).append('\n'));
        Files.writeString(folder.resolve(kind + ".csv"), text);
    }

    /// Tests between models on test cases, without what only `evaluate` draws.
    private static List<JsonNode> tests(JsonNode document) {
        return document.get("delong").valueStream()
                .filter(test -> test.get("kind").stringValue().equals("test"))
                .map(test -> (JsonNode) ((ObjectNode) test).without(List.of("bootstrap", "mcnemar")))
                .toList();
    }

    private List<List<String>> testRows(String file) {
        TextTable table = DelimitedText.read(folder.resolve(file));
        return java.util.stream.IntStream.range(0, table.rowCount())
                .filter(row -> table.cell(row, "kind").equals("test"))
                .mapToObj(row -> table.row(row).cells())
                .toList();
    }
}
