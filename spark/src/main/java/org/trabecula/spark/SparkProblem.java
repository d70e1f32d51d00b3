package org.trabecula.spark;

import org.trabecula.core.ProblemCode;

/// What only a job on a cluster can meet.
enum SparkProblem implements ProblemCode {
    LOST("SPK-001", "executors were lost while they worked on the scan"),
    NO_PLACE("SPK-002", "a place of the job cannot be used");

    private final String code;
    private final String what;

    SparkProblem(String code, String what) {
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
