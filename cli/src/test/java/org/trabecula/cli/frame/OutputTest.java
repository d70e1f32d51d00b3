package org.trabecula.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.core.InputException;

/// What is said about an output before anything is computed.
class OutputTest {
    @TempDir
    Path folder;

    private Path input = Path.of("");

    @BeforeEach
    void write() throws IOException {
        input = Files.writeString(folder.resolve("input.csv"), "the only copy");
        Files.writeString(folder.resolve("old.csv"), "old");
        Files.createSymbolicLink(folder.resolve("symbolic.csv"), input);
        Files.createLink(folder.resolve("hard.csv"), input);
        Files.createDirectories(folder.resolve("held"));
        Files.createLink(folder.resolve("held/icc.csv"), input);
        Files.createDirectories(folder.resolve("x.csv"));
    }

    private TableOutput table(String name, boolean force) {
        TableOutput output = new TableOutput("");
        output.path = name.startsWith("/") ? Path.of(name) : folder.resolve(name);
        output.force = force;
        return output;
    }

    @ParameterizedTest
    @CsvSource({
        "input.csv,     false, CLI-003", "input.csv,     true, CLI-003",
        "symbolic.csv,  true,  CLI-003", "hard.csv,      true, CLI-003",
        "held/../input.csv, true, CLI-003",
        "old.csv,       false, CLI-002",
        "x.csv,         true,  CLI-001",
        "old.csv/t.csv, false, CLI-001", "/proc/no/t.csv.gz, false, CLI-001",
        "l3.xlsx,       false, CLI-004", "new.nii,       true, CLI-004", "table, false, CLI-004",
        "old.csv,       true,  ''",      "new.tsv,       false, ''",
        "new.CSV,       false, ''",      "a/b/c.parquet, false, ''",
        "/dev/null,     false, ''",      "/dev/full,     true,  ''"
    })
    void aTableIsCheckedBeforehand(String name, boolean force, String code) {
        expect(code, () -> table(name, force).check(List.of(input)));
        assertThat(input).hasContent("the only copy");
    }

    @ParameterizedTest
    @CsvSource({"held, true, CLI-003", "old.csv, false, CLI-001", "new/one, false, ''", ".,false,''"})
    void aFolderIsCheckedForEachFileThatWillBeThere(String name, boolean force, String code) {
        FolderOutput output = new FolderOutput("");
        output.path = folder.resolve(name);
        output.force = force;
        expect(code, () -> output.check(List.of("icc.json", "icc.csv"), List.of(input)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdout", "/proc/self/fd/1"})
    void stdoutHasManyNames(String name) {
        TableOutput output = new TableOutput("");
        output.path = Path.of(name);
        assertThat(output.toStdout()).isTrue();
        assertThatCode(() -> output.check(List.of(input))).doesNotThrowAnyException();
        assertThat(new TableOutput("").toStdout()).isTrue();
    }

    @Test
    void aVerbOfManyFilesHasNoStdout() {
        FolderOutput output = new FolderOutput("");
        output.path = Path.of("-");
        assertThatThrownBy(() -> output.check(List.of(), List.of())).isInstanceOf(UsageException.class);
    }

    @Test
    void nothingIsLeftByTheChecking() throws IOException {
        table("a/b/new.csv", false).check(List.of(input));
        assertThat(folder.resolve("a")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("."))).isEmpty();
        }
    }

    private static void expect(String code, ThrowingCallable check) {
        if (code.isEmpty()) {
            assertThatCode(check).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(check)
                    .isInstanceOfSatisfying(InputException.class, refused -> assertThat(
                                    refused.problems().getFirst().code().code())
                            .isEqualTo(code));
        }
    }
}
