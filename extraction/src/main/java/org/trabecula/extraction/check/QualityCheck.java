package org.trabecula.extraction.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.core.ProblemCode;

/// What is looked for in every case before anything is measured. Each is a warning: the case can be measured, and people should
/// look at it. A study may exclude by them (`exclude_on`); none looks at an outcome.
public enum QualityCheck implements ProblemCode {
    CUT("CHK-005", "cut-by-field-of-view", "the region reaches the border of the image"),
    VOLUME("CHK-006", "volume-out-of-range", "the region's volume is none of its level"),
    HEIGHT("CHK-007", "height-out-of-range", "the region's height is none of its level"),
    METAL("CHK-008", "metal", "there is metal in the region or beside it"),
    LEVEL_ORDER("CHK-009", "level-order", "the levels of one scan do not follow each other"),
    SLICE_GAPS("CHK-010", "slice-gaps", "slices of the scan are empty or repeated"),
    SPACING("CHK-011", "spacing-outlier", "the scan's slices are not those of the other scans"),
    OUTSIDE("CHK-012", "outside-body", "the region lies in air"),
    PIECES("CHK-013", "separate-pieces", "the region is in several pieces"),
    FUSED("CHK-014", "fused-with-neighbour", "the region holds a part of another vertebra"),
    NOT_CT("CHK-015", "not-ct", "the image is no CT"),
    KERNEL("CHK-016", "kernel-outlier", "the scan's convolution kernel is not that of the other scans"),
    THICKNESS("CHK-017", "thickness-outlier", "the scan's slices are not as thick as they should be"),
    /// Of the cohort, although it is said of a case.
    KERNEL_BY_PART("CHK-018", "kernel-by-part", "training and test part have different convolution kernels"),
    SAME_VOXELS("CHK-019", "same-voxels", "the region's voxels are those of a case of another file");

    private final String code;
    private final String key;
    private final String what;

    QualityCheck(String code, String key, String what) {
        this.code = code;
        this.key = key;
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

    /// As settings and tables name it, such as `cut-by-field-of-view`.
    public String key() {
        return key;
    }

    /// Whether it looks at cases, so that one can be left out for it.
    private boolean isOfCases() {
        return this != KERNEL_BY_PART;
    }

    /// The names of those by which a case can be left out.
    public static List<String> keys() {
        return Arrays.stream(values()).filter(QualityCheck::isOfCases).map(QualityCheck::key).toList();
    }

    /// The check of that name, by which a case can be left out.
    public static Optional<QualityCheck> of(String key) {
        return Arrays.stream(values()).filter(check -> check.isOfCases() && check.key.equals(key)).findFirst();
    }
}
