package org.trabecula.core;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finished work, kept under what it was computed from: `FOLDER/STAGE/KEY.ending`. An interrupted run goes on where it
/// stopped because everything it had finished is found; nothing stale is ever found because whatever could change a
/// number is in the key. Safe for use by several threads.
public final class StageStore implements AutoCloseable {
    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{32}(\\.[a-z0-9.]+)?");

    private final @Nullable Path folder;
    private final @Nullable FolderLock lock;
    private final FileHashes hashes = new FileHashes();
    private final Set<Path> used = ConcurrentHashMap.newKeySet();

    private StageStore(@Nullable Path folder, @Nullable FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Keeps nothing and finds nothing.
    public static StageStore none() {
        return new StageStore(null, null);
    }

    /// Finds what is there and keeps nothing; for saying what a run would do.
    public static StageStore reading(Path folder) {
        return new StageStore(folder, null);
    }

    /// Makes `folder`, or goes on with what is there. One run at a time.
    ///
    /// @param where the output that it belongs to, for refusals
    /// @throws InputException STG-001 if another run is at work there, STG-002 if the folder cannot be written
    public static StageStore open(Path folder, String where) throws IOException {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder, where);
            removeHalfWritten(folder);
            return new StageStore(folder, lock);
        } catch (FileSystemException e) {
            throw new InputException(
                    new Problem(
                            StageProblem.NOT_WRITABLE, where, folder.getFileName() + ": " + FileTrouble.words(e),
                            "a folder that may be written", "name an output in a folder that you may write to"),
                    e);
        }
    }

    /// Whether results are looked for at all; where not, keys need not be made.
    public boolean keeps() {
        return folder != null;
    }

    /// Hashes of the inputs, each file read once however many stages ask.
    public FileHashes hashes() {
        return hashes;
    }

    /// The result of `input`, if it was finished before.
    public <I, O> Optional<O> find(Stage<I, O> stage, I input) throws IOException {
        return folder == null ? Optional.empty() : read(stage, file(stage, folder, input));
    }

    /// The result of `input`: found, or computed and kept.
    public <I, O> O get(Stage<I, O> stage, I input) throws IOException {
        if (folder == null) {
            return stage.compute(input);
        }
        Path file = file(stage, folder, input);
        Optional<O> kept = read(stage, file);
        return kept.isPresent() ? kept.get() : computed(stage, input, file);
    }

    private <I, O> O computed(Stage<I, O> stage, I input, Path file) throws IOException {
        O result = stage.compute(input);
        if (lock != null) {
            stage.form().write(result, file);
        }
        return result;
    }

    /// A file that cannot be understood (a disk that was full, an edit) counts as absent and is replaced.
    private <I, O> Optional<O> read(Stage<I, O> stage, Path file) {
        used.add(file);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(stage.form().read(file));
        } catch (IOException | InputException e) {
            return Optional.empty();
        }
    }

    private static <I, O> Path file(Stage<I, O> stage, Path folder, I input) throws IOException {
        return folder.resolve(stage.name()).resolve(stage.key(input).fileName() + stage.form().ending());
    }

    /// Removes results that this run did not ask for: those of replaced inputs, of other settings, of earlier versions.
    /// To be called when a run has finished.
    public void removeUnused() throws IOException {
        if (folder == null || lock == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (KEPT.matcher(file.getFileName().toString()).matches() && !used.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Removes the whole folder: its output is complete, there is nothing left to go on with.
    public void removeAll() throws IOException {
        if (folder == null || lock == null) {
            return;
        }
        Path held = folder.resolve(FolderLock.FILE);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inmostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inmostFirst) {
                if (!file.equals(held) && !file.equals(folder)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        lock.close(); // last, so that nobody begins in a folder that is being emptied
        Files.deleteIfExists(held);
        Files.deleteIfExists(folder);
    }

    /// Lets another run in; what was kept stays.
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    /// A run that was killed had no chance to remove the files it was writing beside their final names.
    private static void removeHalfWritten(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(AtomicFile::isHalfWritten).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
