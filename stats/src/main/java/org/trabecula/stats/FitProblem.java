package org.trabecula.stats;

import org.trabecula.core.ProblemCode;

/// What regression models refuse: elastic net, logistic and Cox regression, nomogram.
public enum FitProblem implements ProblemCode {
    NOT_CONVERGED("FIT-001", "the fit stopped before it converged"),
    NOT_FINITE("FIT-002", "a value that the model needs is missing or infinite"),
    LENGTHS_DIFFER("FIT-003", "two inputs of one fit have different lengths"),
    OUTCOME_NOT_BINARY("FIT-004", "the outcome has other values than 0 and 1"),
    CLASS_TOO_SMALL("FIT-005", "a class has fewer than two cases"),
    OUTCOME_CONSTANT("FIT-006", "the outcome is the same in every case"),
    WEIGHTS("FIT-007", "the weights cannot be used"),
    PENALTY("FIT-008", "the penalty settings cannot be used"),
    SURVIVAL("FIT-009", "survival times or events cannot be used"),
    FOLDS("FIT-010", "the folds cannot be used"),
    SEPARATION("FIT-011", "a combination of the terms separates the classes, so no finite estimate exists"),
    COLLINEAR("FIT-012", "a term is a combination of the other terms"),
    KNOTS("FIT-013", "a spline cannot place its knots"),
    TERM("FIT-014", "a model term cannot be used"),
    LEVEL("FIT-015", "a case has a level that the model does not know"),
    HORIZON("FIT-016", "no baseline survival exists at the asked time"),
    MEASURE("FIT-017", "the cross-validation measure does not fit the family"),
    DUPLICATE_CASE("FIT-018", "a case is there twice"),
    MAGNITUDE("FIT-019", "the numbers of a column are too large or too small to be squared");

    private final String code;
    private final String what;

    FitProblem(String code, String what) {
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
