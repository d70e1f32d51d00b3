package org.trabecula.evaluation.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.evaluation.Scores;
import org.trabecula.stats.LabelledRows;
import org.trabecula.stats.StatsProblem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.Missing;
import org.trabecula.table.Sentinels;
import org.trabecula.table.Spellings;
import org.trabecula.table.TextTable;

/// A table of an outcome and one column of scores a model.
///
/// @param scores one a model, in the order asked for, all of the same rows
/// @param notes  what was left out or assumed, one sentence each
public record ScoreTable(List<Scores> scores, List<String> notes) {
    private static final int MOST_PROBLEMS = 5;

    public ScoreTable {
        scores = List.copyOf(scores);
        notes = List.copyOf(notes);
    }

    /// Which columns are meant.
    ///
    /// @param outcome  who is a case
    /// @param positive the value of a case; null where it goes without saying
    /// @param models   columns of scores
    /// @param group    the patient; null: rows are taken for independent
    public record Columns(String outcome, @Nullable String positive, List<String> models, @Nullable String group) {
        public Columns {
            models = List.copyOf(models);
        }

        /// For a table on which cut-offs are chosen: patients make no difference to them.
        public Columns withoutGroup() {
            return new Columns(outcome, positive, models, null);
        }
    }

    /// The scores stand as those of test cases, `training` as cross-fitted ones: nobody knows better.
    ///
    /// @throws InputException STA-101, STA-102 on the outcome, STA-103 on a row with an outcome but without a score
    public static ScoreTable read(TextTable table, Columns columns, boolean training) {
        List<String> notes = new ArrayList<>();
        OutcomeColumn outcome = OutcomeColumn.read(table, columns.outcome(), columns.positive());
        if (outcome.without() > 0) {
            notes.add(table.source() + ": " + rows(outcome.without()) + " without '" + columns.outcome() + "' left out of "
                    + table.rowCount());
        }
        notes.addAll(Sentinels.notes(table, columns.models()));
        int[] rows = outcome.rows();
        List<String> patients = columns.group() == null ? List.of() : patients(table, columns.group(), rows, notes);
        LabelledRows labelled = new LabelledRows(ids(table, rows), patients, outcome.outcome());
        List<Scores> scores = new ArrayList<>();
        for (String model : columns.models()) {
            scores.add(new Scores(
                    model, training ? Scores.Part.TRAIN : Scores.Part.TEST,
                    training ? Scores.Kind.CROSSFIT : Scores.Kind.TEST, labelled,
                    column(table, model, rows)));
        }
        return new ScoreTable(scores, notes);
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    /// The table's own ids, else where rows stand.
    private static List<String> ids(TextTable table, int[] rows) {
        ColumnRoles roles = ColumnRoles.of(table);
        Optional<String> named = roles.column(ColumnRole.CASE_ID).or(() -> roles.column(ColumnRole.ID));
        if (named.isPresent()) {
            List<String> cells = table.column(named.get());
            return rows.length == cells.size() ? cells : Arrays.stream(rows).mapToObj(cells::get).toList();
        }
        return Arrays.stream(rows).mapToObj(row -> "line " + table.line(row)).toList();
    }

    /// A row without a patient is a patient of its own: to take all of them for one would tie strangers together.
    private static List<String> patients(TextTable table, String group, int[] rows, List<String> notes) {
        Spellings.problem(table, group).ifPresent(problem -> {
            throw new InputException(problem);
        });
        List<String> cells = table.column(group);
        List<String> patients = new ArrayList<>();
        int unknown = 0;
        for (int row : rows) {
            String cell = cells.get(row);
            boolean missing = Missing.is(cell);
            unknown += missing ? 1 : 0;
            patients.add(missing ? "line " + table.line(row) + " without a patient" : cell);
        }
        if (unknown > 0) {
            notes.add(table.source() + ": " + rows(unknown) + " without a patient in '" + group
                    + "'; each is taken for a patient of its own");
        }
        return patients;
    }

    private static double[] column(TextTable table, String model, int[] rows) {
        double[] all = table.numbers(model);
        double[] score = new double[rows.length];
        List<Problem> problems = new ArrayList<>();
        for (int k = 0; k < rows.length; k++) {
            score[k] = all[rows[k]];
            if (!Double.isFinite(score[k]) && problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(
                        StatsProblem.VALUE_NOT_FINITE, Cells.where(table, rows[k], model),
                        Double.isNaN(score[k]) ? "no value" : String.valueOf(score[k]),
                        "a finite number in every row that has an outcome: ranks and thresholds need one",
                        "leave the row out of the table, or its outcome empty, and report how many"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return score;
    }
}
