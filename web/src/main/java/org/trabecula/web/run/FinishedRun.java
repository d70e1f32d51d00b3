package org.trabecula.web.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.folder.RecordedRun;
import org.trabecula.web.server.WebProblem;
import tools.jackson.databind.JsonNode;

/// A finished study as it lay in its folder when the room was opened.
public final class FinishedRun {
    /// Where the room serves the report.
    public static final String REPORT = "/api/run/report.html";
    private static final String REPORT_FILE = "report.html";

    private final RunListing files;
    private final RunView view;
    private final List<RunCase> cases;

    private FinishedRun(RunListing files, RunView view, List<RunCase> cases) {
        this.files = files;
        this.view = view;
        this.cases = List.copyOf(cases);
    }

    /// Reads the run's tables.
    ///
    /// @param classes what its outcomes are called, as its model knows
    /// @throws InputException STU-007 if it is no run's folder, STU-015 if its files cannot be followed
    public static FinishedRun open(StudyFolder study, ClassNames classes) throws IOException {
        RunListing files = RunListing.of(study.folder());
        JsonNode record = RunTables.json(files.needed(RecordedRun.FILE));
        List<RunTables.SplitRow> split = RunTables.split(files.needed("split.csv"));
        List<ModelScores> models = RunTables.scores(files.needed("scores.csv"), files.needed("evaluation.json"));
        Map<String, CaseFacts> facts = study.cases().isPresent() ? CaseFacts.read(study.cases().get()) : Map.of();
        List<RunCase> cases = new ArrayList<>();
        for (RunTables.SplitRow row : split) {
            CaseFacts known = facts.getOrDefault(row.caseId(), CaseFacts.UNKNOWN);
            cases.add(new RunCase(
                    cases.size(), row.caseId(), (row.train() ? Scores.Part.TRAIN : Scores.Part.TEST).label(),
                    row.positive() ? classes.positive() : classes.negative(), known.level(), known.age(), known.sex(),
                    files.crop(row.caseId()).isPresent(),
                    models.stream().flatMap(model -> model.of(row.caseId(), row.positive(), classes).stream()).toList()));
        }
        int train = (int) split.stream().filter(RunTables.SplitRow::train).count();
        List<String> notes = new ArrayList<>();
        record.path("notes").forEach(note -> notes.add(note.asString()));
        if (study.cases().isEmpty()) {
            notes.add("level, age and sex are not told: the table of cases that the run read is not where its command says, or was changed");
        }
        JsonNode warning = record.path("not_for_new_patients");
        RunView view = new RunView(
                Printable.line(String.valueOf(study.folder().toAbsolutePath().normalize().getFileName())),
                record.path("settings").path("preset").asString(""), train, split.size() - train, classes.positive(), classes.negative(),
                models.stream().map(ModelScores::view).toList(), record.path("synthetic").asBoolean(false),
                warning.isString() ? Optional.of(warning.asString()) : Optional.empty(), notes,
                files.find(REPORT_FILE).map(_ -> REPORT));
        return new FinishedRun(files, view, cases);
    }

    public RunView view() {
        return view;
    }

    /// In the order of `split.csv`: training cases, then test cases.
    public List<RunCase> cases() {
        return cases;
    }

    /// The picture of a case.
    ///
    /// @param n the case's place among [#cases()]
    /// @throws InputException WEB-004 for a number that no case has, or a case without a picture
    public Path crop(int n) {
        if (n < 0 || n >= cases.size()) {
            throw nothing("case " + n, "a case from 0 to " + (cases.size() - 1));
        }
        return files.crop(cases.get(n).caseId()).orElseThrow(() -> nothing("no picture of case " + n, "a case of which hasCrop says true"));
    }

    /// @throws InputException WEB-004 if the folder has none
    public Path report() {
        return files.find(REPORT_FILE).orElseThrow(() -> nothing("no " + REPORT_FILE, "a run whose report was written"));
    }

    private InputException nothing(String found, String expected) {
        return new InputException(new Problem(WebProblem.NOTHING_HERE, "the study " + view.title(), found, expected, "look at /api/run/cases"));
    }
}
