package org.trabecula.web.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.extraction.failure.CaseFileName;
import org.trabecula.study.problem.StudyProblem;

/// The files of a run's folder, as it lists them: what is served is looked up here, so that no address can name another file. Links in it
/// are not followed.
///
/// @param files of the folder itself, by name
/// @param crops pictures of cases, by name
record RunListing(Path folder, Map<String, Path> files, Map<String, Path> crops) {
    RunListing {
        files = Map.copyOf(files);
        crops = Map.copyOf(crops);
    }

    /// @throws InputException STU-007 if there is no such folder
    static RunListing of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw noRun(folder, "no folder");
        }
        Path crops = folder.resolve("crops");
        return new RunListing(folder, list(folder), Files.isDirectory(crops, LinkOption.NOFOLLOW_LINKS) ? list(crops) : Map.of());
    }

    private static Map<String, Path> list(Path folder) throws IOException {
        Map<String, Path> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> found.put(String.valueOf(file.getFileName()), file));
        }
        return found;
    }

    /// @throws InputException STU-007 if the folder has no such file
    Path needed(String name) {
        return find(name).orElseThrow(() -> noRun(folder, "no " + name));
    }

    Optional<Path> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Optional<Path> crop(String caseId) {
        return Optional.ofNullable(crops.get(CaseFileName.of(caseId) + ".png"));
    }

    private static InputException noRun(Path folder, String found) {
        return new InputException(new Problem(
                StudyProblem.NO_RUN, folder.toString(), found, "the folder of a finished study",
                "finish the study with `trabecula study`, or name its folder"));
    }
}
