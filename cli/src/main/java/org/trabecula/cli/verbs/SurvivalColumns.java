package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;
import org.trabecula.table.TextTable;

/// The columns of follow-up times and events; what a Cox model would refuse by row is refused here by line and column.
record SurvivalColumns(TextTable table, String time, String event) {
    private static final int MOST_TOLD = 5;

    /// @throws InputException FIT-009 naming the first lines whose time is not above 0 or whose event is neither 0 nor 1
    void require(int[] rows) {
        double[] times = table.numbers(time);
        double[] events = table.numbers(event);
        List<Problem> problems = new ArrayList<>();
        for (int row : rows) {
            if (!(times[row] > 0 && times[row] < Double.POSITIVE_INFINITY)) {
                add(problems, row, time, "a finite time above 0, from when the case was first watched",
                        "correct the time, or leave the cell empty; look whether this is the right column");
            }
            if (events[row] != 0 && events[row] != 1) {
                add(problems, row, event, "1 where the event happened, 0 where the time is censored",
                        codedOneTwo(events, rows) ? "code 1 (censored) as 0 and 2 (event) as 1" : "correct the cell, or leave it empty");
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void add(List<Problem> problems, int row, String column, String expected, String fix) {
        if (problems.size() < MOST_TOLD) {
            problems.add(new Problem(
                    FitProblem.SURVIVAL, table.where(row, column), "'" + table.cell(row, column) + "'", expected, fix));
        }
    }

    /// As R's `Surv` takes it.
    private static boolean codedOneTwo(double[] events, int[] rows) {
        return Arrays.stream(rows).allMatch(row -> events[row] == 1 || events[row] == 2);
    }
}
