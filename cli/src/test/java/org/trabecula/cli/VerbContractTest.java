package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cli.verbs.Verbs;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// One command-line contract, tried with every verb that is listed: nothing, a wrong flag, an output that exists, an unwritable
/// folder, a missing input, an input as output, each with `--json` too. A new verb joins with a line in [#LINES].
class VerbContractTest {
    /// A sound command line of a verb.
    ///
    /// @param words    `@x` is the file x of the test's folder; `%` stands for the output
    /// @param ending   of the output, when it is a file
    /// @param occupied what is there when the output exists already: the file itself (""), or a file in the folder
    /// @param input    the word of `words` whose file is read
    private record Line(String words, String ending, String occupied, String input) {}

    private static final String CT = "@c/images/PH-0001.nii.gz";
    private static final String MASK = "@c/masks/PH-0001.nii.gz";

    private static final Map<String, Line> LINES = new TreeMap<>(Map.ofEntries(
            Map.entry("demo", new Line("% --patients 2", "", "", "")),
            Map.entry("plan", new Line("--features 3 --prevalence 0.4 --auc 0.8", "", "", "")),
            Map.entry("phantom", new Line("-o % --patients 2", "", "notes.txt", "")),
            Map.entry("check", new Line("@c/cases.csv", "", "", "@c/cases.csv")),
            Map.entry("scan", new Line("@c -o %", ".csv", "", "")),
            Map.entry("convert", new Line(CT + " -o %", ".nii", "", CT)),
            Map.entry("extract", new Line(CT + " " + MASK + " -o %", ".csv", "", MASK)),
            Map.entry("features", new Line("--list", "", "", "")),
            Map.entry("crop", new Line("@c/cases.csv -o %", "", "contact-sheet.png", "@c/cases.csv")),
            Map.entry("weights check", new Line("@table.csv", "", "", "@table.csv")),
            Map.entry("weights fetch", new Line("resnet18 -o %", "", "", "")),
            Map.entry("finetune", new Line("@c/cases.csv -o %", "", "network.safetensors", "@c/cases.csv")),
            Map.entry("embed", new Line("@c/cases.csv -o %", ".csv", "", "@c/cases.csv")),
            Map.entry("gradcam", new Line("@c/cases.csv -o %", "", "montage.png", "@c/cases.csv")),
            Map.entry("icc", new Line("@long.csv --subject case --rater reader -o %", "", "icc.json", "@long.csv")),
            Map.entry("select", new Line("@table.csv --outcome y -o %", "", "select.json", "@table.csv")),
            Map.entry("evaluate", new Line("@table.csv --outcome y --models f -o %", "", "evaluation.json", "@table.csv")),
            Map.entry("nomogram", new Line("@table.csv --outcome y --terms f -o %", "", "nomogram.json", "@table.csv")),
            Map.entry("study", new Line("@c/cases.csv -o %", "", "", "@c/cases.csv")),
            Map.entry("report", new Line("@none", "", "", "@none")),
            Map.entry("verify", new Line("@none", "", "", "@none")),
            Map.entry("validate", new Line("@model.trabecula @c/cases.csv -o %", "", "validation.json", "@c/cases.csv")),
            Map.entry("help", new Line("extract", "", "", "")),
            Map.entry("serve", new Line("@none", "", "", "@none")),
            Map.entry("predict", new Line("@model.trabecula @c/cases.csv -o %", ".csv", "", "@c/cases.csv"))));

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeInput() throws IOException {
        CommandLineRun made = CommandLineRun.typed(
                "phantom -o @c --patients 2 --column 1 --outlined-again 0 --spacing 3x3x3 --quiet", folder);
        assertThat(made.exit()).as(made.err()).isZero();
        write("table.csv", "case_id,y,f\n" + lines(30, row -> "r" + row + "," + row % 2 + "," + row * 7 % 11));
        write("long.csv", "case,reader,f\n" + lines(30, row -> "s" + row / 2 + "," + row % 2 + "," + row * 7 % 11));
        write("model.trabecula", "no bundle");
        write("a-file", "in the way");
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return String.join("\n", IntStream.range(0, count).mapToObj(line).toList());
    }

    /// Every verb that help lists; a verb of verbs gives its own.
    static Stream<String> verbs() {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addAllTo(line);
        List<String> names = new ArrayList<>();
        collect(line, "", names);
        return names.stream();
    }

