package org.trabecula.table;

import org.trabecula.core.ProblemCode;

/// What can be wrong with a table.
public enum TableProblem implements ProblemCode {
    UNREADABLE("TAB-001", "the table cannot be read"),
    NO_HEADER("TAB-002", "the table has no header line"),
    DUPLICATE_COLUMN("TAB-003", "two columns have the same name"),
    UNEVEN_ROW("TAB-004", "a row has another number of cells than the header"),
    MISSING_COLUMN("TAB-005", "a column is missing"),
    NOT_A_NUMBER("TAB-006", "a cell is not a number"),
    DUPLICATE_CASE("TAB-007", "two rows have the same case_id"),
    NO_ROWS("TAB-008", "the table has no rows"),
    UNKNOWN_CASE("TAB-009", "a case is missing from the table"),
    NOT_TEXT("TAB-010", "a cell holds what no text holds"),
    NO_FORMAT("TAB-011", "the name does not say which kind of table to write"),
    NO_GROUPS("TAB-012", "a column of text does not put the rows into groups"),
    TWO_SPELLINGS("TAB-013", "one id is written in two ways");

    private final String code;
    private final String what;

    TableProblem(String code, String what) {
        this.code = code;
        this.what = what;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String what() {
        return what;
    }
}
