package org.trabecula.core;

/// What can stand in the way of keeping finished work.
public enum StageProblem implements ProblemCode {
    IN_USE("STG-001", "another run writes here"),
    NOT_WRITABLE("STG-002", "finished work cannot be kept");

    private final String code;
    private final String what;

    StageProblem(String code, String what) {
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
