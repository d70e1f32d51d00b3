package org.trabecula.dicom.web;

import org.trabecula.core.ProblemCode;

/// Everything that can go wrong between us and a PACS.
public enum PacsProblem implements ProblemCode {
    ADDRESS("PAC-001", "the address or the credentials of the PACS cannot be used"),
    NOT_REACHED("PAC-002", "the PACS cannot be reached"),
    NOT_LET_IN("PAC-003", "the PACS refuses who asks"),
    NOT_THERE("PAC-004", "the PACS has no such series"),
    ANSWER("PAC-005", "the answer of the PACS cannot be understood"),
    TOO_LARGE("PAC-006", "the answer of the PACS is larger than is taken"),
    NOT_STORED("PAC-007", "the PACS did not store the object");

    private final String code;
    private final String what;

    PacsProblem(String code, String what) {
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
