package org.trabecula.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder of this machine for copies of what lies elsewhere, gone when its work is done, however that ended.
///
/// @param path in the system's folder for temporary files
record LocalFolder(Path path) implements AutoCloseable {
    /// Of the driver.
    static LocalFolder ofJob() throws IOException {
        return new LocalFolder(Files.createTempDirectory("trabecula-job"));
    }

    /// Of a task.
    static LocalFolder ofScan() throws IOException {
        return new LocalFolder(Files.createTempDirectory("trabecula-scan"));
    }

    /// Removes it with everything in it.
    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) { // what lies in a folder first
                Files.deleteIfExists(one);
            }
        }
    }
}
