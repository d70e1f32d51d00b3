package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// Where the statistics end: every such table is answered in words, none with a stack trace.
class StatisticsEdgeCasesTest {
    @TempDir
    private Path folder;

    @Test
    void separatedClassesAreToldWithFirthAsTheWayOut() {
        CommandLineRun ran = ok("select", input("separable"), "--outcome", "y", "--features", "x*");
        assertThat(ran.err()).contains("separate the classes", "--firth");
    }

    @Test
    void constantColumnsStayOutAndAloneGiveTheNullModel() throws IOException {
        assertThat(ok("select", input("with_constant"), "--outcome", "y", "--features", "x*").err())
                .contains("2 columns are constant and left out");
        JsonNode selected = ok("select", table(30, "3", "4"), "--outcome", "y", "--json").json().get("selected");
        assertThat(selected.get("coefficients").isEmpty()).isTrue();
        assertThat(selected.get("note").stringValue()).contains("no feature selected");
    }

    @Test
    void tiedScoresHaveAnAreaOfOneHalfAndNoCalibrationLine() throws IOException {
        JsonNode model = ok("evaluate", table(30, "0.5", "1"), "--outcome", "y", "--models", "a", "--json").json()
                .get("models").get("a");
        assertThat(model.get("auc").doubleValue()).isEqualTo(0.5);
        assertThat(model.get("auc_ci_newcombe").size()).isEqualTo(2);
        assertThat(model.get("calibration").get("slope").isNull()).isTrue();
        assertThat(model.get("calibration").get("why").stringValue()).contains("separated by the score, or all scores are equal");
    }

    @Test
    void anAreaOfOneHasACautionAndAnotherInterval() throws IOException {
        StringBuilder csv = new StringBuilder("y,p\n");
        for (int i = 0; i < 30; i++) {
            csv.append(i < 12 ? "1,0.6" : "0,0.4").append(i).append('\n');
        }
        String table = Files.writeString(folder.resolve("perfect.csv"), csv).toString();
        CommandLineRun ran = ok("evaluate", table, "--outcome", "y", "--models", "p", "--json");
        JsonNode model = ran.json().get("models").get("p");
        assertThat(ran.err()).contains("Newcombe");
        assertThat(model.get("auc_ci").get(0).doubleValue()).isEqualTo(1);
        assertThat(model.get("auc_ci_newcombe").get(0).doubleValue()).isLessThan(0.95);
        assertThat(model.get("calibration").get("slope").isNull()).isTrue();
    }

    @Test
    void namesOfClassesNeedToSayWhichIsTheCase() throws IOException {
        String table = Files.writeString(folder.resolve("names.csv"), "y,p\nmalign,0.9\nbenign,0.2\nmalign,0.4\nbenign,0.5\n")
                .toString();
        for (List<String> verb : List.of(
                List.of("evaluate", table, "--outcome", "y", "--models", "p"),
                List.of("nomogram", table, "--outcome", "y", "--terms", "p"),
                List.of("select", table, "--outcome", "y"))) {
            CommandLineRun refused = CommandLineRun.of(verb);
            assertThat(refused.exit()).as(verb.toString()).isEqualTo(3);
            assertThat(refused.err()).contains("--positive");
        }
        assertThat(ok("evaluate", table, "--outcome", "y", "--models", "p", "--positive", "malign").out()).contains("AUC 0.750");
    }

    @Test
    void oneClassAnEmptyCellAndATwiceNamedCaseAreRefused() throws IOException {
        String one = Files.writeString(folder.resolve("one.csv"), "case_id,y,p\na,1,0.9\nb,1,0.2\n").toString();
        refused("STA-102", "evaluate", one, "--outcome", "y", "--models", "p");
        refused("FIT-005", "select", one, "--outcome", "y", "--fold-count", "2");
        String hole = Files.writeString(folder.resolve("hole.csv"), "case_id,y,p\na,1,0.9\nb,0,\nc,1,0.3\nd,0,0.1\n").toString();
        refused("STA-103", "evaluate", hole, "--outcome", "y", "--models", "p");
        refused("FIT-002", "select", hole, "--outcome", "y", "--fold-count", "2");
        String twice = Files.writeString(folder.resolve("twice.csv"), "case_id,y,p\na,1,0.9\na,0,0.2\n").toString();
        refused("FIT-018", "select", twice, "--outcome", "y");
        refused("FIT-018", "nomogram", twice, "--outcome", "y", "--terms", "p");
    }

