package org.trabecula.dicom.report;

import org.trabecula.dicom.dataset.NewDataSet;
import org.trabecula.dicom.dataset.Tag;

/// A coded concept (PS3.3 8): what an item of a report is, or says.
///
/// @param value   at most 16 letters
/// @param scheme  such as `DCM` of PS3.16, `SCT`, `UCUM`
/// @param meaning at most 64 letters
public record Concept(String value, String scheme, String meaning) {
    private static final int LONGEST_VALUE = 16;
    private static final int LONGEST_MEANING = 64;
    /// Schemes that begin with 99 are private (PS3.16 8.2).
    private static final String OWN = "99TRABECULA";

    public Concept {
        if (value.isEmpty() || value.length() > LONGEST_VALUE || meaning.isEmpty() || meaning.length() > LONGEST_MEANING) {
            throw new IllegalArgumentException("a code '" + value + "' that means '" + meaning + "'");
        }
    }

    /// Of DICOM's own dictionary (PS3.16 annex D).
    public static Concept dicom(String value, String meaning) {
        return new Concept(value, "DCM", meaning);
    }

    /// Of SNOMED CT.
    public static Concept snomed(String value, String meaning) {
        return new Concept(value, "SCT", meaning);
    }

    /// Of this program, for what no public scheme has a code for.
    public static Concept own(String value, String meaning) {
        return new Concept(value, OWN, meaning);
    }

    NewDataSet toItem() {
        return new NewDataSet().text(Tag.CODE_VALUE, value).text(Tag.CODING_SCHEME_DESIGNATOR, scheme).text(Tag.CODE_MEANING, meaning);
    }
}
