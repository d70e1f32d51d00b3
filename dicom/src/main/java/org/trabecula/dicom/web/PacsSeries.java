package org.trabecula.dicom.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A series that a PACS has, without its patient: name, number and birth date are not even read.
///
/// @param studyUid    Study Instance UID
/// @param seriesUid   Series Instance UID
/// @param studyDate   empty where the PACS does not say a date
/// @param description of the series; may be empty
/// @param modality    such as `CT`
/// @param images      in it; empty where the PACS does not say how many
public record PacsSeries(
        String studyUid, String seriesUid, Optional<LocalDate> studyDate, String description, String modality, OptionalInt images) {
    /// UIDs become parts of addresses: two dots in a row would climb.
    private static final String UID = "(?=.{1,64}$)\\d+(\\.\\d+)*";

    public PacsSeries {
        if (!studyUid.matches(UID) || !seriesUid.matches(UID)) {
            throw new IllegalArgumentException("a UID has up to 64 digits with single dots between them, got '" + studyUid + "', '" + seriesUid + "'");
        }
    }
}
