package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.cohort.Cohort;
import org.trabecula.cohort.ManifestFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The verb as typed: what it writes, prints and refuses.
class PhantomVerbTest {
    @TempDir
    Path folder;

    @Test
    void writesACohortThatTheManifestReaderTakes() throws IOException {
        CommandLineRun run = typed("phantom -o @made --patients 4 --spacing 3x3x3 --column 2 --outlined-again 1 --seed 5 --json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode document = JsonMapper.shared().readTree(run.out());
        Cohort cohort = ManifestFile.read(folder.resolve("made/cases.csv"), Optional.empty());
        assertThat(document.get("cases").asInt()).isEqualTo(cohort.included().size());
        assertThat(document.get("acute").asInt() + document.get("chronic").asInt()).isEqualTo(cohort.included().size());
        assertThat(document.get("synthetic").asBoolean()).isTrue();
        assertThat(document.get("written").asBoolean()).isTrue();
    }

    @Test
    void aDryRunCountsAndWritesNothing() {
        CommandLineRun run = typed("phantom -o @planned --patients 10 --dry-run");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("would write ").contains("10 synthetic patients");
        assertThat(folder.resolve("planned")).doesNotExist();
    }

    @Test
    void aSettingOutOfRangeIsRefused() {
        CommandLineRun run = typed("phantom -o @made --effect -1");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error PHA-001").contains("effect = -1.0").contains("0 … 5");
    }

    @Test
    void anOccupiedFolderIsRefused() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("made")).resolve("notes.txt"), "mine");
        CommandLineRun run = typed("phantom -o @made --patients 2");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error PHA-002").contains("1 entry");
    }

    @Test
    void aSpacingThatIsNoneIsWrongUsage() {
        for (String spacing : new String[] {"1", "1x1", "1xax1", "0x1x1"}) {
            CommandLineRun run = typed("phantom -o @made --spacing " + spacing);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("--spacing").contains("'" + spacing + "'");
        }
    }

    private CommandLineRun typed(String line) {
        return CommandLineRun.typed(line, folder);
    }
}
