package org.trabecula.cli.frame;

import org.trabecula.core.ProblemCode;

/// What the command line itself refuses.
public enum CliProblem implements ProblemCode {
    FILE("CLI-001", "a file or folder cannot be used"),
    EXISTS("CLI-002", "the output exists already"),
    INPUT_AS_OUTPUT("CLI-003", "the output would replace an input"),
    ENDING("CLI-004", "the output's name does not say what kind of file to write"),
    /// Told as a document with `--json` only; on the screen it is one line.
    USAGE("CLI-005", "the command line cannot be meant"),
    NO_PAGES("CLI-006", "the documentation does not lie beside the program");

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
