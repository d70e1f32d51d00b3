package org.trabecula.web.pacs;

import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.dicom.web.PacsSeries;

/// A series of the PACS as the page sees it: no patient, no UID.
///
/// @param id          of this room alone
/// @param studyDate   such as 2020-01-31; empty where the PACS does not say it
/// @param description may be empty
/// @param images      empty where the PACS does not say how many
public record PacsSeriesView(String id, Optional<String> studyDate, String description, String modality, Optional<Integer> images) {
    static PacsSeriesView of(String id, PacsSeries series) {
        return new PacsSeriesView(
                id, series.studyDate().map(LocalDate::toString), series.description(), series.modality(),
                series.images().isPresent() ? Optional.of(series.images().getAsInt()) : Optional.empty());
    }
}
