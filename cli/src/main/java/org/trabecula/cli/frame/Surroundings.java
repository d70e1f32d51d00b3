package org.trabecula.cli.frame;

import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// What a command needs around it, asked before the work: a library that unpacks itself at the end of a study must not be the
/// first to find its folder missing.
public final class Surroundings {
    private static final String TEMPORARY = "java.io.tmpdir";

    private Surroundings() {}

    /// @throws InputException CLI-001 without a folder for temporary files
    public static void require() {
        String name = System.getProperty(TEMPORARY, "");
        Path folder = Path.of(name);
        boolean there = Files.isDirectory(folder);
        if (!there || !Files.isWritable(folder)) {
            throw new InputException(new Problem(
                    CliProblem.FILE, "the folder for temporary files, '" + name + "'",
                    there ? "no permission to write into it" : "no such folder", "a folder that can be written into",
                    "make it, or name another: JAVA_TOOL_OPTIONS=-D" + TEMPORARY + "=/tmp"));
        }
    }
}
