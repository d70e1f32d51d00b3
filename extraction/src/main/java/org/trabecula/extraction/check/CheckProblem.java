package org.trabecula.extraction.check;

import org.trabecula.core.ProblemCode;

/// What a check finds that no single file refuses.
public enum CheckProblem implements ProblemCode {
    SCRAP("CHK-001", "the region is too small for a vertebra"),
    SAME_VERTEBRA("CHK-002", "one vertebra stands in several rows"),
    CONTRADICTING_OUTCOMES("CHK-003", "one vertebra has two outcomes"),
    SCAN_OF_TWO_PATIENTS("CHK-004", "one scan is given to several patients");

    private final String code;
    private final String what;

    CheckProblem(String code, String what) {
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
