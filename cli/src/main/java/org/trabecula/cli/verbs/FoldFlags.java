package org.trabecula.cli.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import org.trabecula.learn.exploration.FoldRule;
import org.trabecula.stats.FitProblem;
import picocli.CommandLine.Option;

/// Where `select` takes the folds of its cross-validation from.
final class FoldFlags {
    @Option(
            names = "--folds",
            paramLabel = "FILE|COL",
            description = "Table case_id,fold, or a column of F (default: folds made with --seed; lassocv: contiguous).")
    @Nullable String from;

    @Option(names = "--fold-count", paramLabel = "K", description = "Folds to make (default: 10).")
    int count = 10;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the folds (default: 1).")
    long seed = 1;

    /// @throws UsageException for a number of folds where a place is meant, and for too few
    void require() {
        if (from != null && from.matches("\\d+") && !Files.exists(Path.of(from))) {
            throw new UsageException("--folds names a table or a column, '" + from + "' is a number; how many folds to make is"
                    + " --fold-count " + from);
        }
        if (count < 2) {
            throw new UsageException("--fold-count is at least 2, got " + count);
        }
    }

    /// @param classes dealt in equal shares; asked for only when folds are made
    FoldRule rule(SelectCases cases, int[] rows, Supplier<int[]> classes) {
        if (from != null) {
            return given(cases, rows, from);
        }
        String group = cases.columns().group;
        return new FoldRule.Dealt(
                classes.get(), group == null ? List.of() : cases.table().groups(group, rows), count, seed);
    }

    /// As scikit-learn, unless `--folds` says otherwise.
    FoldRule contiguous(SelectCases cases, int[] rows) {
        return from != null ? given(cases, rows, from) : new FoldRule.Contiguous(count);
    }

    private static FoldRule given(SelectCases cases, int[] rows, String from) {
        double[] labels = Files.exists(Path.of(from))
                ? cases.table().joined(Path.of(from), "fold", rows, "fold")
                : cases.table().numbers(from, rows);
        for (double label : labels) {
            if (label != Math.rint(label)) {
                throw StatsTable.refused(FitProblem.FOLDS, from, String.valueOf(label), "a whole number in every row",
                        "number the folds");
            }
        }
        return new FoldRule.Given(Arrays.stream(labels).mapToInt(label -> (int) label).toArray());
    }
}
