package org.trabecula.stats;

import org.trabecula.core.ProblemCode;

/// Every refusal of the statistics: `STA-0xx` regression and nomogram, `STA-1xx` evaluation, tests and tables.
public enum StatsProblem implements ProblemCode {
    OUTCOME_NOT_BINARY("STA-101", "the outcome is not 0 or 1"),
    ONE_CLASS_MISSING("STA-102", "one class of the outcome is missing"),
    VALUE_NOT_FINITE("STA-103", "a value is missing or infinite"),
    TOO_FEW_ROWS("STA-104", "there are too few rows"),
    CONSTANT_COLUMN("STA-105", "a column has a single value"),
    PROBABILITY_OUT_OF_RANGE("STA-106", "a score is not a probability"),
    NOT_A_NUMBER("STA-107", "a printed figure is not a number"),
    UNKNOWN_CENTRE("STA-108", "a case comes from a centre that the harmonisation has not seen"),
    CENTRES("STA-109", "the centres cannot be harmonised"),
    DUPLICATE_READING("STA-110", "a subject has two readings by one rater"),
    GROUPS("STA-111", "the groups cannot be compared"),
    UNKNOWN_RATER("STA-112", "a rater is not in the table"),
    CENTRE_IS_OUTCOME("STA-113", "each centre has cases of one class only"),
    PLAN("STA-114", "a study cannot be planned with these numbers");

    private final String code;
    private final String what;

    StatsProblem(String code, String what) {
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
