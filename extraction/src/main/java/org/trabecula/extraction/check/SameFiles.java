package org.trabecula.extraction.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.core.FileHashes;

/// Which files hold the same bytes. Only files of equal length are read.
final class SameFiles {
    private final Map<Path, String> contents;

    private SameFiles(Map<Path, String> contents) {
        this.contents = contents;
    }

    static SameFiles among(List<Path> some, List<Path> others) throws IOException {
        Set<Path> files = new LinkedHashSet<>(some);
        files.addAll(others);
        Map<Long, Integer> ofLength = new HashMap<>();
        for (Path file : files) {
            ofLength.merge(length(file), 1, Integer::sum);
        }
        FileHashes hashes = new FileHashes();
        Map<Path, String> contents = new HashMap<>();
        for (Path file : files) {
            long length = length(file);
            boolean alone = length < 0 || ofLength.getOrDefault(length, 0) == 1;
            contents.put(file, alone ? file.toString() : hashes.of(file));
        }
        return new SameFiles(contents);
    }

    /// −1 for what is no file that can be read; who opens it will say so.
    private static long length(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) ? Files.size(file) : -1;
    }

    /// Equal for files of equal content.
    String of(Path file) {
        return contents.getOrDefault(file, file.toString());
    }
}
