package org.trabecula.study;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.FileTrouble;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.study.settings.StudySettings;
import org.trabecula.study.settings.StudyYaml;

/// Where a study writes. Running the same study again in its folder goes on where it stopped.
public final class RunFolder {
    private final Path root;

    private RunFolder(Path root) {
        this.root = root;
    }

    /// A new folder, or that of the same study.
    ///
    /// @param key   names cohort and settings; another key in the folder is refused unless `force`
    /// @throws InputException STU-006 if the folder holds another study
    public static RunFolder open(Path root, StudySettings settings, String key, boolean force) throws IOException {
        Path mark = root.resolve(".stages/study.key");
        if (Files.exists(mark) && !Files.readString(mark).equals(key) && !force) {
            throw new InputException(new Problem(
                    StudyProblem.RUN_EXISTS, root.toString(), "a run with other cases or other settings",
                    "an empty folder, or the run that is to be continued",
                    "name another folder with -o; --force replaces the results there"));
        }
        try {
            Files.createDirectories(root.resolve(".stages"));
            removeHalfWritten(root);
            AtomicFile.writeText(mark, key);
            AtomicFile.writeText(root.resolve("study.yaml"), StudyYaml.write(settings));
        } catch (FileSystemException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.NOT_WRITABLE, root.toString(), FileTrouble.words(e),
                            "a folder that may be made and written", "name another folder with -o"),
                    e);
        }
        return new RunFolder(root);
    }

    /// A run that was killed had no chance to remove the files it was writing beside their final names.
    private static void removeHalfWritten(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(AtomicFile::isHalfWritten).toList()) {
                Files.delete(file);
            }
        }
    }

    /// The folder of a finished run.
    ///
    /// @throws InputException STU-007 if it is none
    public static RunFolder finished(Path root) {
        if (!Files.exists(root.resolve("run.json")) || !Files.exists(root.resolve("model.trabecula"))) {
            throw new InputException(new Problem(
                    StudyProblem.NO_RUN, root.toString(), "no run.json or no model.trabecula",
                    "the folder of a finished study", "finish the study with `trabecula study`, or name its folder"));
        }
        return new RunFolder(root);
    }

    public Path root() {
        return root;
    }

    public Path at(String name) {
        return root.resolve(name);
    }

    /// Finished parts, kept for resuming.
    public Path stage(String name) {
        return root.resolve(".stages").resolve(name);
    }

    public void writeText(String name, String text) throws IOException {
        AtomicFile.writeText(at(name), text);
    }
}
