package org.trabecula.dicom;

import org.trabecula.core.ProblemCode;

/// Everything that can be wrong with a DICOM file or a series of them.
public enum DicomProblem implements ProblemCode {
    DATA_SET("DCM-001", "the DICOM data set is damaged or cut"),
    ELEMENT("DCM-002", "a DICOM element is missing or not usable"),
    PIXEL_DATA("DCM-003", "the DICOM pixel data do not hold what the header says"),
    TRANSFER_SYNTAX("DCM-004", "the DICOM transfer syntax is not decoded"),
    CODESTREAM("DCM-005", "the compressed DICOM pixel data are damaged");

    private final String code;
    private final String what;

    DicomProblem(String code, String what) {
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
