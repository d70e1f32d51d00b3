package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.testkit.Conformance;
import org.trabecula.testkit.Reference;
import tools.jackson.databind.JsonNode;

/// `select` without a regression: single tests, components, harmonisation; numbers of R 4.2.2.
class SelectColumnsTest {
    @TempDir
    private Path folder;

    @Test
    void singleTestsAreThoseOfR() throws IOException {
        JsonNode expected = json("tests/tests.json.gz").get("two_sample");
        for (String test : List.of("mannwhitney", "student", "welch")) {
            JsonNode features = run("small_binomial", "--outcome", "y", "--features", "x*", "--univariate", test).get("features");
            for (int j = 1; j <= 12; j++) {
                String name = String.format(Locale.ROOT, "x%02d", j);
                JsonNode theirs = expected.get(name).get(test.equals("mannwhitney") ? "wilcox" : test);
                if (theirs != null) {
                    assertThat(features.get(name).get("p").doubleValue()).as(name + " " + test)
                            .isCloseTo(theirs.get("p").doubleValue(), offset(1e-12));
                    Conformance.compared("cli/select", 1);
                }
            }
        }
    }

    @Test
    void keepsWhatSurvivesTheAdjustment() {
        JsonNode none = run("small_binomial", "--outcome", "y", "--features", "x*", "--univariate", "welch", "--adjust", "none");
        JsonNode holm = run("small_binomial", "--outcome", "y", "--features", "x*", "--univariate", "welch", "--adjust", "holm");
        assertThat(none.get("kept").size()).isGreaterThan(holm.get("kept").size());
    }

    @Test
    void componentsAreThoseOfPrcomp() throws IOException {
        JsonNode ours = run("small_binomial", "--features", "x*", "--pca", "12");
        JsonNode expected = json("pca/small_binomial.json").get("center_scale");
        for (int k = 0; k < 12; k++) {
            close(ours.get("sdev").get(k), expected.get("sdev").get(k));
            close(ours.get("share_of_variance").get(k), expected.get("importance_proportion").get(k));
            for (int j = 0; j < 12; j++) {
                String name = String.format(Locale.ROOT, "x%02d", j + 1);
                close(ours.get("rotation").get(name).get(k), expected.get("rotation").get(j).get(k));
            }
            close(ours.get("scores").get(0).get("values").get(k), expected.get("scores").get(0).get(k));
        }
        Conformance.compared("cli/select", 12 * 15);
    }

    @Test
    void redundancyGoesByTheCorrelationAskedFor() {
        List<String> kept = new ArrayList<>();
        for (String kind : List.of("spearman", "pearson", "kendall")) {
            JsonNode found = run("radiomics_like", "--features", "x00*,x01*", "--redundancy", "0.5", "--correlation", kind);
            kept.add(found.get("kept").toString());
        }
        assertThat(kept).doesNotHaveDuplicates();
    }

    /// Two centres of which one is shifted and stretched: afterwards their means and spreads are alike, and cases that were
    /// not fitted on are moved by what the others taught.
    @Test
    void harmonisationIsFittedOnTrainingRowsOnly() throws IOException {
        StringBuilder csv = new StringBuilder("case_id,site,part,f1,f2,f3\n");
        for (int i = 0; i < 60; i++) {
            boolean b = i % 2 == 1;
            double base = Math.sin(i * 1.7) + Math.cos(i * 0.9);
            csv.append("c").append(i).append(b ? ",B" : ",A").append(i < 50 ? ",train" : ",test");
            for (int f = 1; f <= 3; f++) {
                csv.append(',').append(f * base + 0.3 * Math.sin(i * f) + (b ? 5 + 2 * base : 0));
            }
            csv.append('\n');
        }
        Path table = Files.writeString(folder.resolve("sites.csv"), csv);
        JsonNode all = runOn(table.toString(), "--combat", "site", "--combat-train", "part", "--features", "f*");
        assertThat(all.get("fitted_on").intValue()).isEqualTo(50);
        double[] mean = new double[2];
        for (int i = 0; i < 50; i++) {
            mean[i % 2] += all.get("features").get("f1").get(i).doubleValue() / 25;
        }
        assertThat(Math.abs(mean[0] - mean[1])).isLessThan(0.5);
        Files.writeString(table, csv.toString().replaceAll("(?m)^(c5[0-9],.,test,).*$", "$11,2,3"));
        JsonNode changed = runOn(table.toString(), "--combat", "site", "--combat-train", "part", "--features", "f*");
        for (int i = 0; i < 50; i++) {
            assertThat(changed.get("features").get("f2").get(i)).isEqualTo(all.get("features").get("f2").get(i));
        }
    }

    @Test
    void oneJobAtATime() {
        CommandLineRun two = CommandLineRun.of("select", input("small_binomial"), "--pca", "2", "--redundancy", "0.9");
        assertThat(two.exit()).isEqualTo(2);
        assertThat(two.err()).contains("--redundancy, --univariate, --pca and --combat");
    }

    private static JsonNode run(String table, String... flags) {
        return runOn(input(table), flags);
    }

    private static JsonNode runOn(String table, String... flags) {
        List<String> command = new ArrayList<>(List.of("select", table, "--json"));
        command.addAll(Arrays.asList(flags));
        CommandLineRun ran = CommandLineRun.of(command);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    private static String input(String table) {
        return Reference.core("stats/inputs/" + table + ".csv.gz").toString();
    }

    private static JsonNode json(String file) throws IOException {
        return CommandLineRun.json(Reference.core("stats/" + file));
    }

    private static void close(JsonNode ours, JsonNode theirs) {
        assertThat(ours.doubleValue()).isCloseTo(theirs.doubleValue(), offset(1e-10));
    }
}
