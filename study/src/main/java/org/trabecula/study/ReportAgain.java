package org.trabecula.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ScratchFolder;
import org.trabecula.core.Shown;
import org.trabecula.study.folder.FinishedStudy;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.input.StudySource;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.study.result.StudyResult;
import org.trabecula.study.written.RunFiles;

/// The report of a finished run, once more. Features, crops, embeddings, networks and folds are found; the fit to all training cases
/// and the evaluation, which no run keeps, are made from them, and must give the `evaluation.json` that lies in the folder: a report
/// that said other numbers than the files beside it would be none of this run.
///
/// @param study    with the settings of the run
/// @param recorded the run's record
record ReportAgain(Study study, RecordedRun recorded) {
    private static final String EVALUATION = "evaluation.json";

    /// @throws InputException STU-014 if finished parts are gone or give other numbers
    void write(StudySource source) throws IOException {
        Path folder = study.folder();
        FinishedStudy finished = FinishedStudy.in(folder)
                .orElseThrow(() -> refused(folder.toString(), "no mark of a study that came to its end"));
        List<String> gone = finished.gone(folder);
        if (!gone.isEmpty()) {
            throw refused(
                    folder.resolve(".stages").resolve(gone.getFirst()).toString(),
                    Shown.count(gone.size(), "finished part") + " of " + finished.kept().size() + " gone or not whole");
        }
        try (ScratchFolder scratch = ScratchFolder.of("report"); RunFolder kept = RunFolder.keptBy(folder, scratch.path())) {
            Study.Computed computed = study.computed(source, kept);
            requireSameNumbers(computed.result());
            study.progress().stage("writing the report", 1);
            study.writeReport(study.report(computed), folder);
            finished.seenAgain(folder, Set.of(Study.REPORT, Study.REPORT_PDF, Study.REPORT_DOCX));
            study.progress().done("");
        }
    }

    private void requireSameNumbers(StudyResult result) throws IOException {
        Path evaluation = study.folder().resolve(EVALUATION);
        String now = RunFiles.evaluation(result);
        if (!Files.isRegularFile(evaluation) || !Files.readString(evaluation).equals(now)) {
            throw refused(
                    evaluation.toString(),
                    "other numbers than the kept parts give"
                            + (recorded.code().equals(StudyKey.code()) ? "" : " with this program; another wrote the run"));
        }
    }

    private InputException refused(String where, String found) {
        return new InputException(new Problem(
                StudyProblem.WORK_GONE, where, found, "what the run kept, as it left it",
                "run the study again in its folder: " + recorded.typed()));
    }
}
