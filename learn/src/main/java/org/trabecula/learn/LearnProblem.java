package org.trabecula.learn;

import org.trabecula.core.ProblemCode;

/// What can stand in the way of splitting and fitting.
public enum LearnProblem implements ProblemCode {
    PATIENT_ON_BOTH_SIDES("SPL-001", "one patient is on both sides of the split"),
    ONE_CLASS("SPL-002", "a part of the split holds one class only"),
    TOO_FEW_PATIENTS("SPL-003", "there are too few patients to split"),
    SPLIT_IN_PART("SPL-004", "the split is given in part only"),
    GIVEN_FOLDS("SPL-005", "the folds that the table gives cannot be used"),
    NO_FEATURE_LEFT("LRN-001", "no feature is left to learn from"),
    NO_NATIVE_LIBRARY("LRN-002", "a native library cannot be loaded");

    private final String code;
    private final String what;

    LearnProblem(String code, String what) {
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
