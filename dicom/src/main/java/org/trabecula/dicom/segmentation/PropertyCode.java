package org.trabecula.dicom.segmentation;

import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.Tag;
import org.trabecula.image.label.VertebraLevel;

/// A coded concept, such as what a segment is.
///
/// Vertebrae are those of context group CID 7603 of PS3.16 (S1: as in the list of TotalSegmentator, which has the same codes for all others).
public record PropertyCode(String value, String scheme, String meaning) {
    static final PropertyCode ANATOMICAL_STRUCTURE = snomed("123037004", "Anatomical Structure");
    static final PropertyCode TISSUE = snomed("85756007", "Tissue");
    static final PropertyCode VERTEBRA = snomed("51282000", "Vertebra");
    static final PropertyCode SEGMENTATION = new PropertyCode("113076", "DCM", "Segmentation");
    static final PropertyCode SOURCE_IMAGE = new PropertyCode("121322", "DCM", "Source image for image processing operation");

    private static final Map<String, String> VERTEBRAE = Map.ofEntries(
            Map.entry("C1", "14806007"), Map.entry("C2", "39976000"), Map.entry("C3", "113205007"), Map.entry("C4", "5329002"),
            Map.entry("C5", "36978003"), Map.entry("C6", "36054005"), Map.entry("C7", "87391001"), Map.entry("T1", "64864005"),
            Map.entry("T2", "53733008"), Map.entry("T3", "1626008"), Map.entry("T4", "73071006"), Map.entry("T5", "56401006"),
            Map.entry("T6", "45296009"), Map.entry("T7", "62487009"), Map.entry("T8", "11068009"), Map.entry("T9", "82687006"),
            Map.entry("T10", "7610001"), Map.entry("T11", "12989004"), Map.entry("T12", "23215003"), Map.entry("L1", "66794005"),
            Map.entry("L2", "14293000"), Map.entry("L3", "36470004"), Map.entry("L4", "11994002"), Map.entry("L5", "49668003"),
            Map.entry("S1", "65985001"));

    private static PropertyCode snomed(String value, String meaning) {
        return new PropertyCode(value, "SCT", meaning);
    }

    /// What a segment of that name is: a vertebra of its level, a vertebra, or some tissue.
    public static PropertyCode typeOf(String label) {
        Optional<String> level = VertebraLevel.of(label);
        if (level.isEmpty()) {
            return TISSUE;
        }
        return Optional.ofNullable(VERTEBRAE.get(level.get())).map(code -> snomed(code, level.get() + " vertebra")).orElse(VERTEBRA);
    }

    /// The kind of thing that [#typeOf] is.
    static PropertyCode categoryOf(String label) {
        return typeOf(label).equals(TISSUE) ? TISSUE : ANATOMICAL_STRUCTURE;
    }

    /// As an item of a code sequence (PS3.3 8).
    public NewDataSet toItem() {
        return new NewDataSet().text(Tag.CODE_VALUE, value).text(Tag.CODING_SCHEME_DESIGNATOR, scheme).text(Tag.CODE_MEANING, meaning);
    }
}
