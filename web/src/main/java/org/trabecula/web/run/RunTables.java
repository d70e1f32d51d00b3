package org.trabecula.web.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Printable;
import org.trabecula.core.Problem;
import org.trabecula.evaluation.CutoffRules;
import org.trabecula.evaluation.Scores;
import org.trabecula.study.folder.StudyJson;
import org.trabecula.study.problem.StudyProblem;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the tables of a run that name cases and cut-offs.
final class RunTables {
    private RunTables() {}

    /// Which scores these are.
    private record Way(String model, Scores.Kind kind) {}

    /// A row of `split.csv`.
    ///
    /// @param positive whether its outcome is 1
    /// @param train    whether it stands on the training side
    record SplitRow(String caseId, boolean positive, boolean train) {}

    /// @throws InputException if it is no such table
    static List<SplitRow> split(Path file) {
        TextTable table = DelimitedText.read(file);
        List<SplitRow> rows = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            rows.add(new SplitRow(
                    table.cell(row, "case_id"), table.cell(row, "outcome").equals("1"), table.cell(row, "part").equals(Scores.Part.TRAIN.label())));
        }
        return rows;
    }

    /// Every model's scores in the order of `scores.csv`, with Youden's cut-offs of `evaluation.json`, which the report shows.
    ///
    /// @throws InputException if they are no such files
    static List<ModelScores> scores(Path scores, Path evaluation) throws IOException {
        TextTable table = DelimitedText.read(scores);
        Map<Way, Map<String, Double>> byWay = new LinkedHashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            Way way = new Way(table.cell(row, "model"), kind(table.cell(row, "kind"), scores));
            byWay.computeIfAbsent(way, _ -> new LinkedHashMap<>())
                    .put(table.cell(row, "case_id"), number(table.cell(row, "score"), table.where(row, "score")));
        }
        Map<Way, CutRange> cutoffs = cutoffs(evaluation);
        List<ModelScores> all = new ArrayList<>();
        byWay.forEach((way, byCase) -> all.add(new ModelScores(way.model(), way.kind(), byCase, Optional.ofNullable(cutoffs.get(way)))));
        return all;
    }

    private static Map<Way, CutRange> cutoffs(Path evaluation) throws IOException {
        Map<Way, CutRange> cutoffs = new LinkedHashMap<>();
        for (JsonNode row : json(evaluation).path("models")) {
            JsonNode point = row.path("cutoffs").path(CutoffRules.YOUDEN);
            List<Double> values = new ArrayList<>();
            JsonNode folds = point.path("thresholds_by_fold");
            if (folds.isArray()) {
                folds.forEach(fold -> add(values, fold, evaluation));
            } else {
                add(values, point.path("threshold"), evaluation);
            }
            Way way = new Way(row.path("model").asString(), kind(row.path("kind").asString(), evaluation));
            CutRange.of(values).ifPresent(range -> cutoffs.put(way, range));
        }
        return cutoffs;
    }

    /// A cut-off beyond all scores is infinite, which JSON has as text.
    private static void add(List<Double> values, JsonNode value, Path file) {
        if (!value.isNull() && !value.isMissingNode()) {
            values.add(number(value.asString(), file.toString()));
        }
    }

    private static Scores.Kind kind(String label, Path file) {
        for (Scores.Kind kind : Scores.Kind.values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw unreadable(file.toString(), "scores of the kind '" + Printable.line(label) + "'", null);
    }

    private static double number(String text, String where) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw unreadable(where, "'" + Printable.line(text) + "', no number", e);
        }
    }

    /// @throws InputException STU-015 if it is no JSON
    static JsonNode json(Path file) throws IOException {
        try {
            return StudyJson.read(Files.readString(file), JsonNode.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw unreadable(file.toString(), "no JSON that this version reads", e);
        }
    }

    private static InputException unreadable(String where, String found, @Nullable Exception cause) {
        Problem problem = new Problem(
                StudyProblem.RECORD_UNREADABLE, where, found, "what a study of this version wrote", "run the study again in its folder");
        return cause == null ? new InputException(problem) : new InputException(problem, cause);
    }
}
