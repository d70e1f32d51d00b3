package org.trabecula.study.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.core.AtomicFile;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Stage;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.problem.StudyProblem;
import tools.jackson.core.JacksonException;

/// What is kept of a fold, as JSON.
enum FoldFitForm implements Stage.Form<FoldFit> {
    JSON;

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public void write(FoldFit fit, Path file) throws IOException {
        AtomicFile.writeText(file, StudyJson.text(fit));
    }

    @Override
    public FoldFit read(Path file) throws IOException {
        try {
            return StudyJson.read(Files.readString(file), FoldFit.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new InputException(
                    new Problem(
                            StudyProblem.NO_RUN, file.toString(), "no scores of a fold",
                            "what an earlier run kept there", "remove the file; the fold is computed again"),
                    e);
        }
    }
}
