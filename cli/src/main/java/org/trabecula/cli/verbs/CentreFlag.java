package org.trabecula.cli.verbs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.cohort.Cohort;
import picocli.CommandLine.Option;

/// `--centre`, the same in every verb that applies a model; a mixin.
final class CentreFlag {
    @Option(names = "--centre", paramLabel = "NAME", description = "Centre of cases that name none, for a model that harmonises centres.")
    @Nullable String name;

    Cohort of(Cohort cohort) {
        return Optional.ofNullable(name).map(cohort::withCentre).orElse(cohort);
    }

    String orNone() {
        return name == null ? "" : name;
    }
}
