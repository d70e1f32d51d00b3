package org.trabecula.study.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.Hash;
import tools.jackson.core.JacksonException;

/// The mark of a study that came to its end, written last: what it was computed from and every file that it left. The same
/// study asked for again has nothing to do while all of that is as it was.
///
/// @param key     of everything that could change a number: rows, settings, contents of inputs, program
/// @param inputs  the files that were read
/// @param results SHA-256 of every result, by its name in the folder
/// @param failed  names of the cases that could not be used
public record FinishedStudy(String key, List<SeenFile> inputs, Map<String, String> results, List<String> failed) {
    private static final String MARK = "finished.json";

    public FinishedStudy {
        inputs = List.copyOf(inputs);
        results = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(results));
        failed = List.copyOf(failed);
    }

    /// The mark in a run folder; empty when there is none that can be read.
    public static Optional<FinishedStudy> in(Path root) throws IOException {
        Path mark = mark(root);
        if (!Files.isRegularFile(mark)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StudyJson.read(Files.readString(mark), FinishedStudy.class));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty(); // of another version, or edited: the study runs
        }
    }

    /// Marks the folder as finished, with the results that lie there.
    public static void write(Path root, String key, List<SeenFile> inputs, List<String> failed) throws IOException {
        AtomicFile.writeText(mark(root), StudyJson.text(new FinishedStudy(key, inputs, results(root), failed)));
    }

    /// Takes the mark away: results are about to change.
    static void clear(Path root) throws IOException {
        Files.deleteIfExists(mark(root));
    }

    /// Whether every result lies in the folder as it was left. Files that somebody laid beside them do not matter.
    public boolean isComplete(Path root) throws IOException {
        for (Map.Entry<String, String> result : results.entrySet()) {
            Path file = root.resolve(result.getKey());
            if (!Files.isRegularFile(file) || !Hash.sha256Hex(file).equals(result.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> results(Path root) throws IOException {
        Map<String, String> results = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = root.relativize(file);
                if (!name.startsWith(RunFolder.STAGES)) {
                    results.put(name.toString(), Hash.sha256Hex(file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return results;
    }

    private static Path mark(Path root) {
        return root.resolve(RunFolder.STAGES).resolve(MARK);
    }
}
