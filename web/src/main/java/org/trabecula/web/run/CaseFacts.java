package org.trabecula.web.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.core.InputException;
import org.trabecula.table.ColumnRole;
import org.trabecula.table.ColumnRoles;
import org.trabecula.table.DelimitedText;
import org.trabecula.table.TextTable;

/// What a table of cases tells of one, in its own words.
record CaseFacts(Optional<String> level, Optional<String> age, Optional<String> sex) {
    /// Of a case that the table does not name.
    static final CaseFacts UNKNOWN = new CaseFacts(Optional.empty(), Optional.empty(), Optional.empty());

    /// Columns that name a case, as a study looks for them.
    private static final List<ColumnRole> NAMES = List.of(ColumnRole.CASE_ID, ColumnRole.ID, ColumnRole.PATIENT_ID);

    /// By the case's name; nothing from a table that names no cases.
    ///
    /// @throws InputException if it cannot be read
    static Map<String, CaseFacts> read(Path cases) {
        TextTable table = DelimitedText.read(cases);
        ColumnRoles roles = ColumnRoles.of(table);
        Map<String, CaseFacts> facts = new HashMap<>();
        Optional<ColumnRole> named = NAMES.stream().filter(roles::has).findFirst();
        for (int row = 0; named.isPresent() && row < table.rowCount(); row++) {
            CaseFacts one = new CaseFacts(
                    roles.find(row, ColumnRole.LEVEL), roles.find(row, ColumnRole.AGE), roles.find(row, ColumnRole.SEX));
            roles.find(row, named.get()).ifPresent(caseId -> facts.put(caseId, one));
        }
        return facts;
    }
}
