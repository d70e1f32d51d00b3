package org.trabecula.study.written;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.evaluation.Evaluation;
import org.trabecula.evaluation.Scores;
import org.trabecula.extraction.failure.FailureTable;
import org.trabecula.stats.LabelledRows;
import org.trabecula.study.folder.RunFolder;
import org.trabecula.study.result.StudyResult;
import org.trabecula.table.FeatureTableFile;
import org.trabecula.table.TextTableFile;

/// The tables that name cases: who was in the study, on which side of the split, with which scores.
final class CaseTables {
    private CaseTables() {}

    static void write(RunFolder run, StudyResult result) throws IOException {
        flow(run, result);
        split(run, result);
        FailureTable.write(run.at("failures.csv"), result.failures());
        scores(run, result);
    }

    private static void flow(RunFolder run, StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (VertebraCase c : result.cohort().cases()) {
            boolean failed = result.failures().stream().anyMatch(f -> f.caseId().equals(c.caseId()));
            String state = c.exclude().isPresent() ? "excluded" : failed ? "failed" : "included";
            rows.add(List.of(c.caseId(), state, c.exclude().orElse(failed ? "see failures.csv" : "")));
        }
        TextTableFile.write(run.at("flow.csv"), List.of("case_id", "state", "reason"), rows);
    }

    private static void split(RunFolder run, StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        part(rows, result.split().train(), Scores.Part.TRAIN);
        part(rows, result.split().test(), Scores.Part.TEST);
        TextTableFile.write(run.at("split.csv"), List.of("case_id", "patient_id", "outcome", "part"), rows);
    }

    private static void part(List<List<String>> rows, LabelledRows cases, Scores.Part part) {
        for (int row = 0; row < cases.size(); row++) {
            rows.add(List.of(
                    cases.ids().get(row), cases.patients().get(row), Integer.toString(cases.outcome().y(row)), part.label()));
        }
    }

    private static void scores(RunFolder run, StudyResult result) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Stream<Scores> others = result.supplement().tested().stream().map(Evaluation.Row::scores);
        for (Scores s : Stream.concat(result.scores().stream(), others).toList()) {
            for (int row = 0; row < s.scores().length; row++) {
                rows.add(List.of(
                        s.rows().ids().get(row), s.part().label(), s.model(), FeatureTableFile.number(s.scores()[row]),
                        s.kind().label()));
            }
        }
        TextTableFile.write(run.at("scores.csv"), List.of("case_id", "part", "model", "score", "kind"), rows);
    }
}
