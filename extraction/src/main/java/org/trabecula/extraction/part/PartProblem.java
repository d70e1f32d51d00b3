package org.trabecula.extraction.part;

import org.trabecula.core.ProblemCode;

/// Why parts cannot be merged.
public enum PartProblem implements ProblemCode {
    NO_PART("PRT-001", "the file is no part of an extraction"),
    OTHER_EXTRACTION("PRT-002", "two parts come from different extractions"),
    MISSING("PRT-003", "cases are in no part"),
    TWICE("PRT-004", "cases are in two parts");

    private final String code;
    private final String what;

    PartProblem(String code, String what) {
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
