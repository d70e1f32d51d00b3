package org.trabecula.dicom;

import org.trabecula.core.ProblemCode;

/// Everything that can be wrong with a DICOM file or a series of them.
public enum DicomProblem implements ProblemCode {
    DATA_SET("DCM-001", "the DICOM data set is damaged or cut"),
    ELEMENT("DCM-002", "a DICOM element is missing or not usable"),
    PIXEL_DATA("DCM-003", "the DICOM pixel data do not hold what the header says"),
    TRANSFER_SYNTAX("DCM-004", "the DICOM transfer syntax is not decoded"),
    CODESTREAM("DCM-005", "the compressed DICOM pixel data are damaged"),
    SEVERAL_SERIES("DCM-006", "several series of images lie here"),
    NO_SERIES("DCM-007", "no series of images lies here"),
    UNEVEN("DCM-008", "the slices are not equally spaced"),
    MIXED("DCM-009", "the slices of the series do not share one matrix and pixel spacing"),
    SAME_PLACE("DCM-010", "different images of the series lie at one place"),
    ONE_SLICE("DCM-011", "one slice has no distance to a next one"),
    SEGMENTATION("DCM-012", "the DICOM segmentation does not tell its regions"),
    CONTOURS("DCM-013", "the contours of the structure set are damaged"),
    OTHER_IMAGE("DCM-014", "the mask says that it was drawn on another image"),
    NO_IMAGE("DCM-015", "contours are no mask without the image they were drawn on"),
    SEVERAL_MASKS("DCM-016", "several masks lie here"),
    NO_SERIES_TO_DRAW_ON("DCM-017", "a DICOM segmentation belongs to a DICOM series"),
    NO_FRACTIONS("DCM-018", "the values are no fractions from 0 to 1"),

    GAP("GEO-002", "the CT series has a gap"),
    NOT_HOUNSFIELD("INT-001", "the voxel values are not Hounsfield units");

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
