package org.trabecula.study.validate;

import java.util.Optional;
import org.trabecula.cohort.ClassNames;
import org.trabecula.study.input.TableStudy;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.GroupLabel;
import org.trabecula.table.TextTable;

/// Where another cohort's table holds the outcome that a model predicts, as far as the user has not said it: the table's
/// `outcome`, or the column that the study's classes are called after; the positive class as the study called it.
///
/// @param classes  of the model
/// @param outcome  column that the user named
/// @param positive class that the user named
public record OutcomeOfModel(ClassNames classes, Optional<String> outcome, Optional<String> positive) {

    /// For a table of features.
    ///
    /// @param id              column that the user named
    /// @param group           column that the user named
    /// @param eachRowAPatient what the user said
    public TableStudy.Columns columns(
            TextTable table, Optional<String> id, Optional<String> group, boolean eachRowAPatient) {
        return new TableStudy.Columns(column(table), id, group, eachRowAPatient, positive(table));
    }

    /// The name of the positive class, where the table has names.
    public Optional<String> positive(TextTable table) {
        return positive.or(() -> column(table)
                .filter(table::has)
                .filter(column -> table.column(column).stream().map(GroupLabel::ofClass).anyMatch(classes.positive()::equals))
                .map(_ -> classes.positive()));
    }

    /// Classes of a column of 1 and 0 are called after it ([ClassNames#ofColumn]).
    private Optional<String> column(TextTable table) {
        return outcome.or(() -> ColumnRoles.of(table).column(ColumnRole.OUTCOME))
                .or(() -> table.header().stream().filter(name -> ClassNames.ofColumn(name).equals(classes)).findFirst());
    }
}
