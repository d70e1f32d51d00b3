package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.cli.Trabecula;
import picocli.CommandLine;

class VerbsTest {
    @Test
    void aVerbIsListedUnderItsOwnName() {
        for (Map.Entry<String, CommandLine> verb : whole().getSubcommands().entrySet()) {
            String annotated = verb.getValue().getCommand().getClass().getAnnotation(CommandLine.Command.class).name();
            assertThat(verb.getKey()).isEqualTo(annotated);
        }
    }

    @Test
    void onlyAVerbThatIsNamedIsRead() {
        assertThat(all("icc", "table.csv").getSubcommands()).containsOnlyKeys("icc");
        assertThat(all("--version").getSubcommands()).isEmpty();
    }

    @Test
    void allAreThereForHelpAndForAMistypedVerb() {
        assertThat(all().getSubcommands()).hasSizeGreaterThan(20);
        assertThat(all("--json", "icc").getSubcommands()).hasSameSizeAs(all().getSubcommands());
        assertThat(all("ic").getSubcommands()).hasSameSizeAs(all().getSubcommands());
        assertThat(all("--version", "ic").getSubcommands()).hasSameSizeAs(all().getSubcommands());
    }

    @Test
    void theListOfVerbsReadsAsIfTheirFlagsHadBeenRead() {
        assertThat(all("--help").getUsageMessage()).contains("evaluate").isEqualTo(whole().getUsageMessage());
    }

    private static CommandLine whole() {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addAllTo(line);
        return line;
    }

    private static CommandLine all(String... args) {
        CommandLine line = new CommandLine(new Trabecula());
        Verbs.addTo(line, args);
        return line;
    }
}
