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
import java.util.function.IntUnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.study.bundle.BundleFile;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.databind.JsonNode;

/// A model of a ready table on other cohorts: its own test cases, cases of another clinic, too few cases.
///
/// Newton's method ends at the last bits, so what is refitted to updated probabilities is 1 and 0 to 1e-8.
class ValidateTest {
    private static final double OPTIMUM = 1e-8;
    private static final String HEADER = "case_id,patient,Target,signal,noise_a,noise_b\n";

    @TempDir
    static Path folder;

    @BeforeAll
    static void aStudyAndAnotherClinic() throws IOException {
        Files.writeString(folder.resolve("table.csv"), table(7, 120, 1.6, 0, row -> row % 2));
        // another clinic: fewer cases, weaker signal, another scanner
        Files.writeString(folder.resolve("other.csv"), table(8, 240, 1.1, 0.7, row -> row % 3 == 0 ? 1 : 0));
        Files.writeString(folder.resolve("quick.yaml"), "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\n");
        CommandLineRun study = run("study @table.csv --outcome Target --group patient --config @quick.yaml -o @run");
        assertThat(study.exit()).as(study.err()).isEqualTo(ExitCode.DONE);
    }

    /// Two vertebrae a patient.
    private static String table(long seed, int rows, double effect, double shift, IntUnaryOperator target) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder table = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            table.append(String.format(
                    Locale.ROOT, "case-%d,p-%d,%d,%.6f,%.6f,%.6f%n", row, row / 2, target.applyAsInt(row),
                    random.nextGaussian() + effect * target.applyAsInt(row) + shift, random.nextGaussian(), random.nextGaussian()));
        }
        return table.toString();
    }

    @Test
    void theStudysOwnTestCasesHaveTheNumbersThatTheStudyPrinted() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("table.csv"));
        TextTable split = DelimitedText.read(folder.resolve("run/split.csv"));
        List<String> test = new ArrayList<>(List.of(lines.getFirst()));
        for (int row = 0; row < split.rowCount(); row++) {
            if (split.cell(row, "part").equals("test")) {
                test.add(lines.get(1 + Integer.parseInt(split.cell(row, "case_id").substring("case-".length()))));
            }
        }
        Files.write(folder.resolve("test.csv"), test);
        CommandLineRun run = run("validate @run @test.csv --group patient -o @own");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        JsonNode here = CommandLineRun.json(folder.resolve("own/validation.json")).at("/models/hcr");
        List<JsonNode> tested = new ArrayList<>();
        for (JsonNode entry : CommandLineRun.json(folder.resolve("run/evaluation.json")).get("models")) {
            if (entry.get("kind").asString().equals("test")) {
                tested.add(entry);
            }
        }
        assertThat(tested).hasSize(1);
        JsonNode there = tested.getFirst();
        assertThat(here.propertyNames()).contains("auc", "auc_clustered", "auc_bootstrap", "cutoffs", "calibration");
        for (String key : here.propertyNames()) {
            assertThat(here.get(key)).as(key).isEqualTo(there.get(key));
        }
    }

    @Test
    void anUpdateBringsSlopeOneAndInterceptNoughtAndKeepsTheOrderAndTheCalls() throws IOException {
        JsonNode before = validated("run", "other.csv", "--update slope", "before");
        String model = "before/model-recalibrated.trabecula";
        JsonNode after = validated(model, "other.csv", "", "after");
        assertThat(before.at("/models/hcr/calibration/slope").asDouble()).isNotCloseTo(1, within(0.05));
        assertThat(after.at("/models/hcr/calibration/slope").asDouble()).isEqualTo(1, within(OPTIMUM));
        assertThat(after.at("/models/hcr/calibration/intercept").asDouble()).isEqualTo(0, within(OPTIMUM));
        assertThat(after.at("/models/hcr/auc")).isEqualTo(before.at("/models/hcr/auc"));
        for (String count : List.of("tp", "fp", "tn", "fn")) {
            JsonNode counted = before.at("/models/hcr/cutoffs/youden/" + count);
            assertThat(counted.isNumber()).as(count).isTrue();
            assertThat(after.at("/models/hcr/cutoffs/youden/" + count)).as(count).isEqualTo(counted);
        }
        assertThat(after.at("/recalibration/hcr/slope/slope").asDouble()).isEqualTo(1, within(OPTIMUM));
        assertThat(after.at("/recalibration/hcr/slope/slope_se_by_patient").asDouble()).isPositive();
        assertThat(folder.resolve("before")).isDirectoryContaining("glob:**/calibration-hcr.svg");
        assertThat(DelimitedText.read(folder.resolve("before/recalibration.csv")).rowCount()).isEqualTo(2);
    }

    @Test
    void anInterceptAloneBringsWhatIsExpectedToWhatIsSeen() throws IOException {
        JsonNode before = validated("run", "other.csv", "--update intercept", "in-the-large");
        JsonNode after = validated("in-the-large/model-recalibrated.trabecula", "other.csv", "", "in-the-large-after");
        assertThat(before.at("/models/hcr/calibration/eo").asDouble()).isGreaterThan(1.2);
        assertThat(after.at("/models/hcr/calibration/eo").asDouble()).isEqualTo(1, within(OPTIMUM));
        assertThat(after.at("/models/hcr/calibration/slope").asDouble())
                .isEqualTo(before.at("/models/hcr/calibration/slope").asDouble(), within(OPTIMUM));
    }

    @Test
    void theUpdatedBundleSaysWhereItComesFromAndPredictsWithTheUpdate() throws IOException {
        JsonNode first = validated("run", "other.csv", "--update slope", "from");
        validated("run", "other.csv", "--update slope", "again");
        Path updated = folder.resolve("from/model-recalibrated.trabecula");
        assertThat(updated).hasSameBinaryContentAs(folder.resolve("again/model-recalibrated.trabecula"));
        String sha256 = first.at("/model/sha256").asString();
        assertThat(sha256).hasSize(64);
        assertThat(entry(updated, "model-card.md")).contains("Recalibrated", sha256, "240 cases (80 events) of `other.csv`");
        assertThat(entry(updated, "recalibration.json")).contains(sha256, "other.csv").doesNotContain(folder.toString());
        assertThat(entry(updated, "model.json")).isEqualTo(entry(folder.resolve("run/model.trabecula"), "model.json"));

        double[] plain = predicted("run", "plain.csv");
        double[] moved = predicted("from/model-recalibrated.trabecula", "moved.csv");
        double a = first.at("/recalibration/hcr/slope/intercept").asDouble();
        double b = first.at("/recalibration/hcr/slope/slope").asDouble();
        for (int row = 0; row < plain.length; row++) {
            double eta = a + b * Math.log(plain[row] / (1 - plain[row]));
            assertThat(moved[row]).isEqualTo(1 / (1 + Math.exp(-eta)), within(1e-12));
        }
        validated("from/model-recalibrated.trabecula", "table.csv", "--update intercept", "twice");
        assertThat(entry(folder.resolve("twice/model-recalibrated.trabecula"), "model-card.md"))
                .contains("of `other.csv`", "of `table.csv`");
    }

    /// Sums made anew, so that only what it says can be refused.
    @Test
    void anEditedUpdateIsRefused() throws IOException {
        validated("run", "other.csv", "--update slope", "honest");
        Path honest = folder.resolve("honest/model-recalibrated.trabecula");
        String update = entry(honest, "recalibration.json");
        for (String edited : List.of(
                update.replaceFirst("\"slope\" : [0-9.]+", "\"slope\" : -1.0"), update.replace("\"hcr\"", "\"dtl\""),
                update.replace("\"events\" : 80", "\"events\" : 800"), update.replace("other.csv", "\\u001b[31m"), "null",
                "{\"updates\" : []}")) {
            assertThat(edited).isNotEqualTo(update);
            Map<String, byte[]> contents = new LinkedHashMap<>(BundleFile.read(honest));
            contents.put("recalibration.json", edited.getBytes(StandardCharsets.UTF_8));
            BundleFile.write(folder.resolve("edited.trabecula"), "test", contents);
            CommandLineRun run = run("predict @edited.trabecula @other.csv");
            assertThat(run.exit()).as(edited).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).as(edited).contains("BND-001");
        }
    }

    @Test
    void casesWithoutOutcomeAreLeftOutAndCounted() throws IOException {
        String other = Files.readString(folder.resolve("other.csv"));
        Files.writeString(folder.resolve("gaps.csv"), other.replace("case-4,p-2,0,", "case-4,p-2,,").replace("case-9,p-4,1,", "case-9,p-4,NA,"));
        CommandLineRun run = run("validate @run @gaps.csv --group patient");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("gaps.csv: 240 rows, 0 excluded, 2 without outcome, 0 failed; 120 patients");
        assertThat(run.err()).contains("2 cases have no outcome and are left out", "few cases: 79");
    }

    @Test
    void aCohortThatIsTooSmallOrSeparatedIsRefusedWhereItMatters() throws IOException {
        Files.writeString(folder.resolve("one-class.csv"), table(9, 30, 1, 0, _ -> 1));
        assertThat(run("validate @run @one-class.csv").err()).contains("VAL-001", "30 cases of the positive class and 0 of the other");
        Files.writeString(folder.resolve("tiny.csv"), table(9, 12, 1, 0, row -> row % 2));
        assertThat(run("validate @run @tiny.csv").exit()).isEqualTo(ExitCode.DONE);
        CommandLineRun tiny = run("validate @run @tiny.csv --update slope -o @tiny");
        assertThat(tiny.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(tiny.err()).contains("VAL-001", "at least 10 of each");
        Files.writeString(folder.resolve("separated.csv"), table(9, 40, 40, -20, row -> row % 2));
        CommandLineRun separated = run("validate @run @separated.csv --update slope -o @separated");
        assertThat(separated.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(separated.err()).contains("VAL-002", "separated");
        assertThat(folder.resolve("separated")).doesNotExist();
    }

    @Test
    void flagsThatDoNotFitAreTold() throws IOException {
        assertThat(run("validate @run @other.csv --update slope").err()).contains("-o DIR");
        assertThat(run("validate @run @other.csv --update anew -o @x").err()).contains("intercept, slope or refit");
        Files.writeString(folder.resolve("no-outcome.csv"), "case_id,signal,noise_a,noise_b\nx,1,2,3\n");
        CommandLineRun none = run("validate @run @no-outcome.csv");
        assertThat(none.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(none.err()).contains("outcome");
    }

    private static JsonNode validated(String model, String cohort, String flags, String out) throws IOException {
        CommandLineRun run = run("validate @" + model + " @" + cohort + " --group patient " + flags + " -o @" + out);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return CommandLineRun.json(folder.resolve(out + "/validation.json"));
    }

    private static double[] predicted(String model, String out) {
        CommandLineRun run = run("predict @" + model + " @other.csv -o @" + out);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return DelimitedText.read(folder.resolve(out)).numbers("probability_hcr");
    }

    private static String entry(Path bundle, String name) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            assertThat(entry).as(name).isNotNull();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static CommandLineRun run(String line) {
        return CommandLineRun.typed(line, folder);
    }
}
