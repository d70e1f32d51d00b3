package org.trabecula.cli.verbs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;
import org.trabecula.core.Suggestion;
import org.trabecula.stats.StatsProblem;
import org.trabecula.table.ColumnNames;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.UnclaimedColumns;
import org.trabecula.table.Missing;
import org.trabecula.table.Sentinels;
import org.trabecula.table.Spellings;
import org.trabecula.table.TextTable;

/// Readings of a long table, turned to subjects × raters. A reading that is not there is NaN.
///
/// @param subjects in the order of their first row
/// @param raters   likewise, or as asked for
/// @param features column names
/// @param values   `values.get(feature)[subject][rater]`
/// @param notes    what was left out, one sentence each
record LongReadings(
        List<String> subjects, List<String> raters, List<String> features, List<double[][]> values, List<String> notes) {

    private static final int MOST_RATERS_LISTED = 8;

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
    /// @throws InputException STA-112 for a rater who is not there, STA-110 for two readings of one subject by one rater, TAB-013 for
    ///     a subject of two spellings
    static LongReadings of(
            TextTable table, String subject, List<String> raterColumns, List<String> wantedRaters, List<String> wanted) {
        List<String> notes = new ArrayList<>();
        List<String> features = ColumnNames.of(table, wanted);
        if (wanted.isEmpty()) {
            features = UnclaimedColumns.of(table, used(subject, raterColumns)).numbers();
        }
        Spellings.problem(table, subject).ifPresent(problem -> {
            throw new InputException(problem);
        });
        notes.addAll(Sentinels.notes(table, features));
        Places places = Places.of(table, subject, raterColumns, wantedRaters, notes);
        requireEnough(table, places.subjects.size(), places.raters.size(), wantedRaters);
        List<double[][]> values = new ArrayList<>();
        for (String feature : features) {
            double[] column = table.numbers(feature);
            double[][] x = new double[places.subjects.size()][places.raters.size()];
            for (double[] ofSubject : x) {
                Arrays.fill(ofSubject, Double.NaN);
            }
            for (Place place : places.read) {
                x[place.subject][place.rater] = finiteOrMissing(table, place.row, feature, column[place.row]);
            }
            values.add(x);
        }
        return new LongReadings(
                List.copyOf(places.subjects.keySet()), List.copyOf(places.raters.keySet()), features, values, notes);
    }

    /// Where a row's readings go.
    private record Place(int row, int subject, int rater) {}

    /// Where all rows' readings go.
    ///
    /// @param subjects numbers by name, in the order of their first row
    /// @param raters   likewise, or as asked for
    private record Places(Map<String, Integer> subjects, Map<String, Integer> raters, List<Place> read) {
        static Places of(
                TextTable table, String subject, List<String> raterColumns, List<String> wantedRaters, List<String> notes) {
            Places places = new Places(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            wantedRaters.forEach(name -> places.raters.putIfAbsent(name, places.raters.size()));
            Set<String> present = new LinkedHashSet<>();
            Set<String> seen = new HashSet<>();
            int unknown = 0;
            for (int row = 0; row < table.rowCount(); row++) {
                int at = row;
                String who = table.cell(row, subject);
                List<String> by = raterColumns.stream().map(column -> table.cell(at, column)).toList();
                if (Missing.is(who) || by.stream().anyMatch(Missing::is)) {
                    unknown++;
                    continue;
                }
                String rater = String.join("/", by);
                present.add(rater);
                if (!wantedRaters.isEmpty() && !places.raters.containsKey(rater)) {
                    continue;
                }
                if (!seen.add(who + "\n" + rater)) {
                    throw twice(table, row, who, rater);
                }
                places.read.add(new Place(
                        row, places.subjects.computeIfAbsent(who, _ -> places.subjects.size()),
                        places.raters.computeIfAbsent(rater, _ -> places.raters.size())));
            }
            if (unknown > 0) {
                notes.add(Shown.count(unknown, "row") + " without a value in " + subject + " or " + String.join(", ", raterColumns)
                        + " left out of " + table.rowCount());
            }
            requirePresent(table, raterColumns, wantedRaters, present);
            return places;
        }
    }

    private static InputException twice(TextTable table, int row, String who, String rater) {
        return new InputException(new Problem(
                StatsProblem.DUPLICATE_READING, table.source() + ", line " + table.line(row),
                "subject '" + who + "' by rater '" + rater + "' again", "one row for each subject and rater",
                "name the column that tells the readings apart as well: --rater reader,session"));
    }

    private static void requirePresent(TextTable table, List<String> raterColumns, List<String> wanted, Set<String> present) {
        for (String rater : wanted) {
            if (!present.contains(rater)) {
                throw new InputException(new Problem(
                        StatsProblem.UNKNOWN_RATER, table.where(raterColumns.getFirst()), "no rater '" + rater + "'",
                        "one of those in the table: " + String.join(", ", present.stream().limit(MOST_RATERS_LISTED).toList()),
                        Suggestion.nearest(rater, present).map(near -> "did you mean '" + near + "'?")
                                .orElse("name raters that are in the table")));
            }
        }
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
