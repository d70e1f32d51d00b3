package org.trabecula.radiomics.problem;

import org.trabecula.core.ProblemCode;

/// Why an extraction is refused: image, mask, region, or what they leave to measure.
public enum RegionProblem implements ProblemCode {
    SIZE_MISMATCH("RAD-001", "image and mask differ in size"),
    GEOMETRY_MISMATCH("RAD-002", "image and mask lie in different places"),
    OUTSIDE_IMAGE("RAD-003", "the region reaches out of the image"),
    ONE_VOXEL("RAD-004", "the region is a single voxel"),
    TOO_FEW_DIMENSIONS("RAD-005", "the region has too few dimensions"),
    TOO_FEW_VOXELS("RAD-006", "the region has too few voxels"),
    VANISHED("RAD-007", "no voxel of the region is left after resampling"),
    RESEGMENTED_AWAY("RAD-008", "resegmentation left no region to measure"),
    NOT_ONE_SLICE("RAD-009", "2D shape needs a region in one slice"),
    NOT_FINITE("RAD-010", "the image holds values that are not numbers"),
    TOO_MANY_LEVELS("RAD-011", "the grey levels are too many"),
    NO_NEIGHBOURS("RAD-012", "no two voxels of the region can be neighbours"),
    TOO_LARGE("RAD-013", "the resampled image is too large"),
    NOT_HELD("RAD-014", "the volume does not hold the voxels that are needed"),
    UNDEFINED("RAD-015", "a feature has no value for this region"),
    OUT_OF_MEMORY("RAD-016", "the case needs more memory than there is"),
    FAILED("RAD-017", "the extraction failed inside Trabecula");

    private final String code;
    private final String what;

    RegionProblem(String code, String what) {
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
