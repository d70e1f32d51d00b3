package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.stats.StatsProblem;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.TextTable;

/// Readings of a long table, turned to subjects × raters. A reading that is not there is NaN.
///
/// @param subjects in the order of their first row
/// @param raters   likewise, or as asked for
/// @param features column names
/// @param values   `values.get(feature)[subject][rater]`
record LongReadings(List<String> subjects, List<String> raters, List<String> features, List<double[][]> values) {

    /// Subjects × raters of a feature, without the subjects that lack a reading (as R's packages do); all of them where fewer
    /// than two are complete, which then has no ICC.
    double[][] of(int feature) {
        double[][] complete = Arrays.stream(values.get(feature)).filter(LongReadings::isComplete).toArray(double[][]::new);
        return complete.length < 2 ? values.get(feature) : complete;
    }

    /// Subjects that lack a reading of a feature.
    int incomplete(int feature) {
        return (int) Arrays.stream(values.get(feature)).filter(readings -> !isComplete(readings)).count();
    }

    private static boolean isComplete(double[] readings) {
        return Arrays.stream(readings).noneMatch(Double::isNaN);
    }

    /// @param raterColumns joined by '/'
    /// @param wantedRaters empty for all
    /// @param wanted       features; empty for every other column of numbers without a reserved name
    static LongReadings of(
            TextTable table, String subject, List<String> raterColumns, List<String> wantedRaters, List<String> wanted) {
        List<String> features = wanted;
        if (wanted.isEmpty()) {
            features = ColumnRoles.of(table).features(used(subject, raterColumns));
        }
        Map<String, Integer> subjects = new LinkedHashMap<>();
        Map<String, Integer> raters = new LinkedHashMap<>();
        wantedRaters.forEach(name -> raters.putIfAbsent(name, raters.size()));
        List<int[]> places = new ArrayList<>(); // row, subject, rater
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            String rater = String.join("/", raterColumns.stream().map(column -> table.cell(at, column)).toList());
            if (!wantedRaters.isEmpty() && !raters.containsKey(rater)) {
                continue;
            }
            String who = table.cell(row, subject);
            int s = subjects.computeIfAbsent(who, name -> subjects.size());
            int r = raters.computeIfAbsent(rater, name -> raters.size());
            if (!seen.add(s + " " + r)) {
                throw new InputException(new Problem(
                        StatsProblem.DUPLICATE_READING,
                        table.source() + ", line " + table.line(row),
                        "subject '" + who + "' by rater '" + rater + "' again",
                        "one row for each subject and rater",
                        "name the column that tells the readings apart as well: --rater reader,session"));
            }
            places.add(new int[] {row, s, r});
        }
        requireEnough(table, subjects.size(), raters.size(), wantedRaters);
        List<double[][]> values = new ArrayList<>();
        for (String feature : features) {
            double[] column = table.numbers(feature);
            double[][] x = new double[subjects.size()][raters.size()];
            for (double[] ofSubject : x) {
                Arrays.fill(ofSubject, Double.NaN);
            }
            for (int[] place : places) {
                x[place[1]][place[2]] = finiteOrMissing(table, place[0], feature, column[place[0]]);
            }
            values.add(x);
        }
        return new LongReadings(List.copyOf(subjects.keySet()), List.copyOf(raters.keySet()), features, values);
    }

    /// Columns of numbers that are no features, for their names.
    static List<String> reserved(TextTable table, String subject, List<String> raterColumns) {
        return ColumnRoles.of(table).reserved(used(subject, raterColumns));
    }

    private static List<String> used(String subject, List<String> raterColumns) {
        List<String> used = new ArrayList<>(raterColumns);
        used.add(subject);
        return used;
    }

    private static double finiteOrMissing(TextTable table, int row, String feature, double value) {
        if (Double.isInfinite(value)) {
            throw new InputException(new Problem(
                    StatsProblem.VALUE_NOT_FINITE, table.where(row, feature), "'" + table.cell(row, feature) + "'",
                    "a finite number, or an empty cell where there is no reading",
                    "correct the cell, leave it empty, or leave the feature out with --features"));
        }
        return value;
    }

    private static void requireEnough(TextTable table, int subjects, int raters, List<String> wantedRaters) {
        if (subjects < 2 || raters < 2) {
            throw new InputException(new Problem(
                    StatsProblem.TOO_FEW_ROWS,
                    table.source(),
                    subjects + " subjects and " + raters + " raters"
                            + (wantedRaters.isEmpty() ? "" : " among " + String.join(", ", wantedRaters)),
                    "at least 2 subjects, each read by at least 2 raters",
                    "check --subject, --rater and --raters against the table's columns"));
        }
    }
}
