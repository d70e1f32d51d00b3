package org.trabecula.extraction.maps;

import java.util.List;
import org.trabecula.extraction.failure.CaseFailure;

/// The maps of all regions that could be measured, and the cases that failed.
public record MadeMaps(List<MapsOfRegion> regions, List<CaseFailure> failures) {
    public MadeMaps {
        regions = List.copyOf(regions);
        failures = List.copyOf(failures);
    }
}
