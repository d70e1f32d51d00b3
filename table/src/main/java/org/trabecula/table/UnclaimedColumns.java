package org.trabecula.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.Shown;

/// The columns that no [ColumnRole] and nobody else claims: those of numbers are features, those of text are not. Other words for a role,
/// such as `gender` or `pid`, are neither.
///
/// @param numbers features, in table order
/// @param texts   left out, in table order
public record UnclaimedColumns(List<String> numbers, List<String> texts) {
    private static final int MOST_TOLD = 5;

    public UnclaimedColumns {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
    }

    /// @param used columns that mean something else here
    /// @throws InputException TAB-006, once for each column of numbers with cells that hold none
    public static UnclaimedColumns of(TextTable table, Collection<String> used) {
        Set<String> taken = new HashSet<>(used);
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String column : table.header()) {
            if (taken.contains(column) || ColumnRole.of(column).isPresent() || ColumnRole.isOtherWord(column)) {
                continue;
            }
            switch (table.kind(column)) {
                case NUMBERS -> numbers.add(column);
                case TEXT -> texts.add(column);
                case BROKEN_NUMBERS -> new BadCells(table, column).problem().ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new UnclaimedColumns(numbers, texts);
    }

    /// What a reader of the result has to know of these columns, one sentence each.
    public List<String> notes(TextTable table) {
        List<String> notes = new ArrayList<>();
        notes.add(Shown.count(numbers.size(), "numeric column") + (numbers.size() == 1 ? " is a feature: " : " are features: ") + listed(numbers));
        if (!texts.isEmpty()) {
            notes.add(listed(texts) + ": text, no " + (texts.size() == 1 ? "feature" : "features"));
        }
        notes.addAll(MissingCells.notes(table, numbers));
        notes.addAll(Sentinels.notes(table, numbers));
        return notes;
    }

    /// The columns of numbers, with mistakes or without, of which nobody knows yet whether they are used.
    public static List<String> namesOf(TextTable table) {
        return table.header().stream()
                .filter(column -> ColumnRole.of(column).isEmpty() && !ColumnRole.isOtherWord(column) && table.kind(column) != ColumnKind.TEXT)
                .toList();
    }

    /// The first names, for messages.
    public static String listed(List<String> columns) {
        return String.join(", ", columns.subList(0, Math.min(MOST_TOLD, columns.size())))
                + (columns.size() > MOST_TOLD ? ", … (" + columns.size() + " in all)" : "");
    }
}
