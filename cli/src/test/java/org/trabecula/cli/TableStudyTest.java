package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A study of a ready table, and its model on new rows.
class TableStudyTest {
    private static final int CASES = 80;

    @TempDir
    Path folder;

    @BeforeEach
    void studyOfAReadyTable() throws IOException {
        StringBuilder table = new StringBuilder("ID,Target,signal,noise_a,noise_b,noise_c\n");
        StringBuilder fresh = new StringBuilder("ID,signal,noise_a,noise_b,noise_c\n");
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < CASES; row++) {
            int target = row % 2;
            String features = String.format(
                    Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", random.nextGaussian() + 2 * target, random.nextGaussian(),
                    random.nextGaussian(), random.nextGaussian());
            table.append("case-").append(row).append(',').append(target).append(',').append(features).append('\n');
            fresh.append("case-").append(row).append(',').append(features).append('\n');
        }
        Files.writeString(folder.resolve("table.csv"), table);
        Files.writeString(folder.resolve("new.csv"), fresh);
        Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm, knn, lightgbm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(run("study @table.csv --outcome Target --config @quick.yaml -o @run")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theReportSpeaksOfTheTablesOwnClassesAndOfNothingThatIsNotThere() throws IOException {
        String report = Files.readString(folder.resolve("run/report.html"));
        assertThat(report).contains("Target 1 or Target 0", "4 columns of a ready table", "Hand-crafted");
        assertThat(report).doesNotContain("acute", "vertebra", "href=\"#nomogram\"", "NaN");
    }

    /// The usual name of the column says nothing about what 1 means; the names of fractures do.
    @Test
    void onlyATableThatNamesAcuteAndChronicIsAboutFractures() throws IOException {
        String table = Files.readString(folder.resolve("table.csv")).replaceFirst("Target", "outcome");
        Files.writeString(folder.resolve("numbers.csv"), table);
        assertThat(run("study @numbers.csv --config @quick.yaml -o @numbers")).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("numbers/report.html")).content().contains("outcome 1 or outcome 0").doesNotContain("acute", "vertebra");
        Files.writeString(folder.resolve("names.csv"), table.replaceAll("(?m)^(case-\\d+),1,", "$1,acute,").replaceAll("(?m)^(case-\\d+),0,", "$1,chronic,"));
        assertThat(run("study @names.csv --config @quick.yaml -o @names")).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("names/report.html")).content().contains("Acute or chronic vertebral fracture");
    }

    /// Both readers' columns tell the outcome nearly as well as itself; they are told of, and never learned from.
    @Test
    void twoReadersAreComparedAndNeverLearnedFrom() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("table.csv"))) {
            int row = line.startsWith("ID") ? -1 : Integer.parseInt(line.substring("case-".length(), line.indexOf(',')));
            int target = row % 2;
            table.append(line).append(row < 0 ? ",reader_1,Reader 2" : "," + target + "," + (row % 10 == 3 ? 1 - target : target)).append('\n');
        }
        Files.writeString(folder.resolve("read.csv"), table);
        Files.writeString(folder.resolve("one.yaml"), "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        assertThat(run("study @read.csv --outcome Target --config @one.yaml -o @read")).isEqualTo(ExitCode.DONE);
        JsonNode agreement = JsonMapper.shared().readTree(Files.readString(folder.resolve("read/agreement.json")));
        assertThat(agreement.get("cases").asInt()).isEqualTo(CASES);
        assertThat(agreement.get("disagreements").asInt()).isEqualTo(8);
        assertThat(agreement.get("kappa").get("value").asDouble()).isEqualTo(0.8); // p_o = 0.9, p_e = 0.5
        assertThat(agreement.get("resolved_by_consensus").asInt()).isEqualTo(8);
        assertThat(folder.resolve("read/report.html")).content()
                .contains("Two readers agreed on the outcome of 72 of 80 cases", "Cohen&#39;s kappa 0.800", "4 columns of a ready table")
                .doesNotContain("NaN");
        assertThat(folder.resolve("run/agreement.json")).doesNotExist();
    }

    @Test
    void newRowsGetTheScoresOfTheStudy() throws IOException {
        assertThat(run("predict @run @new.csv -o @predictions.csv")).isEqualTo(ExitCode.DONE);
        TextTable predicted = DelimitedText.read(folder.resolve("predictions.csv"));
        TextTable scores = DelimitedText.read(folder.resolve("run/scores.csv"));
        int compared = 0;
        for (int row = 0; row < scores.rowCount(); row++) {
            if (scores.cell(row, "kind").equals("test") && scores.cell(row, "model").equals("hcr")) {
                int number = Integer.parseInt(scores.cell(row, "case_id").substring("case-".length()));
                assertThat(predicted.cell(number, "probability_hcr")).isEqualTo(scores.cell(row, "score"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(CASES / 5);
        assertThat(predicted.has("nomogram_points")).isFalse();
    }

    /// All that competed stand there; one of them is the signature's, and has its areas.
    @Test
    void allClassifiersStandInTheSupplementAndOneIsChosen() throws IOException {
        TextTable all = DelimitedText.read(folder.resolve("run/classifiers.csv"));
        assertThat(all.column("classifier")).containsExactly("svm", "knn", "lightgbm");
        assertThat(all.column("n")).containsOnly(Integer.toString(CASES / 5));
        assertThat(Collections.frequency(all.column("chosen"), "true")).isEqualTo(1);
        JsonNode models = JsonMapper.shared().readTree(Files.readString(folder.resolve("run/evaluation.json"))).get("models");
        Map<String, JsonNode> tested = new LinkedHashMap<>();
        models.forEach(model -> {
            if (model.get("kind").asString().equals("test")) {
                tested.put(model.get("model").asString(), model);
            }
        });
        assertThat(tested.keySet()).containsExactly("hcr", "svm-hcr", "knn-hcr", "lightgbm-hcr");
        JsonNode chosen = Objects.requireNonNull(tested.get("hcr"));
        assertThat(chosen.has("supplement")).isFalse();
        for (int row = 0; row < all.rowCount(); row++) {
            JsonNode own = Objects.requireNonNull(tested.get(all.cell(row, "classifier") + "-hcr"));
            assertThat(own.get("supplement").asBoolean()).isTrue();
            assertThat(own.get("auc").asDouble()).isEqualTo(Double.parseDouble(all.cell(row, "auc")));
            if (all.cell(row, "chosen").equals("true")) {
                assertThat(own.get("auc").asDouble()).isEqualTo(chosen.get("auc").asDouble());
            }
            assertThat(folder.resolve("run/models/" + all.cell(row, "classifier") + "-hcr.json")).exists();
        }
        TextTable importance = DelimitedText.read(folder.resolve("run/importance.csv"));
        assertThat(importance.column("part")).contains("train", "test");
        int signal = importance.column("feature").indexOf("signal");
        assertThat(importance.numbers("drop")[signal]).as("AUC lost without the signal, training").isGreaterThan(0.2);
    }

    @Test
    void aTableWithoutAFeatureOfTheStudyIsRefused() throws IOException {
        Files.writeString(folder.resolve("less.csv"), "ID,noise_a,noise_b,noise_c\nx,1,2,3\n");
        CommandLineRun run = CommandLineRun.typed("predict @run @less.csv -o @predictions.csv", folder);
        assertThat(run.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("STU-010", "signal");
    }

    /// The table has 80 rows; two of them lose their outcome.
    @Test
    void rowsWithoutOutcomeAreLeftOutAndCounted() throws IOException {
        String table = Files.readString(folder.resolve("table.csv"));
        Files.writeString(
                folder.resolve("gaps.csv"), table.replaceFirst("case-3,1,", "case-3,,").replaceFirst("case-8,0,", "case-8,NA,"));
        CommandLineRun run = CommandLineRun.typed("study @gaps.csv --outcome Target --config @quick.yaml -o @gaps", folder);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("2 cases have no outcome and are left out");
        assertThat(folder.resolve("gaps/flow.csv")).content().contains("case-3,excluded,no outcome");
    }

    @Test
    void reservedColumnsAreNoFeaturesAndSaidSo() throws IOException {
        String table = Files.readString(folder.resolve("table.csv"));
        StringBuilder more = new StringBuilder();
        table.lines().forEach(line -> more.append(line)
                .append(line.startsWith("ID") ? ",Time,Event,outcome\n" : "," + line.hashCode() % 9 + ",1,0\n"));
        Files.writeString(folder.resolve("more.csv"), more);
        CommandLineRun run = CommandLineRun.typed("study @more.csv --outcome Target --config @quick.yaml -o @more", folder);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("4 numeric columns are features", "Time, Event: no features, for their names");
        assertThat(folder.resolve("more/scores.csv")).hasSameTextualContentAs(folder.resolve("run/scores.csv"));
    }

    private int run(String line) {
        return CommandLineRun.typed(line, folder).exit();
    }
}
