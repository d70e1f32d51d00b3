package org.trabecula.cli.frame;

import picocli.CommandLine.Option;

/// `--jobs`, the same in every verb that computes for long; a mixin.
public final class Jobs {
    @Option(names = "--jobs", paramLabel = "N", description = "Threads (default: all processors). No number depends on it.")
    int count = Runtime.getRuntime().availableProcessors();

    /// At least 1: the command line is refused otherwise.
    public int count() {
        return count;
    }
}
