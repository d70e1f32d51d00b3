package org.trabecula.stats.table1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.trabecula.stats.Variable;
import org.trabecula.stats.tests.ContingencyTable;
import org.trabecula.stats.tests.FisherExact;
import org.trabecula.stats.tests.MannWhitney;
import org.trabecula.stats.tests.ManyGroups;
import org.trabecula.stats.tests.ShapiroWilk;
import org.trabecula.stats.tests.TestResult;
import org.trabecula.stats.tests.TwoSamples;

/// A baseline table: every variable summarised by group, tested, with its standardised mean difference.
///
/// Continuous variables are shown as mean ± sd and tested by Welch's t (Welch's ANOVA for more groups) when Shapiro–Wilk
/// finds no group away from normal at 0.05, else as median (quartiles) by Mann–Whitney (Kruskal–Wallis). Categorical ones
/// are tested by chi-square (Yates for 2 × 2), by Fisher where an expected count is below 5 (simulated, or not at all, where
/// the table is too large; the test says which it was). Missing values are counted and left out.
///
/// Differences between groups say nothing about how the groups were made: p values of a randomised or drawn split test
/// the drawing.
///
/// @param by     name of the grouping column
/// @param groups its values, sorted
/// @param sizes  rows of each group
/// @param rows   one a variable, in the order asked for
public record TableOne(String by, List<String> groups, List<Integer> sizes, List<Row> rows) {
    private static final double NORMAL_ABOVE = 0.05;

    public TableOne {
        groups = List.copyOf(groups);
        sizes = List.copyOf(sizes);
        rows = List.copyOf(rows);
    }

    /// A variable with its test.
    public sealed interface Row {
        String name();

        /// The test that was chosen; p is NaN where it is not defined.
        TestResult test();

        /// Second group minus first; NaN unless there are two groups.
        double meanDifference();
    }

    /// @param overall      all rows of the groups
    /// @param byGroup      in the order of the groups
    /// @param normal       whether mean ± sd describes it
    /// @param ofMeans      Welch's t or ANOVA
    /// @param ofRanks      Mann–Whitney or Kruskal–Wallis
    public record ContinuousRow(
            String name,
            Summary overall,
            List<Summary> byGroup,
            boolean normal,
            TestResult ofMeans,
            TestResult ofRanks,
            double meanDifference)
            implements Row {
        public ContinuousRow {
            byGroup = List.copyOf(byGroup);
        }

        @Override
        public TestResult test() {
            return normal ? ofMeans : ofRanks;
        }
    }

    /// @param levels  sorted as text
    /// @param counts  `counts.get(group).get(level)`
    /// @param missing by group
    /// @param chiSquare with Yates' correction for 2 × 2
    /// @param exact   Fisher's test
    /// @param small   whether an expected count is below 5, so that Fisher's test is shown, unless the table is too large for it
    public record CategoricalRow(
            String name,
            List<String> levels,
            List<List<Integer>> counts,
            List<Integer> missing,
            TestResult chiSquare,
            TestResult exact,
            boolean small,
            double meanDifference)
            implements Row {
        public CategoricalRow {
            levels = List.copyOf(levels);
            counts = List.copyOf(counts);
            missing = List.copyOf(missing);
        }

        @Override
        public TestResult test() {
            return small && !Double.isNaN(exact.p()) ? exact : chiSquare;
        }
    }

    /// @param groupOfRow one label a row; rows with an empty label are left out
    /// @throws IllegalArgumentException below two groups, or if a variable has another number of rows
    public static TableOne of(String by, List<String> groupOfRow, List<Variable> variables) {
        List<String> groups =
                groupOfRow.stream().filter(label -> !label.isEmpty()).distinct().sorted().toList();
        if (groups.size() < 2) {
            throw new IllegalArgumentException("a baseline table compares two groups or more, got " + groups);
        }
        List<int[]> members = groups.stream()
                .map(group -> IntStream.range(0, groupOfRow.size())
                        .filter(row -> groupOfRow.get(row).equals(group))
                        .toArray())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.rows() != groupOfRow.size()) {
                throw new IllegalArgumentException(
                        variable.name() + " has " + variable.rows() + " rows, the groups " + groupOfRow.size());
            }
            rows.add(
                    switch (variable) {
                        case Variable.Numbers continuous -> row(continuous, members);
                        case Variable.Labels categorical -> row(categorical, members);
                    });
        }
        return new TableOne(by, groups, members.stream().map(rowsOf -> rowsOf.length).toList(), rows);
    }

    private static ContinuousRow row(Variable.Numbers variable, List<int[]> members) {
        double[] all = members.stream()
                .flatMapToDouble(rows -> Arrays.stream(rows).mapToDouble(row -> variable.values()[row]))
                .toArray();
        List<Summary> summaries = members.stream()
                .map(rows -> Summary.of(Arrays.stream(rows).mapToDouble(row -> variable.values()[row]).toArray()))
                .toList();
        List<double[]> present = members.stream()
                .map(rows -> Arrays.stream(rows)
                        .mapToDouble(row -> variable.values()[row])
                        .filter(value -> !Double.isNaN(value))
                        .toArray())
                .toList();
        boolean normal = present.stream().allMatch(group -> ShapiroWilk.test(group).p() > NORMAL_ABOVE);
        boolean two = present.size() == 2;
        double[] first = present.get(0);
        double[] second = present.get(1);
        return new ContinuousRow(
                variable.name(),
                Summary.of(all),
                summaries,
                normal,
                two ? TwoSamples.welch(second, first) : ManyGroups.welchAnova(present),
                two ? MannWhitney.test(second, first) : ManyGroups.kruskalWallis(present),
                two ? MeanDifference.continuous(first, second) : Double.NaN);
    }

    private static CategoricalRow row(Variable.Labels variable, List<int[]> members) {
        List<String> levels = members.stream()
                .flatMap(rows -> Arrays.stream(rows).mapToObj(row -> variable.values().get(row)))
                .filter(level -> !level.isEmpty())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> places = new HashMap<>();
        levels.forEach(level -> places.put(level, places.size()));
        int[][] byGroup = new int[members.size()][levels.size()];
        List<Integer> missing = new ArrayList<>();
        for (int group = 0; group < byGroup.length; group++) {
            int absent = 0;
            for (int row : members.get(group)) {
                Integer level = places.get(variable.values().get(row));
                if (level == null) {
                    absent++;
                } else {
                    byGroup[group][level]++;
                }
            }
            missing.add(absent);
        }
        List<List<Integer>> counts =
                Arrays.stream(byGroup).map(row -> Arrays.stream(row).boxed().toList()).toList();
        if (levels.size() < 2) {
            TestResult none = undefined("one level only");
            return new CategoricalRow(variable.name(), levels, counts, missing, none, none, false, Double.NaN);
        }
        ContingencyTable table = new ContingencyTable(byGroup);
        boolean small = table.smallExpectedCounts();
        return new CategoricalRow(
                variable.name(),
                levels,
                counts,
                missing,
                table.chiSquare(true),
                small ? FisherExact.test(table) : undefined("Fisher's exact test not needed"),
                small,
                byGroup.length == 2 ? MeanDifference.categorical(byGroup[0], byGroup[1]) : Double.NaN);
    }

    private static TestResult undefined(String why) {
        return new TestResult(
                why, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, org.trabecula.stats.Interval.NONE);
    }
}
