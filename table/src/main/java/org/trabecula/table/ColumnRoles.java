package org.trabecula.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which column of one table has which [ColumnRole], and which are features.
public final class ColumnRoles {
    private final TextTable table;
    private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);

    private ColumnRoles(TextTable table) {
        this.table = table;
        for (String column : table.header()) {
            ColumnRole.of(column).ifPresent(role -> {
                // the spelling of our own files before any other, then the first from the left
                if (column.equals(role.column())) {
                    columns.put(role, column);
                } else {
                    columns.putIfAbsent(role, column);
                }
            });
        }
    }

    public static ColumnRoles of(TextTable table) {
        return new ColumnRoles(table);
    }

    /// The column with this role, as the header spells it.
    public Optional<String> column(ColumnRole role) {
        return Optional.ofNullable(columns.get(role));
    }

    public boolean has(ColumnRole role) {
        return columns.containsKey(role);
    }

    /// The text of a row's cell in the column with this role, or nothing when there is no such column or the cell is empty.
    public Optional<String> find(int row, ColumnRole role) {
        return column(role).flatMap(column -> table.find(row, column));
    }

    /// Whether any of these roles has a column.
    public boolean hasAny(EnumSet<ColumnRole> roles) {
        return columns.keySet().stream().anyMatch(roles::contains);
    }

    /// Columns whose names nearly say this role.
    public List<String> almost(ColumnRole role) {
        return table.header().stream().filter(column -> ColumnRole.almost(column).filter(role::equals).isPresent()).toList();
    }

    /// Columns whose names are nearly a role's, and columns that claim a role which another one has: read as neither, and to be told.
    ///
    /// @param used columns whose use is said elsewhere
    public List<String> notes(Collection<String> used) {
        List<String> notes = new ArrayList<>();
        for (String column : table.header()) {
            Optional<ColumnRole> role = ColumnRole.of(column);
            if (used.contains(column)) {
                continue;
            }
            if (role.isPresent() && role.get() != ColumnRole.DIAGNOSTIC && !column(role.get()).equals(Optional.of(column))) {
                notes.add("column '" + column + "' is not used: '" + column(role.get()).orElseThrow() + "' is read as "
                        + role.get().column());
            }
            if (role.isEmpty()) {
                ColumnRole.almost(column).filter(almost -> !has(almost)).ifPresent(almost -> notes.add(
                        "column '" + column + "' is not read as " + almost.column() + "; rename it if that is meant"));
            }
        }
        return notes;
    }

    /// The columns of numbers that no role and nobody else claims.
    ///
    /// @param used columns that mean something else here
    /// @throws org.trabecula.core.InputException TAB-006 for columns of numbers with cells that hold none: a cell costs no column in silence
    public List<String> features(Collection<String> used) {
        return UnclaimedColumns.of(table, used).numbers();
    }

    /// Columns of numbers that are no features for their names, for a note; diagnostics excepted, which nobody expects there.
    ///
    /// @param used columns whose use is said elsewhere
    public List<String> reserved(Collection<String> used) {
        Set<String> taken = new HashSet<>(used);
        return table.header().stream()
                .filter(column -> !taken.contains(column))
                .filter(column -> ColumnRole.of(column).filter(role -> role != ColumnRole.DIAGNOSTIC).isPresent())
                .filter(table::isNumeric)
                .toList();
    }
}
