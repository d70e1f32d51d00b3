package org.trabecula.extraction.failure;

import org.trabecula.core.ProblemCode;

/// What can stand in the way of turning a case into numbers, beyond what its files and its region refuse themselves.
public enum ExtractionProblem implements ProblemCode {
    NO_IMAGES("STU-009", "cases have no image or no mask"),
    IMAGE_AS_MASK("CAS-001", "the mask is an image, not a label map"),
    LABELS_AS_IMAGE("CAS-002", "the image is a label map, not a scan"),
    NO_LABEL_DESCRIPTION("CAS-003", "no label description stands beside the mask"),
    OTHER_MAPS("MAP-001", "the folder holds maps of something else"),
    FOREIGN_MAP("MAP-002", "a file of another origin stands where a map goes");

    private final String code;
    private final String what;

    ExtractionProblem(String code, String what) {
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
