package org.trabecula.image;

import org.trabecula.core.ProblemCode;

/// Everything that can be wrong with an image, a label map, or the two together.
public enum ImageProblem implements ProblemCode {
    UNKNOWN_FORMAT("IMG-001", "the file is not an image of a known kind"),
    DICOM("IMG-002", "DICOM is not read here"),
    UNREADABLE("IMG-003", "the file cannot be read"),
    TOO_LARGE("IMG-004", "the image is larger than can be believed or held"),
    UNKNOWN_ENDING("IMG-005", "the name does not say which kind of image to write"),

    NIFTI_HEADER("NII-001", "the NIfTI header is not complete or not sound"),
    NIFTI_SIZES("NII-002", "the NIfTI header gives no usable size"),
    NIFTI_TYPE("NII-003", "the NIfTI voxel type is not one number per voxel"),
    NIFTI_OFFSET("NII-004", "the NIfTI header points to no voxels"),
    NIFTI_SHORT("NII-005", "the NIfTI file holds fewer voxels than its header says"),
    NIFTI_DAMAGED("NII-006", "the compressed NIfTI data are damaged"),
    NIFTI_SERIES("NII-007", "the NIfTI file holds several volumes"),
    NIFTI_SCALING("NII-008", "the NIfTI scaling is not usable"),
    NIFTI_PARTNER("NII-009", "the other half of the NIfTI pair is missing"),
    NIFTI_EXTENSION("NII-010", "a NIfTI header extension lies about its length"),
    NIFTI_CANNOT_HOLD("NII-011", "NIfTI-1 cannot hold this image"),

    NRRD_HEADER("NRR-001", "the NRRD header cannot be read"),
    NRRD_FIELD("NRR-002", "an NRRD field is missing or not usable"),
    NRRD_SIZES("NRR-003", "the NRRD header gives no usable size"),
    NRRD_TYPE("NRR-004", "the NRRD voxel type is not one number per voxel"),
    NRRD_ENCODING("NRR-005", "the NRRD encoding is not known"),
    NRRD_ENDIAN("NRR-006", "the NRRD byte order is not given"),
    NRRD_DATA_FILE("NRR-007", "the NRRD data file cannot be used"),
    NRRD_SHORT("NRR-008", "the NRRD file holds fewer voxels than its header says"),
    NRRD_DAMAGED("NRR-009", "the encoded NRRD data are damaged"),
    NRRD_LAYERS("NRR-010", "the NRRD file holds several values per voxel"),

    SPACE_DIFFERS("GEO-001", "mask and image do not cover the same space"),
    SHEARED("GEO-003", "the voxel axes are not perpendicular"),
    SPACING("GEO-004", "the voxel spacing is not a distance"),
    NOT_PLACED("GEO-005", "the header does not say where the image lies in the patient"),
    ORIENTATION("GEO-006", "the orientation in the header is not a rotation"),
    UNIT("GEO-007", "the unit of length is not known"),
    FAR_AWAY("GEO-008", "the image lies where no patient is"),
    CONTRADICTION("GEO-009", "the header states one thing twice, and differently"),

    MASK_EMPTY("MSK-001", "the mask is empty"),
    LABEL_MISSING("MSK-002", "the label is not in the mask"),
    LABEL_NOT_CHOSEN("MSK-003", "the mask holds several labels"),
    NOT_LABELS("MSK-004", "the mask holds values that are not labels"),
    OUTSIDE_IMAGE("MSK-005", "the region reaches outside the image"),
    LABEL_AMBIGUOUS("MSK-006", "several segments go by this label");

    private final String code;
    private final String what;

    ImageProblem(String code, String what) {
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
