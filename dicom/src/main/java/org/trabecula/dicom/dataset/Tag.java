package org.trabecula.dicom.dataset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The elements that are read; all others are passed by. The names are the keywords of PS3.6.
public enum Tag {
    MEDIA_STORAGE_SOP_CLASS_UID(0x0002_0002, Vr.UI),
    TRANSFER_SYNTAX_UID(0x0002_0010, Vr.UI),

    DIRECTORY_RECORD_SEQUENCE(0x0004_1220, Vr.SQ),
    DIRECTORY_RECORD_TYPE(0x0004_1430, Vr.CS),
    REFERENCED_FILE_ID(0x0004_1500, Vr.CS),

    SPECIFIC_CHARACTER_SET(0x0008_0005, Vr.CS),
    IMAGE_TYPE(0x0008_0008, Vr.CS),
    SOP_CLASS_UID(0x0008_0016, Vr.UI),
    SOP_INSTANCE_UID(0x0008_0018, Vr.UI),
    MODALITY(0x0008_0060, Vr.CS),
    CODE_MEANING(0x0008_0104, Vr.LO),
    SERIES_DESCRIPTION(0x0008_103E, Vr.LO),
    REFERENCED_SERIES_SEQUENCE(0x0008_1115, Vr.SQ),
    REFERENCED_SOP_INSTANCE_UID(0x0008_1155, Vr.UI),
    SOURCE_IMAGE_SEQUENCE(0x0008_2112, Vr.SQ),
    FRAME_TYPE(0x0008_9007, Vr.CS),
    DERIVATION_IMAGE_SEQUENCE(0x0008_9124, Vr.SQ),
    PATIENT_ID(0x0010_0020, Vr.LO),
    PATIENT_SEX(0x0010_0040, Vr.CS),
    PATIENT_AGE(0x0010_1010, Vr.AS),
    SLICE_THICKNESS(0x0018_0050, Vr.DS),
    SPACING_BETWEEN_SLICES(0x0018_0088, Vr.DS),
    CONVOLUTION_KERNEL(0x0018_1210, Vr.SH),
    CT_IMAGE_FRAME_TYPE_SEQUENCE(0x0018_9329, Vr.SQ),
    STUDY_INSTANCE_UID(0x0020_000D, Vr.UI),
    SERIES_INSTANCE_UID(0x0020_000E, Vr.UI),
    SERIES_NUMBER(0x0020_0011, Vr.IS),
    ACQUISITION_NUMBER(0x0020_0012, Vr.IS),
    INSTANCE_NUMBER(0x0020_0013, Vr.IS),
    IMAGE_POSITION_PATIENT(0x0020_0032, Vr.DS),
    IMAGE_ORIENTATION_PATIENT(0x0020_0037, Vr.DS),
    FRAME_OF_REFERENCE_UID(0x0020_0052, Vr.UI),
    FRAME_ACQUISITION_NUMBER(0x0020_9156, Vr.US),
    FRAME_CONTENT_SEQUENCE(0x0020_9111, Vr.SQ),
    PLANE_POSITION_SEQUENCE(0x0020_9113, Vr.SQ),
    PLANE_ORIENTATION_SEQUENCE(0x0020_9116, Vr.SQ),
    SAMPLES_PER_PIXEL(0x0028_0002, Vr.US),
    PHOTOMETRIC_INTERPRETATION(0x0028_0004, Vr.CS),
    NUMBER_OF_FRAMES(0x0028_0008, Vr.IS),
    ROWS(0x0028_0010, Vr.US),
    COLUMNS(0x0028_0011, Vr.US),
    PIXEL_SPACING(0x0028_0030, Vr.DS),
    BITS_ALLOCATED(0x0028_0100, Vr.US),
    BITS_STORED(0x0028_0101, Vr.US),
    HIGH_BIT(0x0028_0102, Vr.US),
    PIXEL_REPRESENTATION(0x0028_0103, Vr.US),
    /// US or SS: the bits count, whichever is written.
    PIXEL_PADDING_VALUE(0x0028_0120, Vr.US),
    PIXEL_PADDING_RANGE_LIMIT(0x0028_0121, Vr.US),
    RESCALE_INTERCEPT(0x0028_1052, Vr.DS),
    RESCALE_SLOPE(0x0028_1053, Vr.DS),
    RESCALE_TYPE(0x0028_1054, Vr.LO),
    PIXEL_MEASURES_SEQUENCE(0x0028_9110, Vr.SQ),
    PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x0028_9145, Vr.SQ),
    SEGMENTATION_TYPE(0x0062_0001, Vr.CS),
    SEGMENT_SEQUENCE(0x0062_0002, Vr.SQ),
    SEGMENT_NUMBER(0x0062_0004, Vr.US),
    SEGMENT_LABEL(0x0062_0005, Vr.LO),
    SEGMENT_IDENTIFICATION_SEQUENCE(0x0062_000A, Vr.SQ),
    REFERENCED_SEGMENT_NUMBER(0x0062_000B, Vr.US),
    MAXIMUM_FRACTIONAL_VALUE(0x0062_000E, Vr.US),
    SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE(0x0062_000F, Vr.SQ),
    SEGMENTATION_FRACTIONAL_TYPE(0x0062_0010, Vr.CS),
    REFERENCED_FRAME_OF_REFERENCE_SEQUENCE(0x3006_0010, Vr.SQ),
    RT_REFERENCED_STUDY_SEQUENCE(0x3006_0012, Vr.SQ),
    RT_REFERENCED_SERIES_SEQUENCE(0x3006_0014, Vr.SQ),
    CONTOUR_IMAGE_SEQUENCE(0x3006_0016, Vr.SQ),
    STRUCTURE_SET_ROI_SEQUENCE(0x3006_0020, Vr.SQ),
    ROI_NUMBER(0x3006_0022, Vr.IS),
    REFERENCED_FRAME_OF_REFERENCE_UID(0x3006_0024, Vr.UI),
    ROI_NAME(0x3006_0026, Vr.LO),
    ROI_CONTOUR_SEQUENCE(0x3006_0039, Vr.SQ),
    CONTOUR_SEQUENCE(0x3006_0040, Vr.SQ),
    CONTOUR_GEOMETRIC_TYPE(0x3006_0042, Vr.CS),
    CONTOUR_OFFSET_VECTOR(0x3006_0045, Vr.DS),
    NUMBER_OF_CONTOUR_POINTS(0x3006_0046, Vr.IS),
    CONTOUR_DATA(0x3006_0050, Vr.DS),
    REFERENCED_ROI_NUMBER(0x3006_0084, Vr.IS),
    SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9229, Vr.SQ),
    PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9230, Vr.SQ),
    EXTENDED_OFFSET_TABLE(0x7FE0_0001, Vr.OV),
    EXTENDED_OFFSET_TABLE_LENGTHS(0x7FE0_0002, Vr.OV);

    private static final Set<String> ABBREVIATIONS = Set.of("UID", "SOP", "CT", "RT", "ROI");
    private static final Map<Integer, Tag> BY_NUMBER = new HashMap<>();

    static {
        for (Tag tag : values()) {
            BY_NUMBER.put(tag.number, tag);
        }
    }

    private final int number;
    private final Vr vr;

    Tag(int number, Vr vr) {
        this.number = number;
        this.vr = vr;
    }

    /// Group and element in one number.
    int number() {
        return number;
    }

    /// What the dictionary says, for encodings that do not say it themselves.
    Vr vr() {
        return vr;
    }

    static Optional<Tag> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /// As messages name it, such as `Pixel Spacing (0028,0030)`.
    public String title() {
        StringBuilder words = new StringBuilder();
        for (String word : name().split("_")) {
            boolean kept = ABBREVIATIONS.contains(word);
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(kept ? word.substring(1) : word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words + " " + number(number);
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "(%04X,%04X)", number >>> 16, number & 0xffff);
    }
}
