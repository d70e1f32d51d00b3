package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import org.trabecula.cli.frame.TableOutput;
import org.trabecula.core.StageStore;

/// Where verbs keep finished work until their output is complete: a hidden folder beside a table, or within a folder of
/// results. It goes when everything is done.
final class KeptBeside {
    private KeptBeside() {}

    /// Nothing is kept for a table that is printed.
    static StageStore table(TableOutput output) throws IOException {
        return output.toStdout() ? StageStore.none() : StageStore.open(folder(output), output.file().toString());
    }

    /// What an earlier run has kept, for a dry run.
    static StageStore found(TableOutput output) {
        return output.toStdout() ? StageStore.none() : StageStore.reading(folder(output));
    }

    static StageStore within(Path folder) throws IOException {
        return StageStore.open(folder.resolve(".unfinished"), folder.toString());
    }

    private static Path folder(TableOutput output) {
        return output.file().resolveSibling("." + output.file().getFileName() + ".cases");
    }
}
