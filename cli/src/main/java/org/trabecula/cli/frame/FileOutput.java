package org.trabecula.cli.frame;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.trabecula.core.AtomicFile;

/// `-o FILE`: one file whose ending says what it is.
public final class FileOutput extends Output {
    private final List<String> endings;

    /// @param endings such as `.nii`; empty when the name says nothing
    public FileOutput(String description, List<String> endings) {
        super("FILE", description);
        this.endings = List.copyOf(endings);
    }

    /// To be called before the computing.
    ///
    /// @param inputs every file that is read
    /// @throws org.trabecula.core.InputException CLI-001 … CLI-004
    public void check(Collection<Path> inputs) {
        Path file = required();
        requireEnding(file, endings);
        requireFree(file, inputs);
    }

    /// The same for a second file, which a flag of its own names.
    ///
    /// @throws org.trabecula.core.InputException CLI-001 … CLI-003
    public void checkAlso(Path file, Collection<Path> inputs) {
        requireFree(file, inputs);
    }

    static void requireEnding(Path file, List<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!endings.isEmpty() && endings.stream().noneMatch(name::endsWith) && !AtomicFile.isWrittenThrough(file)) {
            throw refused(CliProblem.ENDING, file, "a name that ends in none of these", String.join(", ", endings),
                    "end the name in " + endings.getFirst());
        }
    }
}
