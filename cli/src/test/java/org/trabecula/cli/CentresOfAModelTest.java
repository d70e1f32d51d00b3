package org.trabecula.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.frame.ExitCode;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// A model that harmonises centres, on new cases: of a centre that it knows, of one that it does not, of none; from a column or from a flag.
class CentresOfAModelTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void aStudyOfTwoCentres() throws IOException {
        Files.writeString(folder.resolve("table.csv"), table(1, 160, "case-%d,%d,", true));
        Files.writeString(folder.resolve("combat.yaml"),
                "classifiers: [svm]\ncrossfit: 2\nlasso: {folds: 3}\ngrid_folds: 2\nharmonise: combat\nevaluation: {bootstrap: 0, bands: 0, optimism: 0}\n");
        CommandLineRun study = run("study @table.csv --outcome outcome --each-row-a-patient --config @combat.yaml -o @run");
        assertThat(study.exit()).as(study.err()).isEqualTo(ExitCode.DONE);
        assertThat(study.err() + study.out() + Files.readString(folder.resolve("run/report.html"))).contains("ComBat over centres North (");
        Files.writeString(folder.resolve("no-column.csv"), table(2, 30, "case-%d,%d,", false));
        Files.writeString(folder.resolve("with-column.csv"), table(2, 30, "case-%d,%d,", true));
    }

    /// The second centre's scanner adds three to every feature.
    private static String table(long seed, int rows, String head, boolean centres) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder table = new StringBuilder("case_id,outcome,signal,noise_a,noise_b" + (centres ? ",centre" : "") + "\n");
        for (int row = 0; row < rows; row++) {
            int outcome = random.nextInt(2);
            boolean north = row % 2 == 0;
            double shift = north ? 0 : 3;
            table.append(String.format(Locale.ROOT, head, row, outcome)).append(String.format(
                    Locale.ROOT, "%.6f,%.6f,%.6f%s%n", random.nextGaussian() + 1.5 * outcome + shift, random.nextGaussian() + shift,
                    random.nextGaussian() + shift, centres ? north ? ",North" : ",South" : ""));
        }
        return table.toString();
    }

    @Test
    void theColumnDecides() throws IOException {
        TextTable found = predicted("predict @run @with-column.csv -o @found.csv", "found.csv");
        for (int row = 0; row < found.rowCount(); row++) {
            assertThat(found.cell(row, "warnings")).doesNotContain("centre");
        }
    }

    @Test
    void whereNoneIsNamedTheFlagDoesAndElseAWarning() throws IOException {
        TextTable without = predicted("predict @run @no-column.csv -o @without.csv", "without.csv");
        assertThat(without.cell(0, "warnings")).contains("no centre is named (harmonised: North, South)", "taken as they are");
        TextTable south = predicted("predict @run @no-column.csv --centre South -o @south.csv", "south.csv");
        TextTable column = predicted("predict @run @with-column.csv --centre North -o @column.csv", "column.csv");
        for (int row = 0; row < south.rowCount(); row++) {
            assertThat(south.cell(row, "warnings")).doesNotContain("centre");
            boolean isSouth = row % 2 == 1;
            assertThat(south.cell(row, "probability_hcr").equals(column.cell(row, "probability_hcr"))).as("row %d", row).isEqualTo(isSouth);
        }
        TextTable stranger = predicted("predict @run @no-column.csv --centre East -o @east.csv", "east.csv");
        assertThat(stranger.cell(0, "warnings")).contains("centre 'East' was not harmonised in the study");
        assertThat(stranger.cell(0, "probability_hcr")).isEqualTo(without.cell(0, "probability_hcr"));
    }

    @Test
    void validateTakesThemLikewise() {
        CommandLineRun named = run("validate @run @with-column.csv --each-row-a-patient --json");
        CommandLineRun without = run("validate @run @no-column.csv --each-row-a-patient --json");
        CommandLineRun flag = run("validate @run @no-column.csv --each-row-a-patient --centre North --json");
        assertThat(named.exit()).as(named.err()).isEqualTo(ExitCode.DONE);
        assertThat(without.err()).contains("30 cases of no named centre");
        assertThat(named.err()).doesNotContain("named centre");
        assertThat(without.out()).isNotEqualTo(named.out());
        assertThat(flag.err()).doesNotContain("named centre");
    }

    private static TextTable predicted(String command, String file) throws IOException {
        CommandLineRun run = run(command);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DONE);
        return DelimitedText.read(folder.resolve(file));
    }

    private static CommandLineRun run(String command) {
        return CommandLineRun.typed(command, folder);
    }
}
