package org.trabecula.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hashes of files' contents, each file read once a run: several vertebrae share a CT. Safe for use by several threads.
public final class FileHashes {
    private final Map<Path, String> known = new ConcurrentHashMap<>();

    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    public String of(Path file) throws IOException {
        try {
            return known.computeIfAbsent(file.toAbsolutePath().normalize(), path -> {
                try {
                    return Hash.sha256Hex(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
