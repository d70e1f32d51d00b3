package org.trabecula.study.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.StageStore;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// Where a study writes. Running the same study again in its folder goes on where it stopped.
public final class RunFolder implements AutoCloseable {
    static final String STAGES = ".stages";

    private final Path root;
    private final Path stages;
    private final StageStore store;

    private RunFolder(Path root, Path stages, StageStore store) {
        this.root = root;
        this.stages = stages;
        this.store = store;
    }

    /// A new folder, or that of the same study. One run at a time; [#close] lets the next one in.
    ///
    /// @param key   names cohort and settings; another key in the folder is refused unless `force`
    /// @throws InputException STU-006 if the folder holds another study, STG-001 if another run is at work in it
    public static RunFolder open(Path root, StudySettings settings, String key, boolean force) throws IOException {
        Path stages = root.resolve(STAGES);
        Path mark = stages.resolve("study.key");
        if (Files.exists(mark) && !Files.readString(mark).equals(key) && !force) {
            throw new InputException(new Problem(
                    StudyProblem.RUN_EXISTS, root.toString(), "a run with other cases or other settings",
                    "an empty folder, or the run that is to be continued",
                    "name another folder with -o; --force replaces the results there"));
        }
        try {
            Files.createDirectories(stages);
            StageStore store = StageStore.open(stages, root.toString());
            removeHalfWritten(root);
            FinishedStudy.clear(root);
            AtomicFile.writeText(mark, key);
            AtomicFile.writeText(root.resolve("study.yaml"), StudyYaml.write(settings));
            return new RunFolder(root, stages, store);
        } catch (FileSystemException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.NOT_WRITABLE, root.toString(), FileTrouble.words(e),
                            "a folder that may be made and written", "name another folder with -o"),
                    e);
        }
    }

    /// A run that was killed had no chance to remove the files it was writing beside their final names.
    private static void removeHalfWritten(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(AtomicFile::isHalfWritten).toList()) {
                Files.delete(file);
            }
        }
    }

    /// @throws InputException STU-007 if a folder is not that of a finished run
    static void requireFinished(Path root) {
        if (!Files.exists(root.resolve("run.json")) || !Files.exists(root.resolve("model.trabecula"))) {
            throw new InputException(new Problem(
                    StudyProblem.NO_RUN, root.toString(), "no run.json or no model.trabecula",
                    "the folder of a finished study", "finish the study with `trabecula study`, or name its folder"));
        }
    }

    /// What a finished run kept, for the same results once more: they go elsewhere, and nothing in the run's own folder changes.
    ///
    /// @param root    of the finished run
    /// @param results where its results are written now
    /// @throws InputException STG-001 if another run is at work in it
    public static RunFolder keptBy(Path root, Path results) throws IOException {
        Path stages = root.resolve(STAGES);
        Files.createDirectories(results);
        return new RunFolder(results, stages, StageStore.open(stages, root.toString()));
    }

    public Path root() {
        return root;
    }

    public Path at(String name) {
        return root.resolve(name);
    }

    /// Finished parts, kept under what they were computed from: the basis of resume.
    public StageStore store() {
        return store;
    }

    /// A folder beside the finished parts, for what a part has not finished.
    public Path stage(String name) {
        return stages.resolve(name);
    }

    /// Removes finished parts that this run did not use, of earlier inputs, settings or versions.
    public void tidy() throws IOException {
        store.removeUnused();
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    public void writeText(String name, String text) throws IOException {
        AtomicFile.writeText(at(name), text);
    }
}
