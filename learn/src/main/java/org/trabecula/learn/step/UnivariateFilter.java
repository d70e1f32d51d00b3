package org.trabecula.learn.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.trabecula.learn.Training;
import org.trabecula.learn.exploration.Adjustment;
import org.trabecula.learn.exploration.UnivariateTest;
import org.trabecula.learn.exploration.UnivariateTests;

/// Features that differ between the classes by themselves (protocol, step 6), by the training cases.
///
/// @param test   of each feature
/// @param adjust what is done to the p-values of all features together
/// @param below  a feature with a smaller p stays; above 0, at most 1
/// @param ifNone how many of the smallest p stay where none is below
public record UnivariateFilter(UnivariateTest test, Adjustment adjust, double below, int ifNone) {
    public UnivariateFilter {
        if (!(below > 0 && below <= 1) || ifNone < 1) {
            throw new IllegalArgumentException("a limit lies above 0 and at most at 1, and one feature is the least, got " + below + ", " + ifNone);
        }
    }

    /// @param selection the kept features, the smallest p first and equal ones in the table's order: a later step that takes the earlier of
    ///                  two takes the one that tells the classes better apart
    /// @param none      whether no p was below the limit
    public record Result(Selection selection, boolean none) {}

    /// @param jobs threads; the result does not depend on it
    public Result fit(Training training, int jobs) {
        List<String> names = training.table().names();
        List<UnivariateTests.Feature> tests =
                UnivariateTests.of(Columns.matrix(training.table()), training.outcome(), test, adjust, jobs).features();
        double[] p = tests.stream().mapToDouble(UnivariateTests.Feature::adjusted).toArray();
        double[] raw = tests.stream().mapToDouble(one -> one.test().p()).toArray();
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer column) -> p[column]).thenComparingDouble(column -> raw[column]))
                .toList();
        long below = order.stream().filter(column -> p[column] < this.below).count();
        List<String> kept = order.stream().limit(below == 0 ? ifNone : below).map(names::get).toList();
        Set<String> stays = Set.copyOf(kept);
        List<Dropped> dropped = new ArrayList<>();
        for (int column = 0; column < p.length; column++) {
            if (!stays.contains(names.get(column))) {
                dropped.add(new Dropped(names.get(column), String.format(Locale.ROOT, "p %.3g", p[column])));
            }
        }
        return new Result(new Selection("univariate", kept, dropped), below == 0);
    }
}
