package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.cli.CommandLineRun;

/// `help`: what `--help` says, and where the pages lie.
class HelpVerbTest {
    @ParameterizedTest
    @ValueSource(strings = {"extract", "weights check", "help", ""})
    void aVerbIsExplainedAsItExplainsItself(String verb) {
        CommandLineRun asked = CommandLineRun.typed("help " + verb, Path.of(""));
        assertThat(asked.exit()).isZero();
        assertThat(asked.out().strip()).isNotEmpty().isEqualTo(CommandLineRun.typed(verb + " --help", Path.of("")).out().strip());
        CommandLineRun json = CommandLineRun.typed("help --json " + verb, Path.of(""));
        assertThat(json.json().get("help").asString().strip()).isEqualTo(asked.out().strip());
    }

    @Test
    void aVerbThatIsNotThereIsWrongUsage() {
        CommandLineRun run = CommandLineRun.of("help", "extrakt");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no verb 'extrakt'; did you mean 'extract'?");
        assertThat(CommandLineRun.of("help", "extract", "--open").exit()).isEqualTo(2);
    }

    @Test
    void classesWithoutPagesAreRefusedWithAWayOut() {
        CommandLineRun run = CommandLineRun.of("help", "--open");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("CLI-006", "docs/README.md");
    }

    @ParameterizedTest
    @CsvSource({"lib/trabecula.jar, docs/index.html", "lib/app/trabecula.jar, share/doc/trabecula/guide/index.html"})
    void pagesLieAboveTheJar(String jar, String first, @TempDir Path program) throws IOException {
        assertThat(DocumentationPages.beside(program.resolve(jar))).isEmpty();
        Path page = program.resolve(first);
        Files.createDirectories(page.getParent());
        Files.createFile(page);
        assertThat(DocumentationPages.beside(program.resolve(jar))).contains(page);
    }
}
