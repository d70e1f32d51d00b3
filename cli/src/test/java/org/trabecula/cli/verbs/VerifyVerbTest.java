package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import tools.jackson.databind.JsonNode;

/// A run that is repeated is the same, or the first place of each file that is not is told.
class VerifyVerbTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void runOnce() throws IOException {
        assertThat(SmallStudy.in(folder).run("run").exit()).isZero();
    }

    private static CommandLineRun verify(String run) {
        return CommandLineRun.of("verify", folder.resolve(run).toString(), "--json");
    }

    @Test
    void aRunThatWasLeftAloneIsTheSameAndStaysAsItIs() throws IOException {
        Map<String, Object> before = SmallStudy.times(folder.resolve("run"));
        CommandLineRun again = verify("run");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.json().get("different")).isEmpty();
        assertThat(again.json().get("same").valueStream().map(JsonNode::asString))
                .contains("run.json", "report.html", "report.pdf", "model.trabecula", "scores.csv", "models/svm-hcr.json");
        assertThat(SmallStudy.times(folder.resolve("run"))).isEqualTo(before);
    }

    @Test
    void whatWasEditedIsToldByItsPlace() throws IOException {
        Path run = folder.resolve("edited");
        SmallStudy.copy(folder.resolve("run"), run);
        edit(run, "scores.csv", "case-7,(\\w+),(\\w+),[^,]+,", "case-7,$1,$2,0.5,");
        edit(run, "evaluation.json", "\"positives\" : (\\d+)", "\"positives\" : 1$1");
        edit(run, "run.json", "\"synthetic\" : false", "\"synthetic\" : true");
        edit(run, "run.json", "\"java\" : \"[^\"]*\"", "\"java\" : \"24\"");
        edit(run, "run.json", "\"evaluation\" : \"[^\"]*\"", "\"evaluation\" : \"99.00\"");
        Files.delete(run.resolve("flow.csv"));
        Files.write(run.resolve("report.pdf"), new byte[] {'x'}, StandardOpenOption.APPEND);
        Files.writeString(run.resolve("my-notes.txt"), "for the meeting");

        CommandLineRun again = verify("edited");
        assertThat(again.exit()).as(again.err()).isEqualTo(4);
        Map<String, String> where = new TreeMap<>();
        again.json().get("different").forEach(
                file -> where.put(file.get("file").asString(), file.get("where").asString() + ": " + file.get("before").asString()));
        assertThat(where.keySet()).containsExactlyInAnyOrder("scores.csv", "evaluation.json", "run.json", "flow.csv", "report.pdf");
        assertThat(where.get("scores.csv")).matches("line \\d+, column score: 0\\.5");
        assertThat(where.get("evaluation.json")).startsWith("line ").contains("\"positives\" : 1");
        assertThat(where.get("run.json")).isEqualTo("synthetic: true");
        assertThat(where.get("flow.csv")).isEqualTo("the file: missing");
        assertThat(where.get("report.pdf")).startsWith("byte ").endsWith("78");
        assertThat(again.json().get("notes").get(0).asString()).as("a circumstance, no difference").contains("java");
        assertThat(again.json().get("notes")).hasSize(1);
    }

    @Test
    void nothingIsRepeatedFromATableThatChanged() throws IOException {
        Path run = folder.resolve("of-another-table");
        SmallStudy.copy(folder.resolve("run"), run);
        Path table = Files.writeString(folder.resolve("other.csv"), Files.readString(folder.resolve("table.csv")) + "\n");
        CommandLineRun refused = CommandLineRun.of("verify", run.toString(), "--cases", table.toString(), "--json");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.json().get("problems").get(0).get("code").asString()).isEqualTo("STU-013");
        assertThat(refused.err()).contains("other.csv").doesNotContain("fitting");
    }

    private static void edit(Path run, String name, String pattern, String by) throws IOException {
        Path file = run.resolve(name);
        String text = Files.readString(file);
        String edited = text.replaceFirst(pattern, by);
        assertThat(edited).as(name).isNotEqualTo(text);
        Files.writeString(file, edited);
    }
}
