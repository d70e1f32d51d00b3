package org.trabecula.cohort;

import org.trabecula.core.ProblemCode;

/// What can be wrong with a manifest.
public enum CohortProblem implements ProblemCode {
    NO_CASES("COH-001", "the manifest holds no cases"),
    NO_CASE_ID("COH-002", "a case has no case_id"),
    DUPLICATE_CASE("COH-003", "two cases have the same case_id"),
    MISSING_FILE("COH-004", "a file that the manifest names does not exist"),
    OUTCOME("COH-005", "an outcome is neither the positive nor the negative class"),
    AGE("COH-006", "an age is not a number of years"),
    SEX("COH-007", "a sex cannot be understood"),
    SPLIT("COH-008", "a split is neither train nor test"),
    NO_PATH("COH-009", "a cell cannot be the path of a file"),
    FOLD("COH-010", "a fold is not a whole number");

    private final String code;
    private final String what;

    CohortProblem(String code, String what) {
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
