package org.trabecula.stats.published;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.stats.roc.Confusion;

/// Which confusion tables agree with all printed figures within their rounding.
///
/// There are only (cases + 1)(controls + 1) tables of given class sizes; all are tried. When none agrees, each figure is
/// left out in turn: where the others agree with a table, that table says what the figure left out should have been.
///
/// @param cases     of the class called positive
/// @param controls  of the other
/// @param printed   figures as printed
/// @param possible  tables that agree with all of them, by rising true positives
/// @param conflicts for an impossible set: every figure without which a table exists
public record PublishedAccuracy(
        int cases, int controls, Map<Metric, Printed> printed, List<Confusion> possible, List<Conflict> conflicts) {
    public PublishedAccuracy {
        printed = Map.copyOf(printed);
        possible = List.copyOf(possible);
        conflicts = List.copyOf(conflicts);
    }

    /// A figure that the others contradict.
    ///
    /// @param metric   left out
    /// @param printed  what was printed
    /// @param without  tables that agree with all other figures
    public record Conflict(Metric metric, Printed printed, List<Confusion> without) {
        public Conflict {
            without = List.copyOf(without);
        }
    }

    /// @param printed at least one figure
    public static PublishedAccuracy check(int cases, int controls, Map<Metric, Printed> printed) {
        if (cases < 1 || controls < 1 || printed.isEmpty()) {
            throw new IllegalArgumentException("needs cases, controls and a printed figure, got " + cases + ", " + controls
                    + " and " + printed.size() + " figures");
        }
        List<Confusion> possible = tables(cases, controls, printed);
        List<Conflict> conflicts = new ArrayList<>();
        if (possible.isEmpty() && printed.size() > 1) {
            for (Metric metric : Metric.values()) {
                if (printed.containsKey(metric)) {
                    Map<Metric, Printed> others = new EnumMap<>(printed);
                    Printed left = others.remove(metric);
                    List<Confusion> without = tables(cases, controls, others);
                    if (left != null && !without.isEmpty()) {
                        conflicts.add(new Conflict(metric, left, without));
                    }
                }
            }
        }
        return new PublishedAccuracy(cases, controls, printed, possible, conflicts);
    }

    private static List<Confusion> tables(int cases, int controls, Map<Metric, Printed> printed) {
        List<Confusion> tables = new ArrayList<>();
        for (int tp = 0; tp <= cases; tp++) {
            for (int tn = 0; tn <= controls; tn++) {
                Confusion table = new Confusion(tp, controls - tn, cases - tp, tn);
                boolean agrees = true;
                for (Map.Entry<Metric, Printed> figure : printed.entrySet()) {
                    agrees &= figure.getValue().allows(figure.getKey().of(table));
                }
                if (agrees) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }
}
