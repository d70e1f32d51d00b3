package org.trabecula.evaluation;

import org.trabecula.stats.Outcome;
import org.trabecula.stats.tests.ContingencyTable;
import org.trabecula.stats.tests.TestResult;

/// Cases that one model calls right and the other wrong, each at its own cut-off, and McNemar's tests of them.
///
/// @param onlyFirstRight  cases
/// @param onlySecondRight cases
/// @param plain           without continuity correction
/// @param corrected       with it
/// @param exact           binomial
public record Discordance(
        int onlyFirstRight, int onlySecondRight, TestResult plain, TestResult corrected, TestResult exact) {
    static Discordance of(Outcome outcome, Calls a, Calls b) {
        int[][] counts = new int[2][2];
        for (int row = 0; row < outcome.size(); row++) {
            boolean rightA = a.positive()[row] == outcome.isCase(row);
            boolean rightB = b.positive()[row] == outcome.isCase(row);
            counts[rightA ? 1 : 0][rightB ? 1 : 0]++;
        }
        ContingencyTable pairs = new ContingencyTable(counts);
        return new Discordance(
                counts[1][0], counts[0][1], pairs.mcNemar(false), pairs.mcNemar(true), pairs.mcNemarExact());
    }
}
