package org.trabecula.stats;

import java.util.Arrays;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;

/// Who had the event: cases (1) and controls (0), in row order.
///
/// Which of the two classes counts as the case is said here, once, and never guessed from scores.
public final class Outcome {
    private final boolean[] isCase;
    private final int cases;

    private Outcome(boolean[] isCase) {
        this.isCase = isCase;
        int count = 0;
        for (boolean one : isCase) {
            count += one ? 1 : 0;
        }
        this.cases = count;
    }

    /// @param isCase true for a case; copied
    public static Outcome of(boolean... isCase) {
        return new Outcome(isCase.clone());
    }

    /// Reads a column of 0 and 1.
    ///
    /// @param column its name, for the refusal
    /// @throws InputException STA-101 at the first value that is neither
    public static Outcome ofZeroOne(String column, double... y) {
        boolean[] isCase = new boolean[y.length];
        for (int row = 0; row < y.length; row++) {
            if (y[row] != 0 && y[row] != 1) {
                throw new InputException(new Problem(
                        StatsProblem.OUTCOME_NOT_BINARY,
                        "column " + column + ", row " + (row + 1),
                        Double.isNaN(y[row]) ? "an empty cell" : "the value " + y[row],
                        "1 for a case, 0 for a control",
                        "code the outcome as 0 and 1, or leave rows without an outcome out"));
            }
            isCase[row] = y[row] == 1;
        }
        return new Outcome(isCase);
    }

    public int size() {
        return isCase.length;
    }

    public int cases() {
        return cases;
    }

    public int controls() {
        return isCase.length - cases;
    }

    public boolean isCase(int row) {
        return isCase[row];
    }

    /// 1 for a case, 0 for a control.
    public int y(int row) {
        return isCase[row] ? 1 : 0;
    }

    /// [#y] of every row, as a column: the way back from [#ofZeroOne].
    public double[] zeroOne() {
        double[] y = new double[isCase.length];
        for (int row = 0; row < y.length; row++) {
            y[row] = y(row);
        }
        return y;
    }

    /// [#y] of every row, as a class that folds are balanced by.
    public int[] classes() {
        int[] classes = new int[isCase.length];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = y(row);
        }
        return classes;
    }

    /// Whether there is a case and a control.
    public boolean hasBothClasses() {
        return cases > 0 && controls() > 0;
    }

    /// Share of cases; NaN without rows.
    public double prevalence() {
        return (double) cases / isCase.length;
    }

    /// Cases become controls and controls cases.
    public Outcome complement() {
        boolean[] other = new boolean[isCase.length];
        for (int row = 0; row < other.length; row++) {
            other[row] = !isCase[row];
        }
        return new Outcome(other);
    }

    /// The outcome of `rows`, in their order, repeats allowed.
    public Outcome select(int... rows) {
        boolean[] chosen = new boolean[rows.length];
        for (int k = 0; k < rows.length; k++) {
            chosen[k] = isCase[rows[k]];
        }
        return new Outcome(chosen);
    }

    /// The values of `column` in cases (or in controls), in row order.
    ///
    /// @param column one value a row
    public double[] valuesOf(boolean inCases, double... column) {
        requireRows("column", column.length);
        double[] values = new double[inCases ? cases : controls()];
        int k = 0;
        for (int row = 0; row < isCase.length; row++) {
            if (isCase[row] == inCases) {
                values[k++] = column[row];
            }
        }
        return values;
    }

    /// @throws InputException STA-102 unless there is a case and a control
    public void requireBothClasses() {
        if (!hasBothClasses()) {
            throw new InputException(new Problem(
                    StatsProblem.ONE_CLASS_MISSING,
                    "the outcome, " + isCase.length + " rows",
                    cases + " cases and " + controls() + " controls",
                    "at least one of each: a curve compares cases with controls",
                    "evaluate on rows that hold both classes"));
        }
    }

    /// @throws InputException STA-103 at the first score that is NaN or infinite
    public void requireFinite(String name, double... score) {
        requireRows(name, score.length);
        for (int row = 0; row < score.length; row++) {
            if (!Double.isFinite(score[row])) {
                throw new InputException(new Problem(
                        StatsProblem.VALUE_NOT_FINITE,
                        name + ", row " + (row + 1),
                        Double.isNaN(score[row]) ? "no value" : String.valueOf(score[row]),
                        "a finite number in every row: ranks and thresholds need one",
                        "leave rows without a score out of both score and outcome, and report how many"));
            }
        }
    }

    /// @throws InputException STA-103 at the first NaN, STA-106 at the first value outside [0, 1]
    public void requireProbabilities(String name, double... p) {
        requireFinite(name, p);
        for (int row = 0; row < p.length; row++) {
            if (p[row] < 0 || p[row] > 1) {
                throw new InputException(new Problem(
                        StatsProblem.PROBABILITY_OUT_OF_RANGE,
                        name + ", row " + (row + 1),
                        "the value " + p[row],
                        "a probability between 0 and 1: calibration and decision curves have no other scale",
                        "recalibrate the score to a probability on training rows first"));
            }
        }
    }

    private void requireRows(String name, int rows) {
        if (rows != isCase.length) {
            throw new IllegalArgumentException(
                    name + " must have one value a row of the outcome, " + isCase.length + ", got " + rows);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome that && Arrays.equals(isCase, that.isCase);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(isCase);
    }

    @Override
    public String toString() {
        return cases + " cases, " + controls() + " controls";
    }
}
