package org.trabecula.study.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is gone when its work is done.
///
/// @param path in the system's folder for temporary files
public record ScratchFolder(Path path) implements AutoCloseable {
    public static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("trabecula-"));
    }

    /// Removes it with everything in it.
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) { // what lies in a folder first
                Files.delete(file);
            }
        }
    }
}
