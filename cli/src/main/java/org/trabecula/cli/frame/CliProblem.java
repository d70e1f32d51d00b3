package org.trabecula.cli.frame;

import org.trabecula.core.ProblemCode;

/// What the command line itself refuses.
public enum CliProblem implements ProblemCode {
    FILE("CLI-001", "a file or folder cannot be used");

    private final String code;
    private final String what;

    CliProblem(String code, String what) {
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
