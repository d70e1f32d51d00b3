package org.trabecula.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small tables of public reports that gave numbers which looked right, or a refusal of the wrong thing. Each lies in
/// `resources/cases/table-…` with a README, which says what happened and what is right, and an `expected.json` that a program checks.
class TablesThatWentWrongTest {
    private static final Path CASES = Reference.root().resolve("cli/src/test/resources/cases");

    @TempDir
    Path folder;

    static Stream<String> tables() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("table-")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isReadRightOrRefused(String name) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        JsonNode asked = CommandLineRun.json(folder.resolve("expected.json"));
        for (JsonNode before : asked.path("before")) {
            CommandLineRun first = CommandLineRun.of(words(before));
            assertThat(first.exit()).as(first.err()).isZero();
        }
        new ExpectedAnswer(asked, CommandLineRun.of(words(asked.get("command"))), folder).check();
    }

    /// Files of the case, and outputs, are where the test works.
    private List<String> words(JsonNode command) {
        List<String> words = new ArrayList<>();
        for (JsonNode one : command) {
            String word = one.asString();
            boolean file = word.startsWith("OUT") || Files.exists(folder.resolve(word));
            words.add(file ? folder.resolve(word).toString() : word);
        }
        return words;
    }
}
