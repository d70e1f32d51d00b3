package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.cli.CommandLineRun;

/// Tables that `select`, `nomogram` and `icc` cannot use: what is wrong is told with file, line and column, and the same in
/// every verb.
class StatsTableTest {
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    /// The column `t` beside a sound outcome and feature; `%d` is the row's number from 0, fragments are separated by `&`.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ids               | P%d        | TAB-012 & lines 2 to 61, column t & 60 values & 'P0'
            dates             | 2021-03-1m | TAB-012 & all of them dates & days since
            dates of two days | 0m.04.2021 | TAB-012 & dates
            dates of Excel    | 3/1m/2021  | TAB-012 & dates
            thousands         | 1%d.000,5  | TAB-012 & 60 values & '10.000,5'
            """)
    void textThatIsNoGroupIsNoTerm(String what, String pattern, String fragments) throws IOException {
        StringBuilder csv = new StringBuilder("y;a;t\n");
        for (int row = 0; row < ROWS; row++) {
            String cell = pattern.replace("%d", Integer.toString(row)).replace("m", Integer.toString(row % 2 + 1));
            csv.append(row % 2).append(';').append(row * 7 % 11).append(';').append(cell).append('\n');
        }
        refused(csv, fragments, "nomogram", "--outcome", "y", "--terms", "a,t");
    }

    @Test
    void aCellThatIsNoNumberIsNamedAndMakesNoGroups() throws IOException {
        StringBuilder csv = table("y,t\n", row -> row % 2 + "," + (row == 7 ? "70 y" : row * 7 % 11));
        refused(csv, "TAB-006 & line 9, column t & '70 y' & unit", "nomogram", "--outcome", "y", "--terms", "t");
    }

    @Test
    void groupsAreStillTerms() throws IOException {
        StringBuilder csv = table("y,t\n", row -> (row % 7 < 3 ? 1 : 0) + ",centre " + row % 3);
        CommandLineRun run = CommandLineRun.of("nomogram", write(csv), "--outcome", "y", "--terms", "t");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1;2     | select   | FIT-004 & lines 2 to 61, column y & '1', '2' & --positive 2
            1;2     | nomogram | FIT-004 & lines 2 to 61, column y & '1', '2' & --positive 2
            1.0;2.0 | select   | --positive 2
            no;yes  | select   | FIT-004 & --positive yes or --positive no
            no;yes  | nomogram | --positive yes
            0;1;2   | select   | FIT-004 & line 4, column y & '2' & 0 or 1
            0;1;2   | nomogram | FIT-004 & line 4, column y & '2'
            a;b;c   | select   | 'a', 'b', 'c'
            """)
    void outcomesAreRefusedWithLineColumnAndTheFixThatFits(String cells, String verb, String fragments) throws IOException {
        String[] values = cells.split(";");
        StringBuilder csv = table("y,a\n", row -> values[row % values.length] + "," + row * 7 % 11);
        refused(csv, fragments, verb, "--outcome", "y", verb.equals("select") ? "--features" : "--terms", "a");
    }

    @ParameterizedTest(name = "{0} of 2")
    @CsvSource({"2", "2.0"})
    void positiveMayBeANumber(String positive) throws IOException {
        StringBuilder csv = table("y,a\n", row -> (row % 7 < 3 ? 1 : 2) + "," + (row * 7 % 11 + row % 7));
        CommandLineRun run = CommandLineRun.of(
                "nomogram", write(csv), "--outcome", "y", "--terms", "a", "--positive", positive);
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            -3,1  | FIT-009 & line 6, column time & '-3'
            0,1   | FIT-009 & line 6, column time & '0'
            inf,1 | FIT-009 & line 6, column time & 'inf'
            3,2   | FIT-009 & line 6, column event & '2'
            1e400,1 | TAB-006 & line 6, column time & '1e400' & 1.8e308
            """)
    void timesAndEventsAreRefusedWithTheirLine(String cells, String fragments) throws IOException {
        StringBuilder csv = table("time,event,a\n", row -> (row == 4 ? cells : row + 1 + "," + row % 2) + "," + row * 7 % 11);
        refused(csv, fragments, "nomogram", "--time", "time", "--event", "event", "--at", "20", "--terms", "a");
        refused(csv, fragments, "select", "--family", "cox", "--time", "time", "--event", "event", "--features", "a");
    }

    @Test
    void rowsWithoutOutcomeAreLeftOutByEveryVerb() throws IOException {
        StringBuilder csv = table("y,a,b\n", row -> (row % 10 == 3 ? row % 20 == 3 ? "" : "NA" : row % 7 < 3 ? "1" : "0") + ","
                + (row * 7 % 11 + row % 7) + "," + row * 5 % 13);
        String table = write(csv);
        assertThat(CommandLineRun.of("select", table, "--outcome", "y").err()).contains("6 rows without y left out");
        assertThat(CommandLineRun.of("nomogram", table, "--outcome", "y", "--terms", "a").err()).contains("6 rows");
        assertThat(CommandLineRun.of("evaluate", table, "--outcome", "y", "--models", "a").err()).contains("6 rows without");
    }

    @Test
    void readingsBeyondAllNumbersAreNamed() throws IOException {
        String head = "case,reader,f,age,outcome\n";
        StringBuilder huge = table(head, row -> row / 2 + "," + row % 2 + "," + (row == 5 ? "1e400" : row) + ",70,1");
        refused(huge, "TAB-006 & line 7, column f & '1e400' & 1.8e308", "icc", "--subject", "case", "--rater", "reader");
        StringBuilder infinite = table(head, row -> row / 2 + "," + row % 2 + "," + (row == 5 ? "inf" : row) + ",70,1");
        refused(infinite, "STA-103 & line 7, column f & 'inf'", "icc", "--subject", "case", "--rater", "reader");
    }

    @Test
    void reservedColumnsHaveNoIcc() throws IOException {
        StringBuilder csv = table("case,reader,f,Age,outcome\n", row -> row / 2 + "," + row % 2 + "," + row + ",70,1");
        CommandLineRun run = CommandLineRun.of("icc", write(csv), "--subject", "case", "--rater", "reader", "--at-least", "0.5");
        assertThat(run.out()).contains("1 of 1 feature").doesNotContain("Age");
        assertThat(run.err()).contains("Age, outcome: no features, for their names");
    }

    private static StringBuilder table(String header, java.util.function.IntFunction<String> line) {
        StringBuilder csv = new StringBuilder(header);
        for (int row = 0; row < ROWS; row++) {
            csv.append(line.apply(row)).append('\n');
        }
        return csv;
    }

    private String write(StringBuilder csv) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), csv).toString();
    }

    private void refused(StringBuilder csv, String fragments, String verb, String... flags) throws IOException {
        String[] command = new String[flags.length + 2];
        command[0] = verb;
        command[1] = write(csv);
        System.arraycopy(flags, 0, command, 2, flags.length);
        CommandLineRun run = CommandLineRun.of(command);
        assertThat(run.err()).as(Arrays.toString(command)).contains(fragments.split(" & ")).doesNotContain("\tat ");
        assertThat(run.exit()).isEqualTo(3);
    }
}
