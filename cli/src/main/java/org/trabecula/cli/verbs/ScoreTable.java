package org.trabecula.cli.verbs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.Clusters;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.StatsProblem;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// Outcome, scores by model, and patients of a table.
///
/// @param clusters null where no group column was named
record ScoreTable(Outcome outcome, Map<String, double[]> scores, @Nullable Clusters clusters) {

    /// @param positive the name of a case; null: 1 of 0 and 1, or `acute`
    static ScoreTable read(
            Path file, String outcome, @Nullable String positive, List<String> models, @Nullable String group) {
        TextTable table = DelimitedText.read(file);
        Outcome read = outcome(table, outcome, positive);
        read.requireBothClasses();
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (String model : models) {
            double[] column = table.numbers(model);
            read.requireFinite(table.source() + ", column '" + model + "'", column);
            scores.put(model, column);
        }
        return new ScoreTable(read, scores, group == null ? null : Clusters.of(table.column(group)));
    }

    private static Outcome outcome(TextTable table, String column, @Nullable String positive) {
        if (positive == null && table.isNumeric(column)) {
            return Outcome.ofZeroOne("'" + column + "' of " + table.source(), table.numbers(column));
        }
        List<String> labels = table.column(column);
        List<String> distinct = labels.stream().distinct().sorted().toList();
        String one = positive != null ? positive : "acute";
        if (!distinct.contains(one) || distinct.size() > 2 || distinct.contains("")) {
            throw new InputException(new Problem(
                    StatsProblem.OUTCOME_NOT_BINARY,
                    table.source() + ", column '" + column + "'",
                    "the values " + String.join(", ", distinct.stream().limit(6).map(l -> "'" + l + "'").toList()),
                    "0 and 1, or two names, one of them '" + one + "', in every row",
                    "say which name is the case with --positive NAME, and leave rows without an outcome out"));
        }
        boolean[] isCase = new boolean[labels.size()];
        IntStream.range(0, isCase.length).forEach(row -> isCase[row] = labels.get(row).equals(one));
        return Outcome.of(isCase);
    }

    double[] score(String model) {
        double[] score = scores.get(model);
        if (score == null) {
            throw new IllegalArgumentException("no model " + model);
        }
        return score;
    }
}
