package org.trabecula.cli.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trabecula.cli.frame.UsageException;

/// One of the things that `select` does, with its flags.
interface SelectMode {
    /// Columns that are no features.
    List<String> used();

    /// Files that are read besides the table.
    default List<Path> inputs() {
        return List.of();
    }

    /// Says what is wrong with the flags, before anything is read.
    ///
    /// @throws UsageException if they cannot be meant
    void require(SelectColumns columns);

    SelectResult result(SelectCases cases) throws IOException;
}
