package org.trabecula.web.pacs;

import java.util.List;

/// What was found in the PACS.
///
/// @param isCut whether it has more that fit
public record PacsListView(List<PacsSeriesView> series, boolean isCut) {
    public PacsListView {
        series = List.copyOf(series);
    }
}
