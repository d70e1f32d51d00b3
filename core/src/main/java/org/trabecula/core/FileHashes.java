package org.trabecula.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Names of files' contents, each file read once a run and kind of name: several vertebrae share a CT. Safe for use by several threads.
public final class FileHashes {
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();
    private final Map<Path, String> prints = new ConcurrentHashMap<>();

    private interface Name {
        String of(Path file) throws IOException;
    }

    /// SHA-256 of the file's bytes, lower-case hexadecimal: what is written down for others to compare.
    public String of(Path file) throws IOException {
        return known(hashes, file, Hash::sha256Hex);
    }

    /// A print of the file's bytes, many times faster: for keys of what is kept beside a run.
    public String print(Path file) throws IOException {
        return known(prints, file, FilePrint::of);
    }

    private static String known(Map<Path, String> names, Path file, Name name) throws IOException {
        try {
            return names.computeIfAbsent(file.toAbsolutePath().normalize(), path -> {
                try {
                    return name.of(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
