package org.trabecula.study.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
/// @param kept    the finished parts that it could be put together from again
public record FinishedStudy(
        String key, List<SeenFile> inputs, List<SeenFile> results, List<String> failed, List<KeptPart> kept) {
    private static final String MARK = "finished.json";

    /// A finished part, by its size: that it holds what it held is seen by what comes of it.
    ///
    /// @param name in the folder of finished parts
    public record KeptPart(String name, long bytes) {}

    public FinishedStudy {
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        failed = List.copyOf(failed);
        kept = List.copyOf(kept);
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
        AtomicFile.writeText(mark(root), StudyJson.text(new FinishedStudy(key, inputs, results(root), failed, kept(root))));
    }

    /// Marks some of the results as they lie there now; those that were changed elsewhere stay changed.
    public void seenAgain(Path root, Set<String> names) throws IOException {
        List<SeenFile> now = new ArrayList<>();
        for (SeenFile result : results) {
            now.add(names.contains(result.name()) ? SeenFile.of(result.name(), root.resolve(result.name()), new FileHashes()) : result);
        }
        AtomicFile.writeText(mark(root), StudyJson.text(new FinishedStudy(key, inputs, now, failed, kept)));
    }

    /// Finished parts that are no longer there, or not whole.
    public List<String> gone(Path root) throws IOException {
        List<String> gone = new ArrayList<>();
        for (KeptPart part : kept) {
            Path file = root.resolve(RunFolder.STAGES).resolve(part.name());
            if (!Files.isRegularFile(file) || Files.size(file) != part.bytes()) {
                gone.add(part.name());
            }
        }
        return gone;
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

    /// One folder a stage; what lies beside these folders is about the run itself.
    private static List<KeptPart> kept(Path root) throws IOException {
        Path stages = root.resolve(RunFolder.STAGES);
        List<KeptPart> kept = new ArrayList<>();
        try (Stream<Path> files = Files.walk(stages)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path name = stages.relativize(file);
                if (name.getNameCount() > 1) {
                    kept.add(new KeptPart(name.toString(), Files.size(file)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return kept;
    }

    private static Path mark(Path root) {
        return root.resolve(RunFolder.STAGES).resolve(MARK);
    }
}
