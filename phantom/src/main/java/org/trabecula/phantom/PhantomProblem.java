package org.trabecula.phantom;

import org.trabecula.core.InputException;
import org.trabecula.core.Problem;
import org.trabecula.core.ProblemCode;

/// What the phantom refuses.
public enum PhantomProblem implements ProblemCode {
    SETTING_OUT_OF_RANGE("PHA-001", "a setting of the synthetic cohort is out of range"),
    FOLDER_NOT_EMPTY("PHA-002", "the folder of the synthetic cohort is not empty");

    private final String code;
    private final String what;

    PhantomProblem(String code, String what) {
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

    InputException refuse(String where, String found, String expected, String fix) {
        return new InputException(new Problem(this, where, found, expected, fix));
    }
}
