package org.trabecula.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that is gone when its work is done, however that ended.
///
/// @param path in the system's folder for temporary files
public record ScratchFolder(Path path) implements AutoCloseable {
    /// @param purpose one word, a part of the folder's name
    /// @throws IOException if the system has no room for it
    public static ScratchFolder of(String purpose) throws IOException {
        return new ScratchFolder(Files.createTempDirectory("trabecula-" + purpose + "-"));
    }

    /// Removes it with everything in it.
    @Override
    public void close() throws IOException {
        Folders.remove(path);
    }
}
