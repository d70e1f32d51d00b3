package org.trabecula.cli.frame;

import java.nio.file.Path;
import java.util.Collection;

/// `-o DIR`: a folder of results.
public final class FolderOutput extends Output {
    public FolderOutput(String description) {
        super("DIR", description);
    }

    /// To be called before the computing; without `-o` there is nothing to check.
    ///
    /// @param names  what will be written, relative to the folder; the first that exists is refused unless `--force`
    /// @param inputs every file that is read
    /// @throws org.trabecula.core.InputException CLI-001 … CLI-003
    public void check(Collection<String> names, Collection<Path> inputs) {
        if (path == null) {
            return;
        }
        if (path.toString().equals("-")) {
            throw new UsageException("-o - is for one table on stdout; this verb writes several files: -o DIR");
        }
        requireFolder(path);
        for (String name : names) {
            requireFree(path.resolve(name), inputs);
        }
    }
}