    @Test
    void foldsNeedEnoughGroupsAndWeightsASum() throws IOException {
        StringBuilder csv = new StringBuilder("y,w,g,a\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i % 2).append(",0,").append(i / 20).append(',').append(Math.sin(i)).append('\n');
        }
        String table = Files.writeString(folder.resolve("groups.csv"), csv).toString();
        refused("FIT-010", "select", table, "--outcome", "y", "--features", "a", "--group", "g");
        refused("FIT-007", "select", table, "--outcome", "y", "--features", "a", "--weights", "w");
    }

    @Test
    void subjectsWithoutAReadingAreLeftOutAndTold() throws IOException {
        String table = Files.writeString(
                        folder.resolve("readings.csv"), "s,r,f\na,1,1\na,2,2\nb,1,3\nb,2,3\nc,1,5\nc,2,6\nd,1,4\n")
                .toString();
        CommandLineRun ran = ok("icc", table, "--subject", "s", "--rater", "r", "--json");
        assertThat(ran.err()).contains("1 of 4 subjects lack a reading");
        assertThat(ran.json().get("subjects_left_out").get("f").intValue()).isEqualTo(1);
        String complete = Files.writeString(folder.resolve("complete.csv"), "s,r,f\na,1,1\na,2,2\nb,1,3\nb,2,3\nc,1,5\nc,2,6\n")
                .toString();
        assertThat(ran.json().get("features"))
                .isEqualTo(ok("icc", complete, "--subject", "s", "--rater", "r", "--json").json().get("features"));
    }

    @Test
    void termsOfDatesAndDecimalCommasAreRefused() throws IOException {
        StringBuilder csv = new StringBuilder("case_id,y,day,size,time,event\n");
        for (int i = 0; i < 40; i++) {
            csv.append(String.format("c%d,%d,2021-03-%02d,\"1,%d\",%d,%d%n", i, i % 2, 1 + i % 28, i % 9, i - 3, i % 2));
        }
        String table = Files.writeString(folder.resolve("terms.csv"), csv).toString();
        refused("TAB-012", "nomogram", table, "--outcome", "y", "--terms", "day");
        refused("TAB-006", "nomogram", table, "--outcome", "y", "--terms", "size");
        refused("FIT-009", "nomogram", table, "--time", "time", "--event", "event", "--at", "5", "--terms", "y");
        refused("FIT-009", "select", table, "--time", "time", "--event", "event", "--features", "y");
    }

    @Test
    void aNumberOfFoldsIsNoFileOfFolds() throws IOException {
        for (String[] flags : new String[][] {{"--folds", "5"}, {"--fold-count", "1"}, {"--fold-count", "0"}, {"--lambda-count", "0"}}) {
            CommandLineRun ran = CommandLineRun.of("select", table(30, "3", "4"), "--outcome", "y", flags[0], flags[1]);
            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).contains(flags[0]);
        }
    }

    @Test
    void aLambdaOrCorrelationOutOfRangeIsWrongUsage() {
        assertThat(CommandLineRun.of("select", input("small_binomial"), "--redundancy", "2").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of(
                                "select", input("small_binomial"), "--outcome", "y", "--features", "x*", "--lambda", "-1")
                        .exit())
                .isEqualTo(2);
    }

    /// Columns y, a, b: y alternates, a and b are the same everywhere.
    private String table(int rows, String a, String b) throws IOException {
        StringBuilder csv = new StringBuilder("y,a,b\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i % 2).append(',').append(a).append(',').append(b).append('\n');
        }
        return Files.writeString(folder.resolve("constant.csv"), csv).toString();
    }

    private static CommandLineRun ok(String... command) {
        CommandLineRun ran = CommandLineRun.of(command);
        assertThat(ran.exit()).as(Arrays.toString(command) + ran.err()).isZero();
        return ran;
    }

    private static void refused(String code, String... command) {
        CommandLineRun ran = CommandLineRun.of(command);
        assertThat(ran.exit()).as(Arrays.toString(command)).isEqualTo(3);
        assertThat(ran.err()).contains(code).doesNotContain("\tat ");
    }

    private static String input(String table) {
        return Reference.core("stats/inputs/" + table + ".csv.gz").toString();
    }
}
