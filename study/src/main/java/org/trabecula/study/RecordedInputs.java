package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.FileHashes;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Progress;
import org.trabecula.core.Provenance;
import org.trabecula.study.folder.RecordedRun;

/// Whether a run's inputs are what they were.
///
/// @param recorded the run's record
record RecordedInputs(RecordedRun recorded) {
    /// @param key of the same study, made from its table as it is now
    /// @throws InputException STU-013 for every input that is gone or changed
    void require(StudyKey key, Progress progress) throws IOException {
        FileHashes hashes = new FileHashes();
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> files = key.files();
        List<Provenance.Input> before = new ArrayList<>(recorded.inputs());
        recorded.weights().ifPresent(before::add);
        progress.stage("checking the inputs", before.size() + 1);
        recorded.changed(recorded.table(), Path.of(key.cohort().source()), hashes).ifPresent(problems::add);
        progress.done(recorded.table().name());
        for (Provenance.Input input : before) {
            Path file = files.get(input.name());
            Optional<Problem> changed =
                    file == null ? Optional.of(recorded.unnamed(input)) : recorded.changed(input, file, hashes);
            changed.ifPresent(problems::add);
            progress.done(input.name());
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }
}
