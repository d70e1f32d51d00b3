package org.trabecula.outline;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;

/// What cannot be outlined, or not be read back.
public enum OutlineProblem implements ProblemCode {
    HISTORY_DAMAGED("OUT-001", "the kept history of an outline cannot be read"),
    HISTORY_ELSEWHERE("OUT-002", "the kept history of an outline belongs to another image"),
    BOX_TOO_LARGE("OUT-003", "the box to look in is larger than a vertebra can be"),
    BOX_TOO_THIN("OUT-004", "the box is too thin to hold a vertebral body");

    private final String code;
    private final String what;

    OutlineProblem(String code, String what) {
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

    public InputException refuse(String where, String found, String expected, String fix) {
        return new InputException(new Problem(this, where, found, expected, fix));
    }
}
