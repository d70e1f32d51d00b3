package org.trabecula.learn.exploration;

import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.core.Parallel;
import org.trabecula.stats.Matrix;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.RocCurve;
import org.trabecula.stats.tests.TestResult;

/// Every feature tested by itself, cases against controls.
///
/// @param features one a column, in their order
public record UnivariateTests(List<Feature> features) {
    /// @param adjusted p over all features
    /// @param auc      of the feature as it is, above 0.5 where cases have larger values
    public record Feature(TestResult test, double adjusted, double auc) {}

    /// @throws org.trabecula.core.InputException STA-102 where a class is missing
    public static UnivariateTests of(Matrix x, Outcome outcome, UnivariateTest test, Adjustment adjustment, int jobs) {
        outcome.requireBothClasses();
        List<TestResult> tests = Parallel.map(
                x.columns(), jobs, j -> test.of(outcome.valuesOf(true, x.column(j)), outcome.valuesOf(false, x.column(j))));
        double[] adjusted = adjustment.of(tests.stream().mapToDouble(TestResult::p).toArray());
        return new UnivariateTests(IntStream.range(0, tests.size())
                .mapToObj(j -> new Feature(
                        tests.get(j), adjusted[j], RocCurve.of(outcome, x.column(j), Direction.CASES_HIGHER).auc()))
                .toList());
    }
}
