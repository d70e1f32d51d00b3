package org.trabecula.cohort;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.Missing;
import org.trabecula.table.TextTable;

/// By what name the rows of a manifest go: `case_id`, or in a batch file of PyRadiomics its `ID`, or the row's number.
///
/// @param named the column that holds the names; absent: rows are numbered
record CaseNames(TextTable table, Optional<String> named) {
    /// A study names its cases; only a table without any of these may leave names out.
    private static final EnumSet<ColumnRole> OF_A_STUDY = EnumSet.of(
            ColumnRole.PATIENT_ID, ColumnRole.OUTCOME, ColumnRole.SPLIT, ColumnRole.AGE, ColumnRole.SEX, ColumnRole.EXCLUDE,
            ColumnRole.MASK_INTRA, ColumnRole.MASK_INTER);

    /// @param notes hears what was assumed
    /// @throws org.trabecula.core.InputException TAB-005 if a manifest of a study has no names
    static CaseNames of(TextTable table, List<String> notes) {
        ColumnRoles roles = ColumnRoles.of(table);
        Optional<String> own = roles.column(ColumnRole.CASE_ID);
        if (own.isPresent()) {
            return new CaseNames(table, own);
        }
        boolean batch = roles.has(ColumnRole.IMAGE) && roles.has(ColumnRole.MASK) && !roles.hasAny(OF_A_STUDY);
        if (!batch) {
            table.column(ColumnRole.CASE_ID.column()); // refuses and names the nearest column
        }
        Optional<String> id = roles.column(ColumnRole.ID);
        notes.add(id.map(column -> "no column case_id: cases are named by column '" + column + "'")
                .orElse("no column case_id: cases are called row-1, row-2, …"));
        return new CaseNames(table, id);
    }

    /// Empty where the cell holds no name.
    String of(int row) {
        return named.map(column -> table.cell(row, column))
                .map(cell -> Missing.is(cell) ? "" : cell)
                .orElse("row-" + (row + 1));
    }

    /// For messages.
    String column() {
        return named.orElse(ColumnRole.CASE_ID.column());
    }
}
