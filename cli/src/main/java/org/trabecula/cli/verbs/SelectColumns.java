package org.trabecula.cli.verbs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.cli.frame.UsageException;
import picocli.CommandLine.Option;

/// Which columns of the table mean what, for every mode of `select`.
final class SelectColumns {
    @Option(names = "--outcome", paramLabel = "Y", description = "Column to explain: 0/1, two names, or a number.")
    @Nullable String outcome;

    @Option(names = "--positive", paramLabel = "NAME", description = "The name that counts as 1 (default: acute).")
    @Nullable String positive;

    @Option(names = "--group", paramLabel = "COL", description = "Patients: whole groups stay in one fold.")
    @Nullable String group;

    @Option(names = "--features", paramLabel = "COLS", description = "Feature columns, comma separated; * and ? match.")
    @Nullable String features;

    @Option(names = "--id", paramLabel = "COL", description = "Column that names the cases (default: case_id or id).")
    @Nullable String id;

    @Option(names = "--no-standardize", description = "Take columns in their own units.")
    boolean noStandardize;

    List<String> used() {
        return Stream.of(outcome, group).filter(Objects::nonNull).toList();
    }

    /// @throws UsageException without `--outcome`
    String outcome() {
        if (outcome == null) {
            throw new UsageException("missing: --outcome (or --time and --event for cox, or --redundancy)");
        }
        return outcome;
    }
}
