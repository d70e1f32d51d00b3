package org.trabecula.dicom.web;

import java.util.List;

/// What a search found.
///
/// @param series in the order of the PACS
/// @param isCut  whether there are more than were asked for
public record PacsFound(List<PacsSeries> series, boolean isCut) {
    public PacsFound {
        series = List.copyOf(series);
    }
}
