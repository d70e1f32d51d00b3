package org.trabecula.stats.glm;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.FitProblem;

/// What every Cox model asks of its times and events, with penalty or without.
public final class SurvivalCheck {
    private SurvivalCheck() {}

    /// Times begin when a case is first watched, so they are above 0: survival programs differ in what they make of a time of
    /// 0 or below (R's `coxph` ranks it, glmnet refuses it), and it is most often a date of the wrong column.
    ///
    /// @param event   1 where the time is an event, 0 where it is censored
    /// @param weights of the cases; an event counts where its weight is above 0
    /// @throws InputException FIT-003 for other lengths, FIT-009 naming the first row that cannot be used (counted from 1), or
    ///     where no event is left
    public static void require(double[] time, double[] event, double[] weights) {
        if (event.length != time.length || weights.length != time.length) {
            throw new InputException(new Problem(
                    FitProblem.LENGTHS_DIFFER, "times and events",
                    time.length + " times, " + event.length + " events, " + weights.length + " weights",
                    "one of each for every case", "give one value per case"));
        }
        boolean any = false;
        for (int i = 0; i < time.length; i++) {
            if (!(time[i] > 0 && time[i] < Double.POSITIVE_INFINITY)) {
                throw refused(i, time.length, "a time of " + time[i], "a finite time above 0, from when the case was first watched",
                        "correct the time or leave the case out; look whether the time column is the right one");
            }
            if (event[i] != 0 && event[i] != 1) {
                throw refused(i, time.length, "an event of " + event[i], "0 or 1", "code events as 1 and censored times as 0");
            }
            any |= event[i] == 1 && weights[i] > 0;
        }
        if (!any) {
            throw new InputException(new Problem(FitProblem.SURVIVAL, "the outcome", "no event", "at least one event",
                    "look whether the event column is the right one"));
        }
    }

    private static InputException refused(int row, int rows, String found, String expected, String fix) {
        return new InputException(
                new Problem(FitProblem.SURVIVAL, "row " + (row + 1) + " of " + rows + " (counted from 1)", found, expected, fix));
    }
}
