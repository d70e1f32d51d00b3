package org.trabecula.study.problem;

import org.trabecula.core.ProblemCode;

/// What can stand in the way of a study, a report, or a prediction.
public enum StudyProblem implements ProblemCode {
    UNKNOWN_KEY("STU-001", "a setting is not known"),
    BAD_SETTING("STU-002", "a setting has a value that it cannot have"),
    UNREADABLE_SETTINGS("STU-003", "the settings cannot be read"),
    NO_OUTCOME("STU-004", "cases have no outcome"),
    TOO_FEW_CASES("STU-005", "too few cases are left for a study"),
    RUN_EXISTS("STU-006", "the run folder holds another study"),
    NO_RUN("STU-007", "this is not a run folder"),
    NO_FEATURES("STU-010", "the table holds no features"),
    WHOSE_ROWS("STU-012", "it is not known which rows are one patient's"),
    NOT_WRITABLE("STU-011", "the run folder cannot be written"),
    INPUT_CHANGED("STU-013", "an input of the run is gone or changed"),
    WORK_GONE("STU-014", "what the run kept is gone or changed"),
    RECORD_UNREADABLE("STU-015", "the record of the run cannot be followed"),
    UNKNOWN_CENTRE("STU-016", "a centre is not among the cases"),
    COHORT_TOO_SMALL("VAL-001", "the cohort is too small for this"),
    NO_UPDATE("VAL-002", "the model cannot be updated on this cohort"),
    BUNDLE_UNREADABLE("BND-001", "the model bundle cannot be read"),
    BUNDLE_CHANGED("BND-002", "the model bundle is not what was written"),
    BUNDLE_VERSION("BND-003", "the model bundle has another schema version"),
    NO_PROBABILITY("BND-004", "the model has no answer for a case");

    private final String code;
    private final String what;

    StudyProblem(String code, String what) {
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
