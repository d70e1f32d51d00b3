package org.trabecula.study.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.cohort.VertebraCase;
import org.trabecula.core.Shown;
import org.trabecula.stats.Outcome;
import org.trabecula.stats.roc.Direction;
import org.trabecula.stats.roc.SortedScores;
import org.trabecula.table.FeatureTable;
import org.trabecula.table.UnclaimedColumns;

/// Columns of a ready table that are too good to be features: the outcome under another name, follow-up, the number of the row. They are
/// named and stay features; only the table's owner knows what they hold.
///
/// All cases are looked at, those of the test part too, and nothing is chosen by it.
final class FeatureAlarms {
    /// No measured feature tells the classes of a clinical question apart so well by itself.
    private static final double TOO_GOOD_AUC = 0.98;
    private static final int FEWEST_CASES = 10;

    private final List<VertebraCase> cases;
    private final FeatureTable features;

    private FeatureAlarms(List<VertebraCase> cases, FeatureTable features) {
        this.cases = cases;
        this.features = features;
    }

    /// One sentence for each kind of alarm, and for rows of different patients with the same features.
    static List<String> of(List<VertebraCase> cases, FeatureTable features) {
        return new FeatureAlarms(cases, features).all();
    }

    private List<String> all() {
        List<String> outcomes = new ArrayList<>();
        List<String> rowNumbers = new ArrayList<>();
        List<String> tooGood = new ArrayList<>();
        for (String name : features.names()) {
            double[] values = features.column(name);
            if (isRowNumber(values)) {
                rowNumbers.add(name);
                continue;
            }
            double auc = auc(values);
            if (auc == 1 && distinct(values) == 2) {
                outcomes.add(name);
            } else if (auc >= TOO_GOOD_AUC) {
                tooGood.add(name + String.format(Locale.ROOT, " (AUC %.3f)", auc));
            }
        }
        List<String> alarms = new ArrayList<>();
        add(alarms, outcomes, "is the outcome under another name", "are the outcome under other names");
        add(alarms, rowNumbers, "counts the rows", "count the rows");
        add(alarms, tooGood, "tells the outcome by itself", "tell the outcome by themselves");
        twins().ifPresent(alarms::add);
        return alarms;
    }

    private static void add(List<String> alarms, List<String> columns, String one, String many) {
        if (!columns.isEmpty()) {
            alarms.add("ALARM: " + UnclaimedColumns.listed(columns) + " " + (columns.size() == 1 ? one : many)
                    + "; take such a column out of the table unless it was measured before the outcome was known");
        }
    }

    private static boolean isRowNumber(double[] values) {
        if (values.length < FEWEST_CASES) {
            return false;
        }
        double step = values[1] - values[0];
        for (int row = 1; row < values.length; row++) {
            if (values[row] - values[row - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) == 1;
    }

    private static long distinct(double[] values) {
        return java.util.Arrays.stream(values).filter(Double::isFinite).distinct().limit(3).count();
    }

    /// In the better direction; NaN where classes or values are missing.
    private double auc(double[] values) {
        List<Boolean> positive = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            OptionalInt outcome = cases.get(row).outcome();
            if (outcome.isPresent() && Double.isFinite(values[row])) {
                positive.add(outcome.getAsInt() == 1);
                known.add(values[row]);
            }
        }
        long ofCases = positive.stream().filter(one -> one).count();
        if (positive.size() < FEWEST_CASES || ofCases == 0 || ofCases == positive.size()) {
            return Double.NaN;
        }
        boolean[] isCase = new boolean[positive.size()];
        double[] scores = new double[isCase.length];
        for (int row = 0; row < isCase.length; row++) {
            isCase[row] = positive.get(row);
            scores[row] = known.get(row);
        }
        double auc = SortedScores.of(Outcome.of(isCase), scores, Direction.CASES_HIGHER).auc();
        return Math.max(auc, 1 - auc);
    }

    /// Rows of two patients that agree in every feature are one patient under two ids, or a row twice.
    private Optional<String> twins() {
        Map<List<Double>, Integer> firstRow = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        for (int row = 0; row < features.rows(); row++) {
            List<Double> values = java.util.Arrays.stream(features.row(row)).boxed().toList();
            Integer other = firstRow.putIfAbsent(values, row);
            if (other != null && !cases.get(other).patientId().equals(cases.get(row).patientId())
                    && values.stream().anyMatch(Double::isFinite)) {
                pairs.add("lines " + cases.get(other).line() + " and " + cases.get(row).line());
            }
        }
        return pairs.isEmpty() || features.names().size() < 2
                ? Optional.empty()
                : Optional.of("ALARM: " + Shown.count(pairs.size(), "pair") + " of rows of different patients with the same value in every feature ("
                        + UnclaimedColumns.listed(pairs) + "): one patient under two ids?");
    }
}
