package org.trabecula.cli.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.cli.frame.CliProblem;

/// Results are never written over others unasked.
final class OutputFiles {
    private OutputFiles() {}

    /// @throws org.trabecula.core.InputException CLI-002 for a file that exists, unless `force`
    static void requireFree(boolean force, Path... files) {
        for (Path file : files) {
            if (!force && Files.exists(file)) {
                throw StatsTable.refused(CliProblem.EXISTS, file.toString(), "a file of this name", "a name that is free",
                        "choose another folder, or add --force to overwrite it");
            }
        }
    }
}
