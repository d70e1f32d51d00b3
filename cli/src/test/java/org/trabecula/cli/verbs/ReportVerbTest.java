package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import tools.jackson.databind.JsonNode;

/// A report is written again from what its run kept, or refused.
class ReportVerbTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private SmallStudy study = new SmallStudy(Path.of(""));

    @BeforeAll
    static void runOnce() throws IOException {
        assertThat(SmallStudy.in(made).run("run").exit()).isZero();
    }

    /// A copy that was typed where it lies: `trabecula study table.csv --config quick.yaml -o run`.
    @BeforeEach
    void project() throws IOException {
        SmallStudy.copy(made, folder);
        study = new SmallStudy(folder);
        Path record = folder.resolve("run/run.json");
        String text = Files.readString(record);
        String here = text.replace(made + "/", "");
        assertThat(here).isNotEqualTo(text);
        Files.writeString(record, here);
    }

    private Path run() {
        return folder.resolve("run");
    }

    private CommandLineRun report(String... more) {
        return CommandLineRun.of(Stream.concat(
                Stream.of("report", run().toString()), Stream.of(more)).toList());
    }

    /// The run was computed elsewhere: its table is found from the run's own place.
    @Test
    void theReportIsWrittenAsItWasAndNothingElse() throws IOException {
        Files.delete(run().resolve("report.html"));
        Files.writeString(run().resolve("report.pdf"), "spoilt");
        Map<String, Object> before = SmallStudy.times(run());
        CommandLineRun again = report("--json");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.json().get("report").asString()).endsWith("report.html");
        assertThat(run().resolve("report.html")).hasSameBinaryContentAs(made.resolve("run/report.html"));
        assertThat(run().resolve("report.pdf")).hasSameBinaryContentAs(made.resolve("run/report.pdf"));
        assertThat(run().resolve("report.docx")).hasSameBinaryContentAs(made.resolve("run/report.docx"));
        Map<String, Object> after = SmallStudy.times(run());
        Set<String> written = Set.of("report.html", "report.pdf", "report.docx", ".stages/finished.json");
        before.keySet().removeAll(written);
        after.keySet().removeAll(written);
        assertThat(after).as("folds are found, not fitted again").isEqualTo(before);
    }

    /// The mark of the finished study goes along.
    @Test
    void theStudyIsStillFinishedAfterwards() throws IOException {
        Files.delete(made.resolve("run/report.html"));
        assertThat(CommandLineRun.of("report", made.resolve("run").toString()).exit()).isZero();
        assertThat(new SmallStudy(made).run("run").err()).contains("finished already");
    }

    @Test
    void aTableThatChangedOrIsGoneIsNamed() throws IOException {
        String text = Files.readString(study.table());
        Files.writeString(study.table(), text + "\n");
        refused(report("--json"), "STU-013", "table.csv", "other contents");
        Path elsewhere = folder.resolve("elsewhere.csv");
        Files.writeString(elsewhere, text);
        Files.delete(study.table());
        refused(report("--json"), "STU-013", "table.csv", "no such file");
        assertThat(report("--cases", elsewhere.toString()).exit()).isZero();
    }

    @Test
    void aFoldThatIsGoneIsNamedWithTheCommandThatMakesIt() throws IOException {
        Path fold = SmallStudy.files(run().resolve(".stages/fold")).values().iterator().next();
        Files.delete(fold);
        JsonNode problem = refused(report("--json"), "STU-014", fold.getFileName().toString(), "1 finished part of 8");
        assertThat(problem.get("fix").asString()).contains("trabecula study table.csv --config quick.yaml -o run");
    }

    @Test
    void numbersThatTheKeptPartsDoNotGiveAreNotReported() throws IOException {
        Path evaluation = run().resolve("evaluation.json");
        String text = Files.readString(evaluation);
        Files.writeString(evaluation, text.replaceFirst("\"auc\" : 0", "\"auc\" : 1"));
        assertThat(evaluation).content().isNotEqualTo(text);
        byte[] before = Files.readAllBytes(run().resolve("report.html"));
        refused(report("--json"), "STU-014", "evaluation.json", "other numbers");
        assertThat(run().resolve("report.html")).hasBinaryContent(before);
    }

    /// The command says so, and its fits are kept too.
    @Test
    void anAuditIsInTheReportAgain() throws IOException {
        Path audited = folder.resolve("audited");
        String[] asked = {"study", study.table().toString(), "--config", study.config().toString(), "-o", audited.toString(), "--audit"};
        CommandLineRun run = CommandLineRun.of(Stream.concat(Stream.of(asked), Stream.of("--permutations", "2")).toList());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(audited.resolve("audit/audit.csv")).exists();
        byte[] report = Files.readAllBytes(audited.resolve("report.html"));
        Map<String, Object> fits = SmallStudy.times(audited.resolve(".stages/fold"));
        Files.delete(audited.resolve("report.html"));
        assertThat(CommandLineRun.of("report", audited.toString()).exit()).isZero();
        assertThat(audited.resolve("report.html")).hasBinaryContent(report).content().contains("Leakage audit");
        assertThat(SmallStudy.times(audited.resolve(".stages/fold"))).isEqualTo(fits);

        CommandLineRun one = CommandLineRun.of(Stream.concat(Stream.of(asked), Stream.of("--permutations", "1")).toList());
        assertThat(one.exit()).isEqualTo(2);
        assertThat(one.err()).contains("--permutations must be 2 to 1000");
        CommandLineRun leaky = CommandLineRun.of(
                "study", study.table().toString(), "--preset", "as-published", "--audit", "-o", folder.resolve("leaky").toString());
        assertThat(leaky.exit()).isEqualTo(2);
        assertThat(leaky.err()).contains("choose --preset paper");
    }

    @Test
    void settingsThatWereEditedAreNoRecord() throws IOException {
        Path record = run().resolve("run.json");
        Files.writeString(record, Files.readString(record).replace("\"crossfit\" : 2", "\"crossfit\" : 3"));
        refused(report("--json"), "STU-015", "run.json", "settings");
    }

    private static JsonNode refused(CommandLineRun run, String code, String where, String found) {
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        JsonNode problem = run.json().get("problems").get(0);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("where").asString()).contains(where);
        assertThat(problem.get("found").asString()).contains(found);
        return problem;
    }
}
