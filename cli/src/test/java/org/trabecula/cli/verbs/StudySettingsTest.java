package org.trabecula.cli.verbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.cli.CommandLineRun;
import org.trabecula.cli.frame.ExitCode;

/// What the flags of `study` make of its settings.
class StudySettingsTest {
    @TempDir
    Path folder;

    @Test
    void allClassifiersCompeteUnlessTheBundleMustHoldNoRows() throws IOException {
        assertThat(CommandLineRun.typed("study --print-config", folder).out())
                .contains("classifiers: [svm, knn, cart, random-forest, extra-trees, xgboost, lightgbm]");
        assertThat(CommandLineRun.typed("study --print-config --bundle-without-rows", folder).out())
                .contains("classifiers: [cart, random-forest, extra-trees, xgboost, lightgbm]");
    }

    @Test
    void aBundleWithoutRowsNeedsAClassifierThatHoldsNone() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), "classifiers: [svm, knn]\n");
        CommandLineRun run = CommandLineRun.typed("study --print-config --config @own.yaml --bundle-without-rows", folder);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("[svm, knn]", "cart, random-forest");
    }

    @Test
    void permutationsBelongToAnAudit() {
        CommandLineRun run = CommandLineRun.typed("study cases.csv -o @run --permutations 5", folder);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--permutations belongs to --audit");
    }
}
