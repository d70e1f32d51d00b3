package org.trabecula.study.reader;

import java.util.List;
import java.util.Optional;
import org.trabecula.stats.roc.Confusion;
import org.trabecula.stats.tests.ContingencyTable;

/// One reader's calls without a model and then with it, against what the cases were.
///
/// @param alone     calls before the model was shown
/// @param withModel calls afterwards, of the cases in which it was shown
/// @param aloneThen the first calls of those same cases, to be set beside `withModel`
/// @param toRight   wrong alone, right with the model
/// @param toWrong   right alone, wrong with the model
/// @param p         McNemar's exact test of the two; cases are taken as independent; NaN without a case
public record AssistedReading(Confusion alone, Confusion withModel, Confusion aloneThen, int toRight, int toWrong, double p) {
    /// @param positive  what the case was
    /// @param alone     what the reader called it first
    /// @param withModel what the reader called it then; empty where no model was shown
    public record Call(boolean positive, boolean alone, Optional<Boolean> withModel) {}

    public static AssistedReading of(List<Call> calls) {
        List<Call> shown = calls.stream().filter(one -> one.withModel().isPresent()).toList();
        int[][] right = new int[2][2];
        for (Call one : shown) {
            right[one.alone() == one.positive() ? 1 : 0][one.withModel().orElseThrow() == one.positive() ? 1 : 0]++;
        }
        return new AssistedReading(
                confusion(calls, false), confusion(shown, true), confusion(shown, false), right[0][1], right[1][0],
                shown.isEmpty() ? Double.NaN : new ContingencyTable(right).mcNemarExact().p());
    }

    private static Confusion confusion(List<Call> calls, boolean withModel) {
        int[] counts = new int[4]; // bit 0: called positive, bit 1: is positive
        calls.forEach(one -> {
            boolean called = withModel ? one.withModel().orElseThrow() : one.alone();
            counts[(one.positive() ? 2 : 0) + (called ? 1 : 0)]++;
        });
        return new Confusion(counts[3], counts[1], counts[2], counts[0]);
    }
}