    private static void collect(CommandLine line, String path, List<String> names) {
        line.getSubcommands().forEach((name, verb) -> {
            if (verb.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            if (verb.getSubcommands().isEmpty()) {
                names.add(path + name);
            } else {
                collect(verb, path + name + " ", names);
            }
        });
    }

    static Stream<String> verbsThatWrite() {
        return verbs().filter(verb -> LINES.containsKey(verb) && Objects.requireNonNull(LINES.get(verb)).words().contains("%"));
    }

    static Stream<String> verbsThatMeetAnOldFile() {
        return verbsThatWrite().filter(verb -> !Objects.requireNonNull(LINES.get(verb)).ending().isEmpty() || !Objects.requireNonNull(LINES.get(verb)).occupied().isEmpty());
    }

    static Stream<String> verbsThatRead() {
        return verbs().filter(verb -> LINES.containsKey(verb) && !Objects.requireNonNull(LINES.get(verb)).input().isEmpty());
    }

    @Test
    void everyVerbHasALineHere() {
        assertThat(LINES.keySet()).containsExactlyInAnyOrderElementsOf(verbs().toList());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void helpHasAnExampleAndTheExitCodes(String verb) {
        CommandLineRun run = typed(verb + " --help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Example", "Exit", "--json");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void nothingIsTooLittle(String verb) {
        if (verb.equals("demo") || verb.equals("features") || verb.equals("serve") || verb.equals("help")) {
            return; // a demo, the list of features, a room without a model and the list of verbs need nothing
        }
        refused(verb, 2, "CLI-005", "trabecula: ");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aWrongFlagIsNamedFirst(String verb) {
        refused(verb + " --no-such-flag", 2, "CLI-005", "--no-such-flag");
        refused(verb + " --no-such-flag=7 --jobz 2", 2, "CLI-005", "--no-such-flag");
        refused(verb + " @c/cases.csv --outt x", 2, "CLI-005", "--outt");
    }

    @ParameterizedTest
    @MethodSource("verbsThatRead")
    void aMissingInputIsRefused(String verb) {
        Line line = Objects.requireNonNull(LINES.get(verb));
        CommandLineRun run = refused(
                verb + " " + line.words().replace(line.input(), "@none/none.csv").replace("%", "@missing" + line.ending()), 3, "",
                "none.csv");
        assertThat(run.err()).contains("found");
        assertThat(folder.resolve("missing" + line.ending())).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("verbsThatMeetAnOldFile")
    void anOutputThatExistsIsRefused(String verb) throws IOException {
        Line line = Objects.requireNonNull(LINES.get(verb));
        Path out = folder.resolve("old-" + verb + line.ending());
        Path old = line.occupied().isEmpty() ? out : out.resolve(line.occupied());
        Files.createDirectories(old.getParent());
        Files.writeString(old, "mine");
        refused(verb + " " + line.words().replace("%", "@old-" + verb + line.ending()), 3,
                verb.equals("phantom") ? "PHA-002" : "CLI-002", "--force");
        assertThat(old).hasContent("mine");
    }

    /// Nothing is computed for a place that takes no files.
    @ParameterizedTest
    @MethodSource("verbsThatWrite")
    void anUnwritableFolderIsRefusedAtOnce(String verb) {
        Line line = Objects.requireNonNull(LINES.get(verb));
        refused(verb + " " + line.words().replace("%", "@a-file/below" + line.ending()), 3, "", "a-file", "a file, where a folder is needed");
        refused(verb + " " + line.words().replace("%", "/proc/below" + line.ending()), 3, "", "/proc");
    }

    /// The same line with each input as output, through a link, and with `--force`.
    @ParameterizedTest
    @MethodSource("verbsThatRead")
    void anInputIsNeverTheOutput(String verb) throws IOException {
        Line line = Objects.requireNonNull(LINES.get(verb));
        if (line.ending().isEmpty()) {
            return; // its files have names of their own; OutputTest tries an input under such a name
        }
        Path input = folder.resolve(line.input().substring(1));
        Path link = folder.resolve("link-" + verb + line.ending());
        byte[] before = Files.readAllBytes(input);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, input);
        refused(verb + " " + line.words().replace("%", "@" + link.getFileName()) + " --force", 3, "CLI-003", "input");
        assertThat(input).hasBinaryContent(before);
    }

    /// With and without `--json`: one exit code, the words on stderr, and on stdout nothing or one document.
    private static CommandLineRun refused(String line, int exit, String code, String... fragments) {
        CommandLineRun run = typed(line);
        assertThat(run.exit()).as(line + "\n" + run.err()).isEqualTo(exit);
        assertThat(run.err()).as(line).contains(fragments).doesNotContain("\tat ", "Exception");
        assertThat(run.out()).as(line).isEmpty();
        CommandLineRun json = typed(line + " --json");
        assertThat(json.exit()).as(line + "\n" + json.err()).isEqualTo(exit);
        JsonNode document = json.json();
        assertThat(document.get("exit").asInt()).isEqualTo(exit);
        assertThat(document.get("problems").get(0).propertyNames()).contains("code", "where", "found", "expected", "fix");
        if (!code.isEmpty()) {
            assertThat(document.get("problems").get(0).get("code").asString()).as(line).isEqualTo(code);
        }
        return run;
    }

    private static CommandLineRun typed(String line) {
        return CommandLineRun.typed(line, folder);
    }
}
