package org.trabecula.study.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileHashes;
import tools.jackson.core.JacksonException;

/// The mark of a study that came to its end, written last: what it was computed from and every file that it left. The same
/// study asked for again has nothing to do while all of that is as it was.
///
/// @param key     of everything that could change a number: rows, settings, contents of inputs, program
/// @param inputs  the files that were read
/// @param results the files that it left, by their names in the folder
/// @param failed  names of the cases that could not be used
public record FinishedStudy(String key, List<SeenFile> inputs, List<SeenFile> results, List<String> failed) {
    private static final String MARK = "finished.json";

    public FinishedStudy {
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
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

    /// Whether every result lies in the folder as it was left; only those whose size or time has changed since are read. Files that
    /// somebody laid beside them do not matter.
    public boolean isComplete(Path root) throws IOException {
        FileHashes hashes = new FileHashes();
        for (SeenFile result : results) {
            Path file = root.resolve(result.name());
            if (!Files.isRegularFile(file)
                    || !SeenFile.of(result.name(), file, hashes, List.of(result)).sha256().equals(result.sha256())) {
                return false;
            }
        }
        return true;
    }

    private static List<SeenFile> results(Path root) throws IOException {
        FileHashes hashes = new FileHashes();
        List<SeenFile> results = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = root.relativize(file);
                if (!name.startsWith(RunFolder.STAGES)) {
                    results.add(SeenFile.of(name.toString(), file, hashes));
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
