package org.trabecula.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.core.Problem;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;

/// What the values of the outcome column mean: 1 and 0, or two names of which one is positive.
///
/// @param meaning  outcome by value, numbers as `1` and `0`
/// @param names    what people call the classes
/// @param refused  what is wrong with the column as a whole; then single cells are not told
record Outcomes(Map<String, Integer> meaning, ClassNames names, Optional<Problem> refused) {
    private static final Set<String> NUMBERS = Set.of("0", "1");
    private static final Set<String> USUAL =
            Set.of(ClassNames.FRACTURE_AGE.positive(), ClassNames.FRACTURE_AGE.negative());
    /// Cells of other values that are told one by one; more of them speak against the column.
    private static final int MOST_ODD_CELLS = 5;
    private static final int MOST_VALUES_LISTED = 6;

    Outcomes {
        meaning = Map.copyOf(meaning);
    }

    /// @param positive the positive class, if somebody named it
    static Outcomes of(TextTable table, Optional<String> positive) {
        Optional<String> column = ColumnRoles.of(table).column(ColumnRole.OUTCOME);
        if (column.isEmpty()) {
            return ofNumbers();
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String cell : table.column(column.get())) {
            if (!Missing.is(cell)) {
                counts.merge(GroupLabel.ofClass(cell), 1, Integer::sum);
            }
        }
        return new Reading(table, column.get(), counts).of(positive.map(GroupLabel::ofClass));
    }

    /// The outcome that a cell says.
    OptionalInt of(String cell) {
        Integer outcome = meaning.get(GroupLabel.ofClass(cell));
        return outcome == null ? OptionalInt.empty() : OptionalInt.of(outcome);
    }

    /// 1 or 0, written as numbers.
    static OptionalInt ofNumber(String cell) {
        return ofNumbers().of(cell);
    }

    private static Outcomes ofNumbers() {
        return new Outcomes(Map.of("1", 1, "0", 0), ClassNames.FRACTURE_AGE, Optional.empty());
    }

    private static Outcomes ofNames(String positive, String negative) {
        return new Outcomes(Map.of(positive, 1, negative, 0), new ClassNames(positive, negative), Optional.empty());
    }

    /// The values of a column, looked at together.
    ///
    /// @param counts rows by value
    private record Reading(TextTable table, String column, Map<String, Integer> counts) {
        Outcomes of(Optional<String> positive) {
            if (positive.isPresent()) {
                return named(positive.get());
            }
            long odd = counts.entrySet().stream().filter(one -> !NUMBERS.contains(one.getKey())).mapToInt(Map.Entry::getValue).sum();
            if (odd == 0 || (counts.keySet().containsAll(NUMBERS) && odd <= MOST_ODD_CELLS)) {
                return ofNumbers(); // the odd cells are refused where they stand
            }
            String usual = ClassNames.FRACTURE_AGE.positive();
            if (USUAL.containsAll(counts.keySet())) {
                return ofNames(usual, ClassNames.FRACTURE_AGE.negative());
            }
            if (counts.size() == 2 && counts.containsKey(usual)) {
                return named(usual);
            }
            return refused("1 and 0, or two names, one of them '" + usual + "'", fix());
        }

        private Outcomes named(String positive) {
            List<String> others = counts.keySet().stream().filter(name -> !name.equals(positive)).toList();
            if (others.size() == 1 && counts.containsKey(positive)) {
                return ofNames(positive, others.getFirst());
            }
            return counts.isEmpty() ? ofNumbers() : refused("two values, one of them '" + positive + "'", fix());
        }

        private Outcomes refused(String expected, String fix) {
            Problem problem = new Problem(CohortProblem.OUTCOME, table.where(column), listed(), expected, fix);
            return new Outcomes(Map.of(), ClassNames.FRACTURE_AGE, Optional.of(problem));
        }

        private String listed() {
            Map<String, Integer> most = counts.entrySet().stream()
                    .limit(MOST_VALUES_LISTED)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
            String shown = most.entrySet().stream()
                    .map(one -> "'" + one.getKey() + "' in " + rows(one.getValue()))
                    .collect(Collectors.joining(", "));
            return counts.size() > MOST_VALUES_LISTED ? counts.size() + " values: " + shown + ", …" : shown;
        }

        /// With two values either may be meant; the later one is the usual choice: 2 of 1 and 2, yes of no and yes.
        private String fix() {
            return switch (counts.size()) {
                case 2 -> {
                    List<String> two = List.copyOf(counts.keySet());
                    yield "add --positive " + two.getLast() + " (or --positive " + two.getFirst()
                            + "), whichever is the class looked for";
                }
                case 1 -> "write 1 or 0 in every row; one value alone tells nothing apart";
                default -> "name a column of two values; leave the cell empty where the outcome is not known";
            };
        }

        private static String rows(int count) {
            return count == 1 ? "1 row" : count + " rows";
        }
    }
}
