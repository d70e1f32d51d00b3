package org.trabecula.radiomics.parameters;

import org.trabecula.core.ProblemCode;

/// Why a parameter file, or a name that stands for one, is refused.
public enum ParameterProblem implements ProblemCode {
    PARAMETERS_UNREADABLE("PAR-001", "the parameter file cannot be read"),
    UNKNOWN_KEY("PAR-002", "the parameter file has a key that does not exist"),
    WRONG_VALUE("PAR-003", "a parameter has a value that it cannot have"),
    NOT_SUPPORTED("PAR-004", "a parameter asks for something that is not built"),
    UNKNOWN_PRESET("PAR-005", "there is no such preset"),
    UNKNOWN_FEATURE("PAR-006", "there is no such feature");

    private final String code;
    private final String what;

    ParameterProblem(String code, String what) {
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
